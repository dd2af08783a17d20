// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.plan;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.SqlWriter;
import dev.retort.engine.replay.Selection;
import dev.retort.operation.Batch;
import dev.retort.operation.ConstraintSelector;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.Operation;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Deferrability;
import dev.retort.schema.Options;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.SqlText;
import dev.retort.schema.Table;

/**
 * Lets an operation mean a check in the words in which the database tells it: {@code qty >= 0} may be told as
 * {@code (`qty` >= 0)}.
 */
record ToldChecks(Dialect dialect, Schema schema) {

    /** The operation with the expression that the table's check has, where it says the same in other words. */
    Operation meant(Operation operation) {
        if (operation instanceof Batch batch) {
            return new Batch(
                    batch.table(),
                    batch.operations().stream().map(this::meant).toList(),
                    batch.recreate(),
                    batch.options());
        }
        if (!(operation instanceof DropConstraint drop)
                || !(drop.constraint() instanceof ConstraintSelector.CheckOf check)) {
            return operation;
        }
        Table table = schema.tables().get(drop.table());
        if (table == null || !Selection.of(table, check).isEmpty()) {
            return operation;
        }
        String told = told(table, check.expression());
        return table.checks().stream()
                .filter(other -> told(table, other.expression()).equals(told))
                .findFirst()
                .<Operation>map(same -> new DropConstraint(
                        drop.table(),
                        new ConstraintSelector.CheckOf(same.expression()),
                        drop.ifExists(),
                        drop.cascade()))
                .orElse(operation);
    }

    private String told(Table table, SqlText expression) {
        CheckConstraint check = new CheckConstraint(
                null, expression, Deferrability.NOT_DEFERRABLE, true, Options.NONE);
        SchemaBuilder alone = new SchemaBuilder();
        alone.enums().putAll(schema.enums());
        alone.table(Table.of(table.name(), table.columns()).toBuilder().constraint(check).build());
        Table canonical = dialect.canonical(alone.build()).tables().get(table.name());
        return canonical == null || canonical.checks().isEmpty()
                ? SqlWriter.verbatim(expression)
                : SqlWriter.verbatim(canonical.checks().get(0).expression());
    }
}
