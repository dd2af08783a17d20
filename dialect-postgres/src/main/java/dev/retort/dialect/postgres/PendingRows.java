// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.dialect.PlacedOperation;
import dev.retort.dialect.SqlWriter;
import dev.retort.dialect.Statement;
import dev.retort.operation.Custom;
import dev.retort.operation.DeleteRows;
import dev.retort.operation.Execute;
import dev.retort.operation.InsertRows;
import dev.retort.operation.Operation;
import dev.retort.operation.Run;
import dev.retort.operation.UpdateRows;
import dev.retort.schema.Deferrability;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identifier;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import dev.retort.schema.TableConstraint;
import dev.retort.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * PostgreSQL alters no table for which a deferred constraint has rows to check yet. So these are checked between changes
 * of rows and changes of the schema in one transaction; afterwards the constraints are deferred again.
 */
final class PendingRows {

    private final Supplier<SqlWriter> writers;
    private boolean pending;

    PendingRows(Supplier<SqlWriter> writers) {
        this.writers = writers;
    }

    List<Statement> before(PlacedOperation placed) {
        if (changesRows(placed.operation())) {
            pending = true;
            return List.of();
        }
        if (!pending) {
            return List.of();
        }
        pending = false;
        boolean none = placed.before().tables().values().stream()
                .flatMap(Table::constraints)
                .allMatch(constraint -> deferrability(constraint) == Deferrability.NOT_DEFERRABLE);
        if (none) {
            return List.of();
        }
        List<Statement> statements = new ArrayList<>();
        statements.add(new Statement.Sql("SET CONSTRAINTS ALL IMMEDIATE"));
        List<QualifiedName> deferred = deferred(placed.before());
        if (!deferred.isEmpty()) {
            statements.add(new Statement.Sql(writers.get()
                    .sql("SET CONSTRAINTS")
                    .join(deferred, SqlWriter::name)
                    .sql("DEFERRED")
                    .toString()));
        }
        return statements;
    }

    private static boolean changesRows(Operation operation) {
        return operation instanceof InsertRows
                || operation instanceof UpdateRows
                || operation instanceof DeleteRows
                || operation instanceof Execute
                || operation instanceof Run
                || operation instanceof Custom;
    }

    private static List<QualifiedName> deferred(Schema schema) {
        DefaultNames names = DefaultNames.of(schema);
        List<QualifiedName> deferred = new ArrayList<>();
        for (Table table : schema.tables().values()) {
            table.constraints()
                    .filter(constraint -> deferrability(constraint) == Deferrability.INITIALLY_DEFERRED)
                    .forEach(constraint -> {
                        Identifier name = names.of(table.name(), constraint);
                        if (name != null) {
                            deferred.add(table.name().sibling(name));
                        }
                    });
        }
        return deferred;
    }

    private static Deferrability deferrability(TableConstraint constraint) {
        if (constraint instanceof ForeignKey key) {
            return key.deferrability();
        }
        if (constraint instanceof UniqueConstraint unique) {
            return unique.deferrability();
        }
        return constraint instanceof PrimaryKey key ? key.deferrability() : Deferrability.NOT_DEFERRABLE;
    }
}
