// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import dev.retort.operation.AddCheck;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AddExclusion;
import dev.retort.operation.AddForeignKey;
import dev.retort.operation.AddPrimaryKey;
import dev.retort.operation.AddUnique;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateTable;
import dev.retort.operation.Operation;
import dev.retort.schema.Column;
import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import dev.retort.schema.TableConstraint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns, constraints and indexes that an operation makes. */
record OperationParts(
        @Nullable QualifiedName table, List<Column> columns, List<TableConstraint> constraints, List<Index> indexes) {

    static OperationParts of(Operation operation) {
        if (operation instanceof CreateTable create) {
            Table table = create.table();
            return new OperationParts(
                    table.name(), table.columns(), table.constraints().toList(), table.indexes());
        }
        if (operation instanceof AddColumn add) {
            List<TableConstraint> references = add.references() == null ? List.of() : List.of(add.references());
            return new OperationParts(add.table(), List.of(add.column()), references, List.of());
        }
        if (operation instanceof CreateIndex create) {
            return new OperationParts(create.table(), List.of(), List.of(), List.of(create.index()));
        }
        if (operation instanceof AddPrimaryKey add) {
            return constraint(add.table(), add.primaryKey());
        }
        if (operation instanceof AddUnique add) {
            return constraint(add.table(), add.unique());
        }
        if (operation instanceof AddForeignKey add) {
            return constraint(add.table(), add.foreignKey());
        }
        if (operation instanceof AddCheck add) {
            return constraint(add.table(), add.check());
        }
        if (operation instanceof AddExclusion add) {
            return constraint(add.table(), add.exclusion());
        }
        return new OperationParts(null, List.of(), List.of(), List.of());
    }

    private static OperationParts constraint(QualifiedName table, TableConstraint constraint) {
        return new OperationParts(table, List.of(), List.of(constraint), List.of());
    }
}
