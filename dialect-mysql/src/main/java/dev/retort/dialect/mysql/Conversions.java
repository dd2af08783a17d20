// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.SqlWriter;
import dev.retort.dialect.Statement;
import dev.retort.schema.Column;
import dev.retort.schema.Identifier;
import dev.retort.schema.SqlText;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Values that become others by an expression when the type of their column changes. The server has no word for that, so they
 * are computed into a column of the new type, which then takes the place of the old one.
 */
final class Conversions {

    private static final int LONGEST_NAME = 64;
    private static final String PREFIX = "retort_";

    private final Dialect dialect;
    private final MysqlWords words;
    private final Table before;
    private final Table after;
    private final Map<Identifier, SqlText> expressions;
    private final Map<Identifier, Identifier> computed = new HashMap<>();

    /** @param expressions by the columns' names in the table after */
    Conversions(Dialect dialect, MysqlWords words, Table before, Table after, Map<Identifier, SqlText> expressions) {
        this.dialect = dialect;
        this.words = words;
        this.before = before;
        this.after = after;
        this.expressions = expressions;
        expressions.keySet().stream()
                .filter(name -> after.column(name).isPresent())
                .forEach(name -> computed.put(name, free(name)));
    }

    private Identifier free(Identifier column) {
        String name = PREFIX + column.value();
        String cut = name.codePointCount(0, name.length()) > LONGEST_NAME
                ? name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME))
                : name;
        while (isTaken(cut)) {
            cut = PREFIX + cut.substring(0, Math.min(cut.length(), LONGEST_NAME - PREFIX.length()));
        }
        return new Identifier(cut);
    }

    private boolean isTaken(String name) {
        return before.columns().stream()
                        .anyMatch(column -> column.name().value().equalsIgnoreCase(name))
                || after.columns().stream()
                        .anyMatch(column -> column.name().value().equalsIgnoreCase(name));
    }

    /** What computes the values. */
    List<Statement> statements() {
        List<Statement> statements = new ArrayList<>();
        if (computed.isEmpty()) {
            return statements;
        }
        SqlWriter add = dialect.writer().sql("ALTER TABLE").name(before.name());
        add.join(added(), (sql, column) -> words.columns.definition(sql.sql("ADD COLUMN"), column));
        SqlWriter update = dialect.writer().sql("UPDATE").name(before.name()).sql("SET");
        List<java.util.function.Consumer<SqlWriter>> settings = new ArrayList<>();
        computed.forEach((column, values) ->
                settings.add(sql -> sql.name(values).sql("=").parenthesized(expressions.get(column))));
        // Nobody has changed the rows.
        before.columns().stream()
                .filter(column -> words.options.flag(column.options(), MysqlOptions.ON_UPDATE))
                .forEach(column ->
                        settings.add(sql -> sql.name(column.name()).sql("=").name(column.name())));
        update.join(settings, (sql, setting) -> setting.accept(sql));
        statements.add(new Statement.Sql(add.toString()));
        statements.add(new Statement.Sql(update.toString()));
        return statements;
    }

    private List<Column> added() {
        return computed.entrySet().stream()
                .map(entry -> Column.of(
                        entry.getValue().value(),
                        after.column(entry.getKey()).orElseThrow().type()))
                .toList();
    }

    /** The table before, with the columns that have the values. */
    Table before() {
        List<Column> columns = new ArrayList<>(before.columns());
        columns.addAll(added());
        return before.toBuilder().columns(columns).build();
    }

    /** What each column was called, by its name now; one whose values are computed is made of them. */
    Map<Identifier, Identifier> origins(Map<Identifier, Identifier> known) {
        Map<Identifier, Identifier> origins = new HashMap<>(known);
        origins.putAll(computed);
        return origins;
    }
}
