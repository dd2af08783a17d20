// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

import java.util.ArrayList;
import java.util.List;

/** Reads CREATE INDEX, CREATE VIEW and CREATE VIRTUAL TABLE from behind the keyword that says what is made. */
final class CreateStatementParser {

    private CreateStatementParser() {}

    static CreateIndexText index(TokenCursor cursor, boolean unique) {
        cursor.accept("IF", "NOT", "EXISTS");
        NameText schema = null;
        NameText name = cursor.name("the index's name");
        if (cursor.acceptOperator(".")) {
            schema = name;
            name = cursor.name("the index's name");
        }
        cursor.expect("ON");
        NameText table = cursor.name("the indexed table");
        cursor.expectOperator("(");
        List<IndexedPartText> parts = new ClauseParser(cursor).indexedParts();
        cursor.expectOperator(")");
        Fragment where = cursor.accept("WHERE") ? rest(cursor, "a condition") : null;
        cursor.expectEnd();
        return new CreateIndexText(cursor.text(), unique, schema, name, table, parts, where);
    }

    static CreateViewText view(TokenCursor cursor, boolean temporary) {
        cursor.accept("IF", "NOT", "EXISTS");
        NameText schema = null;
        NameText name = cursor.name("the view's name");
        if (cursor.acceptOperator(".")) {
            schema = name;
            name = cursor.name("the view's name");
        }
        List<NameText> columns = cursor.aheadOperator("(") ? new ClauseParser(cursor).nameList() : List.of();
        cursor.expect("AS");
        Fragment select = rest(cursor, "SELECT");
        cursor.expectEnd();
        return new CreateViewText(cursor.text(), temporary, schema, name, columns, select);
    }

    static CreateVirtualTableText virtualTable(TokenCursor cursor) {
        cursor.accept("IF", "NOT", "EXISTS");
        NameText schema = null;
        NameText name = cursor.name("the table's name");
        if (cursor.acceptOperator(".")) {
            schema = name;
            name = cursor.name("the table's name");
        }
        cursor.expect("USING");
        NameText module = cursor.name("the module's name");
        List<Fragment> arguments = cursor.acceptOperator("(") ? arguments(cursor) : List.of();
        cursor.expectEnd();
        return new CreateVirtualTableText(cursor.text(), schema, name, module, arguments);
    }

    private static List<Fragment> arguments(TokenCursor cursor) {
        List<Fragment> arguments = new ArrayList<>();
        int start = cursor.end();
        for (int depth = 1; depth > 0; ) {
            Token token = cursor.take();
            depth += token.isOperator("(") ? 1 : token.isOperator(")") ? -1 : 0;
            if (depth == 0 || (depth == 1 && token.isOperator(","))) {
                arguments.add(stripped(cursor.text(), start, token.start()));
                start = token.end();
            }
        }
        return arguments;
    }

    private static Fragment stripped(String text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && text.charAt(start) <= ' ') {
            start++;
        }
        while (end > start && text.charAt(end - 1) <= ' ') {
            end--;
        }
        return new Fragment(text, start, end);
    }

    /** Everything up to a semicolon outside parentheses or the end of the text. */
    private static Fragment rest(TokenCursor cursor, String expected) {
        int start = cursor.start();
        if (cursor.atEnd() || cursor.aheadOperator(";")) {
            throw cursor.failure(expected);
        }
        while (!cursor.atEnd() && !cursor.aheadOperator(";")) {
            cursor.take();
        }
        return cursor.since(start);
    }
}
