// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

/** A statement of the kind that SQLite keeps in the {@code sql} column of {@code sqlite_schema}. */
public sealed interface SchemaText
        permits CreateTableText, CreateVirtualTableText, CreateIndexText, CreateViewText, CreateTriggerText {

    /** The statement as written. */
    String text();

    /** The name of the object it makes. */
    NameText name();

    /**
     * Reads one CREATE statement; a semicolon at the end may be there.
     *
     * @throws SqliteTextException when SQLite could not read the text either, or it is another kind of statement
     */
    static SchemaText parse(String sql) {
        TokenCursor cursor = new TokenCursor(sql);
        cursor.expect("CREATE");
        boolean unique = cursor.accept("UNIQUE");
        boolean temporary = !unique && (cursor.accept("TEMP") || cursor.accept("TEMPORARY"));
        if (unique || cursor.ahead("INDEX")) {
            cursor.expect("INDEX");
            return CreateStatementParser.index(cursor, unique);
        }
        if (cursor.accept("TABLE")) {
            return CreateTableParser.table(cursor, temporary);
        }
        if (cursor.accept("VIEW")) {
            return CreateStatementParser.view(cursor, temporary);
        }
        if (cursor.accept("TRIGGER")) {
            return CreateTriggerParser.trigger(cursor, temporary);
        }
        if (!temporary && cursor.accept("VIRTUAL", "TABLE")) {
            return CreateStatementParser.virtualTable(cursor);
        }
        throw cursor.failure("TABLE, INDEX, VIEW, TRIGGER or VIRTUAL TABLE");
    }
}
