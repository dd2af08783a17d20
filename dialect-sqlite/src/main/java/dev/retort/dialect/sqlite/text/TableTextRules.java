// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What SQLite asks of a table beyond its grammar ({@code build.c}), as far as the text alone can tell.
 *
 * <p>An unknown name in double quotes inside an expression is a string to SQLite and therefore no problem here.
 */
final class TableTextRules {

    private static final Set<String> STRICT_TYPES = Set.of("int", "integer", "real", "text", "blob", "any");
    private static final Set<String> ROWID_NAMES = Set.of("rowid", "oid", "_rowid_");

    private final CreateTableText table;
    private final List<String> problems = new ArrayList<>();

    private TableTextRules(CreateTableText table) {
        this.table = table;
    }

    static List<String> problems(CreateTableText table) {
        TableTextRules rules = new TableTextRules(table);
        rules.columns();
        rules.primaryKey();
        rules.table.constraints().forEach(rules::constraint);
        return rules.problems;
    }

    private void columns() {
        Set<String> seen = new TreeSet<>();
        boolean anyStored = false;
        for (ColumnText column : table.columns()) {
            String name = column.name().name();
            if (!seen.add(SqliteName.fold(name))) {
                problems.add("there are two columns " + name);
            }
            boolean generated =
                    column.last(ColumnConstraintText.Generated.class).isPresent();
            anyStored |= !generated;
            if (generated && column.last(ColumnConstraintText.PrimaryKey.class).isPresent()) {
                problems.add("the generated column " + name + " cannot be part of the primary key");
            }
            if (generated && column.last(ColumnConstraintText.Default.class).isPresent()) {
                problems.add("the generated column " + name + " cannot have a default");
            }
            if (table.strict() && !STRICT_TYPES.contains(SqliteName.fold(column.typeName()))) {
                problems.add("a STRICT table needs one of INT, INTEGER, REAL, TEXT, BLOB, ANY for column " + name
                        + ", not '" + column.typeName() + "'");
            }
            for (ColumnConstraintText constraint : column.constraints()) {
                Fragment expression = TableRename.expression(constraint);
                if (expression != null) {
                    expression(expression, constraint instanceof ColumnConstraintText.Generated);
                }
            }
        }
        if (!anyStored) {
            problems.add("at least one column must not be generated");
        }
    }

    private void primaryKey() {
        int keys = 0;
        for (ColumnText column : table.columns()) {
            for (ColumnConstraintText constraint : column.constraints()) {
                if (constraint instanceof ColumnConstraintText.PrimaryKey key) {
                    keys++;
                    autoincrement(key.autoincrement(), column, key.order() != SortOrder.DESC);
                }
            }
        }
        for (TableConstraintText constraint : table.constraints()) {
            if (constraint instanceof TableConstraintText.PrimaryKey key) {
                keys++;
                NameText first = key.parts().size() == 1 ? key.parts().get(0).column() : null;
                ColumnText column =
                        first == null ? null : table.column(first.name()).orElse(null);
                if (key.autoincrement() && column == null) {
                    problems.add("AUTOINCREMENT needs a primary key of one INTEGER column");
                } else if (column != null) {
                    autoincrement(
                            key.autoincrement(), column, key.parts().get(0).order() != SortOrder.DESC);
                }
            }
        }
        if (keys > 1) {
            problems.add("there is more than one primary key");
        }
        if (keys == 0 && table.withoutRowid()) {
            problems.add("a WITHOUT ROWID table needs a primary key");
        }
    }

    private void autoincrement(boolean written, ColumnText column, boolean rowidOrder) {
        if (written && (!rowidOrder || !SqliteName.same(column.typeName(), "INTEGER"))) {
            problems.add("AUTOINCREMENT needs an ascending INTEGER primary key, and column "
                    + column.name().name() + " is none");
        }
        if (written && table.withoutRowid()) {
            problems.add("AUTOINCREMENT cannot be used in a WITHOUT ROWID table");
        }
    }

    private void constraint(TableConstraintText constraint) {
        for (IndexedPartText part : TableRename.parts(constraint)) {
            if (part.column() == null) {
                problems.add("an expression cannot be part of a key: "
                        + part.expression().text());
            } else {
                known(part.column().name(), constraint.fragment());
                boolean generated = table.column(part.column().name())
                        .flatMap(column -> column.last(ColumnConstraintText.Generated.class))
                        .isPresent();
                if (generated && constraint instanceof TableConstraintText.PrimaryKey) {
                    problems.add("the generated column " + part.column().name() + " cannot be part of the primary key");
                }
            }
        }
        if (constraint instanceof TableConstraintText.Check check) {
            expression(check.expression(), false);
        }
        if (constraint instanceof TableConstraintText.ForeignKey key) {
            key.columns().forEach(column -> known(column.name(), key.fragment()));
            int targets = key.target().columns().size();
            if (targets != 0 && targets != key.columns().size()) {
                problems.add("the foreign key has " + key.columns().size() + " columns and refers to " + targets);
            }
        }
    }

    private void expression(Fragment expression, boolean generated) {
        TableRename.scan(expression, (qualifier, column) -> {
            boolean string = qualifier == null && column.kind() == TokenKind.DOUBLE_QUOTED;
            boolean literal = column.is("true") || column.is("false");
            boolean rowid = !table.withoutRowid() && ROWID_NAMES.contains(SqliteName.fold(column.name()));
            if (!string && !literal && !rowid) {
                known(column.name(), expression);
            }
            if (qualifier != null && generated) {
                problems.add("a generated column cannot name a table, as '" + expression.text() + "' does");
            } else if (qualifier != null && !qualifier.names(table.name().name())) {
                problems.add("'" + expression.text() + "' names another table, " + qualifier.name());
            }
        });
    }

    private void known(String column, Fragment where) {
        if (table.column(column).isEmpty()) {
            problems.add("there is no column " + column + ", which '" + where.text() + "' names");
        }
    }
}
