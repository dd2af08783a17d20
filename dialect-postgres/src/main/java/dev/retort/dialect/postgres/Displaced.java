// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.dialect.ColumnClauses;
import dev.retort.dialect.ConstraintClauses;
import dev.retort.dialect.SqlWriter;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Identifier;
import dev.retort.schema.Options;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * How a table is created whose columns stand in another order than {@code INHERITS} gives them, as they do when its parent
 * got columns later: another table has the columns in that order, this one inherits from it first, then from its parents,
 * and no longer from the other, which goes. So each column and check is as inherited as it was.
 *
 * @param inheritance the tables around
 * @param schema      all that is there when the table is created
 * @param table       the table to create
 */
record Displaced(Inheritance inheritance, Schema schema, Table table) {

    /** The other table. */
    QualifiedName shape() {
        String base = table.name().name().value();
        String free = DefaultNames.made(base, "", "columns");
        for (int number = 1; isTaken(free); number++) {
            free = DefaultNames.made(base, "", "columns" + number);
        }
        return table.name().sibling(new Identifier(free));
    }

    private boolean isTaken(String name) {
        QualifiedName shape = table.name().sibling(new Identifier(name));
        return schema.tables().containsKey(shape)
                || schema.views().containsKey(shape)
                || schema.sequences().containsKey(shape)
                || schema.enums().containsKey(shape)
                || schema.others().containsKey(shape)
                || schema.tables().values().stream()
                        .flatMap(other -> other.indexes().stream())
                        .anyMatch(index -> shape.name().equals(index.name()));
    }

    /** The statement that creates the other table. */
    void create(SqlWriter sql, ColumnClauses columns, ConstraintClauses constraints) {
        List<Consumer<SqlWriter>> lines = new ArrayList<>();
        columns().forEach(column -> lines.add(line -> columns.definition(line, column)));
        checks().forEach(check -> lines.add(line -> constraints.constraint(line, check)));
        sql.sql("CREATE TABLE").name(shape()).block(lines, (line, words) -> words.accept(line));
    }

    /** What is computed is defined only there, since a child cannot compute what its parent does not. */
    private List<Column> columns() {
        Map<Identifier, Column> inherited = inheritance.inherited(table);
        return table.columns().stream()
                .map(column -> {
                    Column from = inherited.get(column.name());
                    if (from != null) {
                        return from.nullable() ? from : named(from, inheritance.notNull(table, column.name()));
                    }
                    return column.generated() == null
                            ? new Column(
                                    column.name(),
                                    SerialColumns.plain(column),
                                    true,
                                    null,
                                    null,
                                    null,
                                    null,
                                    Options.NONE)
                            : named(column, PostgresColumns.notNull(table.name(), column));
                })
                .toList();
    }

    private static Column named(Column column, String notNull) {
        return column.withOptions(column.options().with(PostgresOptions.DIALECT, PostgresOptions.NOT_NULL, notNull));
    }

    private List<CheckConstraint> checks() {
        DefaultNames names = DefaultNames.of(schema);
        return inheritance.checks(table, names).toList();
    }

    /** The statements that join the table to its parents, and take the other one away. */
    List<Consumer<SqlWriter>> join() {
        List<Consumer<SqlWriter>> statements = new ArrayList<>();
        for (String parent : PostgresOptions.list(table.options(), PostgresOptions.INHERITS)) {
            statements.add(sql ->
                    sql.sql("ALTER TABLE").name(table.name()).sql("INHERIT").sql(parent));
        }
        statements.add(sql ->
                sql.sql("ALTER TABLE").name(table.name()).sql("NO INHERIT").name(shape()));
        statements.add(sql -> sql.sql("DROP TABLE").name(shape()));
        return statements;
    }
}
