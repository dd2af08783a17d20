// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import dev.retort.dialect.SqlWriter;
import dev.retort.dialect.sqlite.text.SqliteName;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.Identifier;
import dev.retort.schema.Literal;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.SqlText;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which columns are copied when a table is made anew, and from what. */
final class CopyColumns {

    private final SqliteWords words;
    private final TableChange change;
    private final List<String> into = new ArrayList<>();
    private final List<String> from = new ArrayList<>();

    CopyColumns(SqliteWords words, TableChange change) {
        this.words = words;
        this.change = change;
        Optional<String> rowid = rowid(change.target());
        Optional<String> oldRowid = rowid(change.base());
        if (rowid.isPresent() && oldRowid.isPresent() && !hasAlias(change.target())) {
            into.add(rowid.get());
            from.add(oldRowid.get());
        }
        for (Column column : change.target().columns()) {
            Optional<Column> old = change.base().column(column.name()).filter(base -> change.isKept(column));
            if (column.generated() == null && old.isPresent()) {
                into.add(words.syntax.quote(column.name().value()));
                from.add(value(old.get(), column));
            } else if (column.defaultValue() != null && isRowid(column)) {
                // The column that is the rowid is numbered, whatever its default says.
                into.add(words.syntax.quote(column.name().value()));
                from.add(words.tables.defaultText(column.defaultValue()));
            }
        }
        if (into.isEmpty()) {
            // Nothing is kept but the number of rows: some column has to be named.
            Column first = change.target().columns().stream()
                    .filter(column -> column.generated() == null)
                    .findFirst()
                    .orElseThrow();
            DefaultValue value = first.defaultValue();
            into.add(words.syntax.quote(first.name().value()));
            from.add(value == null ? "NULL" : words.tables.defaultText(value));
        }
    }

    List<String> into() {
        return into;
    }

    List<String> from() {
        return from;
    }

    private String value(Column old, Column column) {
        String name = words.syntax.quote(old.name().value());
        Optional<SqlText> using = change.trail().using(column.name());
        if (using.isPresent()) {
            return SqlExpressions.closed(SqlWriter.verbatim(using.get()));
        }
        Map<String, String> values = change.values().get(column.name());
        return values == null ? converted(name, old.type(), column.type()) : words(name, values);
    }

    private String words(String name, Map<String, String> values) {
        StringBuilder text = new StringBuilder("CASE " + name);
        values.forEach((old, now) ->
                text.append(" WHEN ").append(literal(old)).append(" THEN ").append(literal(now)));
        return text.append(" ELSE " + name + " END").toString();
    }

    private String literal(String value) {
        return words.syntax.literal(new Literal.Text(value));
    }

    /**
     * The affinity of the new column converts what it can convert without loss. Only between text and bytes it would do
     * nothing, although the stored value has to change.
     */
    private String converted(String name, DataType old, DataType now) {
        String before = words.types.render(old);
        String after = words.types.render(now);
        Affinity from = Affinity.of(before);
        Affinity to = Affinity.of(after);
        if (from == Affinity.BLOB && to == Affinity.TEXT && !before.isEmpty()) {
            return "CAST(" + name + " AS TEXT)";
        }
        return from == Affinity.TEXT && to == Affinity.BLOB && !after.isEmpty() ? "CAST(" + name + " AS BLOB)" : name;
    }

    /** A name for the rowid that no column takes, if the table has a rowid. */
    private static Optional<String> rowid(Table table) {
        return table.options().flag(SqliteOptions.DIALECT, SqliteOptions.WITHOUT_ROWID)
                ? Optional.empty()
                : Stream.of("rowid", "_rowid_", "oid")
                        .filter(name -> table.columns().stream()
                                .noneMatch(
                                        column -> SqliteName.same(column.name().value(), name)))
                        .findFirst();
    }

    private boolean isRowid(Column column) {
        PrimaryKey key = change.target().primaryKey();
        return column.identity() == null
                && key != null
                && key.columns().equals(List.of(column.name()))
                && hasAlias(change.target());
    }

    /** Whether a column is the rowid under another name. */
    static boolean hasAlias(Table table) {
        PrimaryKey key = table.primaryKey();
        if (key == null
                || key.columns().size() != 1
                || key.options().forDialect(SqliteOptions.DIALECT).containsKey(SqliteOptions.ORDER)) {
            return false;
        }
        Identifier name = key.columns().get(0);
        return table.column(name)
                .map(Column::type)
                .filter(type -> type instanceof DataType.Integer
                        || (type instanceof DataType.Native words && words.sql().equalsIgnoreCase("INTEGER")))
                .isPresent();
    }
}
