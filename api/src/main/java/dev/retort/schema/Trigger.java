// SPDX-License-Identifier: Apache-2.0
package dev.retort.schema;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A trigger.
 *
 * @param name       its name
 * @param table      the table or view that it watches
 * @param timing     when it runs
 * @param events     what sets it off, at least one
 * @param updateOf   columns whose update sets it off; empty for any column
 * @param forEachRow whether it runs once for every row rather than once for a statement
 * @param when       condition, or null for always
 * @param body       what it does: {@code BEGIN ... END}, a statement, or {@code EXECUTE FUNCTION f()}
 * @param comment    words about it, or null
 * @param options    what only one dialect knows
 */
public record Trigger(
        Identifier name,
        QualifiedName table,
        Timing timing,
        Set<Event> events,
        List<Identifier> updateOf,
        boolean forEachRow,
        @Nullable SqlText when,
        SqlText body,
        @Nullable String comment,
        Options options) {

    /** When a trigger runs. */
    public enum Timing {
        /** Before the change. */
        BEFORE,
        /** After the change. */
        AFTER,
        /** In place of the change, on a view. */
        INSTEAD_OF
    }

    /** What sets a trigger off. */
    public enum Event {
        /** A row comes. */
        INSERT,
        /** A row changes. */
        UPDATE,
        /** A row goes. */
        DELETE,
        /** All rows go at once. */
        TRUNCATE
    }

    public Trigger {
        if (events.isEmpty()) {
            throw new IllegalArgumentException("trigger " + name + " must have at least one event");
        }
        events = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(events));
        updateOf = List.copyOf(updateOf);
    }

    /** {@return what tells it apart from all other triggers: databases differ in whether the table belongs to it} */
    public Key key() {
        return new Key(table, name);
    }

    /**
     * What tells a trigger apart.
     *
     * @param table the table or view
     * @param name  its name
     */
    public record Key(QualifiedName table, Identifier name) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int byTable = table.compareTo(other.table);
            return byTable != 0 ? byTable : name.compareTo(other.name);
        }
    }

    /** @param value the table or view that it watches
     *  @return a copy */
    public Trigger withTable(QualifiedName value) {
        return new Trigger(name, value, timing, events, updateOf, forEachRow, when, body, comment, options);
    }
}
