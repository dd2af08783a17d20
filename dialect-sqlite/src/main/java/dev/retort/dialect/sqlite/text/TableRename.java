// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Renames a table, or one of its columns, throughout the table's own CREATE statement. */
final class TableRename {

    private final CreateTableText table;
    private final TextPatch patch;

    private TableRename(CreateTableText table) {
        this.table = table;
        this.patch = new TextPatch(table.text());
    }

    static String ofTable(CreateTableText table, String newName) {
        TableRename rename = new TableRename(table);
        rename.patch.rename(table.name().token(), newName);
        references(table)
                .filter(target -> target.table().is(table.name().name()))
                .forEach(target -> rename.patch.rename(target.table().token(), newName));
        rename.expressions((qualifier, column) -> {
            if (qualifier != null && qualifier.names(table.name().name())) {
                rename.patch.rename(qualifier, newName);
            }
        });
        return rename.patch.apply();
    }

    static String ofColumn(CreateTableText table, ColumnText column, String newName) {
        TableRename rename = new TableRename(table);
        String oldName = column.name().name();
        rename.patch.rename(column.name().token(), newName);
        rename.expressions((qualifier, name) -> {
            if (name.names(oldName)) {
                rename.patch.rename(name, newName);
            } else if (qualifier == null && name.kind() == TokenKind.DOUBLE_QUOTED && name.names(newName)) {
                // Until now no column had this name, so that SQLite took the quoted word for a string.
                rename.patch.asString(name);
            }
        });
        for (TableConstraintText constraint : table.constraints()) {
            List<IndexedPartText> parts = parts(constraint);
            for (IndexedPartText part : parts) {
                if (part.column() != null && part.column().is(oldName)) {
                    rename.patch.rename(part.column().token(), newName);
                }
            }
            if (constraint instanceof TableConstraintText.ForeignKey key) {
                rename.names(key.columns(), oldName, newName);
            }
        }
        references(table)
                .filter(target -> target.table().is(table.name().name()))
                .forEach(target -> rename.names(target.columns(), oldName, newName));
        return rename.patch.apply();
    }

    /** The parts of a primary key or unique constraint, none for another kind. */
    static List<IndexedPartText> parts(TableConstraintText constraint) {
        if (constraint instanceof TableConstraintText.PrimaryKey key) {
            return key.parts();
        }
        return constraint instanceof TableConstraintText.Unique unique ? unique.parts() : List.of();
    }

    /** The expression of a check or generated column, null for another kind. */
    static @Nullable Fragment expression(ColumnConstraintText constraint) {
        if (constraint instanceof ColumnConstraintText.Check check) {
            return check.expression();
        }
        return constraint instanceof ColumnConstraintText.Generated generated ? generated.expression() : null;
    }

    /** Tells the sink every column named in the expression, with tokens placed in the whole text. */
    static void scan(Fragment expression, ExpressionScanner.Sink sink) {
        List<Token> tokens = SqliteLexer.significant(expression);
        ExpressionScanner.scan(tokens, 0, tokens.size(), sink);
    }

    private void names(List<NameText> names, String oldName, String newName) {
        names.stream().filter(name -> name.is(oldName)).forEach(name -> patch.rename(name.token(), newName));
    }

    /** All REFERENCES clauses of a table. */
    static Stream<ReferencesText> references(CreateTableText table) {
        return Stream.concat(
                table.columns().stream()
                        .flatMap(column -> column.constraints().stream())
                        .filter(ColumnConstraintText.References.class::isInstance)
                        .map(constraint -> ((ColumnConstraintText.References) constraint).target()),
                table.constraints().stream()
                        .filter(TableConstraintText.ForeignKey.class::isInstance)
                        .map(constraint -> ((TableConstraintText.ForeignKey) constraint).target()));
    }

    private void expressions(ExpressionScanner.Sink sink) {
        for (ColumnText column : table.columns()) {
            for (ColumnConstraintText constraint : column.constraints()) {
                Fragment expression = expression(constraint);
                if (expression != null) {
                    scan(expression, sink);
                }
            }
        }
        for (TableConstraintText constraint : table.constraints()) {
            if (constraint instanceof TableConstraintText.Check check) {
                scan(check.expression(), sink);
            }
        }
    }
}
