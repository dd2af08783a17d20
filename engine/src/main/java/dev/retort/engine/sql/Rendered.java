// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.sql;

/**
 * An expression in the dialect's words.
 *
 * @param sql       its text
 * @param level     how tightly it holds together
 * @param kind      what it gives
 * @param notNull   whether it is known never to be NULL
 * @param fractions whether it is a timestamp that is declared to have fractions of a second
 */
record Rendered(String sql, Level level, Kind kind, boolean notNull, boolean fractions) {

    Rendered(String sql, Level level, Kind kind) {
        this(sql, level, kind, false, false);
    }

    static Rendered atom(String sql, Kind kind) {
        return new Rendered(sql, Level.ATOM, kind);
    }

    /** What stands for an expression with a finding; nothing more is said about it. */
    static Rendered broken() {
        return atom("?", Kind.UNKNOWN);
    }

    boolean isBroken() {
        return sql.equals("?");
    }

    Rendered notNull(boolean known) {
        return new Rendered(sql, level, kind, known, fractions);
    }

    Rendered at(Level other) {
        return new Rendered(sql, other, kind, notNull, fractions);
    }

    /** The text, in parentheses if it holds together less tightly than asked for. */
    String within(Level loosest) {
        return level.compareTo(loosest) <= 0 ? sql : "(" + sql + ")";
    }

    Rendered as(Kind other) {
        return new Rendered(sql, level, other, notNull, fractions);
    }
}
