// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What SQLite's pragmas say of a table, read from SQLite or worked out from a parsed text. */
record TableFacts(
        String name,
        List<Column> columns,
        Set<String> foreignKeys,
        Set<List<String>> uniques,
        boolean withoutRowid,
        boolean strict) {

    record Column(
            String name,
            String type,
            boolean notNull,
            @Nullable String defaultText,
            int key,
            int hidden) {}

    TableFacts withColumns(List<Column> changed) {
        return new TableFacts(name, changed, foreignKeys, uniques, withoutRowid, strict);
    }

    TableFacts mapColumn(String column, UnaryOperator<Column> change) {
        return withColumns(columns.stream()
                .map(c -> SqliteName.same(c.name(), column) ? change.apply(c) : c)
                .toList());
    }

    static TableFacts of(CreateTableText table) {
        List<List<String>> keys = new ArrayList<>();
        Set<List<String>> uniques = new HashSet<>();
        Set<String> foreignKeys = new TreeSet<>();
        boolean rowidKey = false;
        for (ColumnText column : table.columns()) {
            String name = SqliteName.fold(column.name().name());
            for (ColumnConstraintText constraint : column.constraints()) {
                if (constraint instanceof ColumnConstraintText.PrimaryKey key) {
                    keys.add(List.of(name));
                    rowidKey = SqliteName.same(column.typeName(), "INTEGER") && key.order() != SortOrder.DESC;
                } else if (constraint instanceof ColumnConstraintText.Unique) {
                    uniques.add(List.of(name));
                } else if (constraint instanceof ColumnConstraintText.References references) {
                    foreignKeys.add(foreignKey(List.of(name), references.target()));
                }
            }
        }
        for (TableConstraintText constraint : table.constraints()) {
            if (constraint instanceof TableConstraintText.PrimaryKey key) {
                keys.add(names(key.parts()));
                rowidKey = key.parts().size() == 1
                        && SqliteName.same(
                                table.column(names(key.parts()).get(0))
                                        .orElseThrow()
                                        .typeName(),
                                "INTEGER");
            } else if (constraint instanceof TableConstraintText.Unique unique) {
                uniques.add(names(unique.parts()));
            } else if (constraint instanceof TableConstraintText.ForeignKey key) {
                foreignKeys.add(foreignKey(
                        key.columns().stream()
                                .map(c -> SqliteName.fold(c.name()))
                                .toList(),
                        key.target()));
            }
        }
        List<String> key = keys.isEmpty() ? List.of() : keys.get(0);
        boolean rowid = rowidKey && !table.withoutRowid();
        if (!key.isEmpty() && !rowid) {
            uniques.add(key);
        }
        return new TableFacts(
                SqliteName.fold(table.name().name()),
                table.columns().stream().map(c -> column(table, c, key, rowid)).toList(),
                foreignKeys,
                uniques,
                table.withoutRowid(),
                table.strict());
    }

    private static Column column(CreateTableText table, ColumnText column, List<String> key, boolean rowid) {
        int place = key.indexOf(SqliteName.fold(column.name().name())) + 1;
        boolean notNull = column.last(ColumnConstraintText.NotNull.class).isPresent()
                || (place > 0 && (table.withoutRowid() || (table.strict() && !rowid)));
        String value = column.last(ColumnConstraintText.Default.class)
                .map(d -> d.isExpression()
                        ? d.value()
                                .text()
                                .substring(1, d.value().text().length() - 1)
                                .strip()
                        : d.value().text())
                .orElse(null);
        int hidden = column.last(ColumnConstraintText.Generated.class)
                .map(generated -> generated.stored() ? 3 : 2)
                .orElse(0);
        return new Column(column.name().name(), SqliteName.fold(column.typeName()), notNull, value, place, hidden);
    }

    private static List<String> names(List<IndexedPartText> parts) {
        List<String> names = new ArrayList<>();
        for (IndexedPartText part : parts) {
            NameText column = part.column();
            names.add(column == null ? part.expression().text() : SqliteName.fold(column.name()));
        }
        return names;
    }

    static String foreignKey(List<String> columns, ReferencesText target) {
        List<String> to =
                target.columns().stream().map(c -> SqliteName.fold(c.name())).toList();
        return columns + " -> " + SqliteName.fold(target.table().name()) + to + " " + action(target.onUpdate()) + " "
                + action(target.onDelete());
    }

    private static String action(@Nullable ForeignKeyAction action) {
        return action == null ? "NO ACTION" : action.name().replace('_', ' ');
    }
}
