// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

/**
 * A query for one kind of object, and a cheap look whether there is any such object. Most databases have few kinds of
 * objects, and a query for the others costs the server its planning for nothing.
 *
 * @param where the catalogue {@code g} and the condition under which the query may have rows; blank if it has to be asked
 * @param sql   the query
 */
record Guarded(String where, String sql) {

    /**
     * The first number that an object gets which is not part of the server itself.
     *
     * @see <a href="https://www.postgresql.org/docs/current/system-catalog-initial-data.html">OID Assignment</a>
     */
    private static final int FIRST = 16384;

    static Guarded always(String sql) {
        return new Guarded("", sql);
    }

    static Guarded by(String catalog, String sql) {
        return new Guarded(catalog + " g WHERE g.oid >= " + FIRST, sql);
    }

    static Guarded by(String catalog, String condition, String sql) {
        return new Guarded(catalog + " g WHERE g.oid >= " + FIRST + " AND " + condition, sql);
    }

    /** A query for what belongs to relations, whose numbers a column has. */
    static Guarded byRelation(String catalog, String column, String condition, String sql) {
        return new Guarded(catalog + " g WHERE g." + column + " >= " + FIRST + " AND " + condition, sql);
    }

    /** A query for comments on the objects of a catalogue. */
    static Guarded commentsOn(String catalog, String sql) {
        return new Guarded(
                "pg_description g WHERE g.objoid >= " + FIRST + " AND g.classoid = 'pg_catalog." + catalog
                        + "'::pg_catalog.regclass",
                sql);
    }
}
