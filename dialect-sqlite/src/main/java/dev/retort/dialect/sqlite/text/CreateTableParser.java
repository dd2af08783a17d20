// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

import dev.retort.dialect.sqlite.text.TableConstraintText.Check;
import dev.retort.dialect.sqlite.text.TableConstraintText.Dangling;
import dev.retort.dialect.sqlite.text.TableConstraintText.ForeignKey;
import dev.retort.dialect.sqlite.text.TableConstraintText.PrimaryKey;
import dev.retort.dialect.sqlite.text.TableConstraintText.Unique;
import java.util.ArrayList;
import java.util.List;

/** Reads a CREATE TABLE statement from behind its TABLE keyword. */
final class CreateTableParser {

    private CreateTableParser() {}

    static CreateTableText table(TokenCursor cursor, boolean temporary) {
        boolean ifNotExists = cursor.accept("IF", "NOT", "EXISTS");
        NameText schema = null;
        NameText name = cursor.name("the table's name");
        if (cursor.acceptOperator(".")) {
            schema = name;
            name = cursor.name("the table's name");
        }
        int open = cursor.expectOperator("(").start();
        List<ColumnText> columns = columns(cursor);
        List<TableConstraintText> constraints = constraints(cursor);
        int close = cursor.expectOperator(")").start();
        Fragment body = new Fragment(cursor.text(), open, close + 1);
        List<TableOptionText> options = options(cursor);
        cursor.expectEnd();

        if (cursor.hasComments()) {
            addComments(cursor.text(), open, close, columns, constraints);
        }
        return new CreateTableText(
                cursor.text(), temporary, ifNotExists, schema, name, body, columns, constraints, options);
    }

    /** Gives each item the comments that belong to it. */
    private static void addComments(
            String text, int open, int close, List<ColumnText> columns, List<TableConstraintText> constraints) {
        List<Fragment> items = new ArrayList<>();
        columns.forEach(column -> items.add(column.fragment()));
        constraints.forEach(constraint -> items.add(constraint.fragment()));
        TableLayout layout = TableLayout.of(text, open, close, items);
        for (int i = 0; i < items.size(); i++) {
            Fragment owned = layout.owned(text, i, items.get(i));
            if (i < columns.size()) {
                ColumnText column = columns.get(i);
                columns.set(
                        i,
                        new ColumnText(column.fragment(), owned, column.name(), column.type(), column.constraints()));
            } else {
                int index = i - columns.size();
                constraints.set(index, withComments(constraints.get(index), owned));
            }
        }
    }

    private static List<ColumnText> columns(TokenCursor cursor) {
        ColumnParser columnParser = new ColumnParser(cursor);
        TableConstraintParser constraintParser = new TableConstraintParser(cursor);
        List<ColumnText> columns = new ArrayList<>();
        do {
            columns.add(columnParser.column());
        } while (cursor.acceptOperator(",") && !constraintParser.ahead());
        return columns;
    }

    /** The constraints behind the columns; SQLite lets the commas between them be left out. */
    private static List<TableConstraintText> constraints(TokenCursor cursor) {
        TableConstraintParser parser = new TableConstraintParser(cursor);
        List<TableConstraintText> constraints = new ArrayList<>();
        while (parser.ahead()) {
            constraints.add(parser.constraint());
            if (cursor.acceptOperator(",") && !parser.ahead()) {
                throw cursor.failure("a table constraint");
            }
        }
        return constraints;
    }

    private static List<TableOptionText> options(TokenCursor cursor) {
        List<TableOptionText> options = new ArrayList<>();
        if (cursor.atEnd() || cursor.aheadOperator(";")) {
            return options;
        }
        do {
            int start = cursor.start();
            boolean rowid = cursor.accept("WITHOUT");
            cursor.expect(rowid ? "ROWID" : "STRICT");
            TableOptionText.Kind kind = rowid ? TableOptionText.Kind.WITHOUT_ROWID : TableOptionText.Kind.STRICT;
            options.add(new TableOptionText(kind, cursor.since(start)));
        } while (cursor.acceptOperator(","));
        return options;
    }

    private static TableConstraintText withComments(TableConstraintText constraint, Fragment owned) {
        if (constraint instanceof PrimaryKey key) {
            return new PrimaryKey(key.fragment(), owned, key.name(), key.parts(), key.autoincrement(), key.conflict());
        }
        if (constraint instanceof Unique unique) {
            return new Unique(unique.fragment(), owned, unique.name(), unique.parts(), unique.conflict());
        }
        if (constraint instanceof Check check) {
            return new Check(check.fragment(), owned, check.name(), check.expression(), check.conflict());
        }
        if (constraint instanceof ForeignKey key) {
            return new ForeignKey(key.fragment(), owned, key.name(), key.columns(), key.target());
        }
        Dangling dangling = (Dangling) constraint;
        return new Dangling(dangling.fragment(), owned, dangling.name());
    }
}
