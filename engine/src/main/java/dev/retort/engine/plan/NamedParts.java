// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.plan;

import dev.retort.operation.AddCheck;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AddForeignKey;
import dev.retort.operation.AddPrimaryKey;
import dev.retort.operation.AddUnique;
import dev.retort.operation.Batch;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateTable;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.operation.Run;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.NamingConvention;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gives names to the constraints and indexes of operations that have none. */
public final class NamedParts {

    private final ConventionalNames names;

    /**
     * @param convention the project's convention
     */
    public NamedParts(NamingConvention convention) {
        this.names = new ConventionalNames(convention);
    }

    /**
     * The same operation with names.
     *
     * @param operation an operation
     * @return a copy in which a part has a name if the convention gives one
     */
    public Operation named(Operation operation) {
        if (operation instanceof CreateTable create) {
            return new CreateTable(table(create.table()), create.ifNotExists(), create.prefixes());
        }
        if (operation instanceof CreateIndex create) {
            return new CreateIndex(create.table(), names.index(create.table(), create.index()), create.ifNotExists());
        }
        if (operation instanceof AddPrimaryKey add) {
            return new AddPrimaryKey(add.table(), names.primaryKey(add.table(), add.primaryKey()));
        }
        if (operation instanceof AddUnique add) {
            return new AddUnique(add.table(), names.unique(add.table(), add.unique()));
        }
        if (operation instanceof AddForeignKey add) {
            return new AddForeignKey(add.table(), names.foreignKey(add.table(), add.foreignKey()));
        }
        if (operation instanceof AddCheck add) {
            return new AddCheck(add.table(), names.check(add.table(), add.check()));
        }
        if (operation instanceof AddColumn add) {
            ForeignKey references = add.references();
            return references == null
                    ? add
                    : new AddColumn(
                            add.table(),
                            add.column(),
                            add.position(),
                            names.foreignKey(add.table(), references),
                            add.primaryKey(),
                            add.ifNotExists());
        }
        return nested(operation);
    }

    private Operation nested(Operation operation) {
        if (operation instanceof Batch batch) {
            return new Batch(batch.table(), all(batch.operations()), batch.recreate(), batch.options());
        }
        if (operation instanceof Execute execute) {
            return new Execute(execute.sql(), effects(execute.effects()), execute.reverse());
        }
        if (operation instanceof Run run) {
            return new Run(run.description(), run.action(), effects(run.effects()));
        }
        return operation;
    }

    private List<Operation> all(List<Operation> operations) {
        return operations.stream().map(this::named).toList();
    }

    private @Nullable List<Operation> effects(@Nullable List<Operation> operations) {
        return operations == null ? null : all(operations);
    }

    private Table table(Table table) {
        QualifiedName name = table.name();
        return table.toBuilder()
                .primaryKey(table.primaryKey() == null ? null : names.primaryKey(name, table.primaryKey()))
                .mapUniques(unique -> names.unique(name, unique))
                .mapForeignKeys(key -> names.foreignKey(name, key))
                .mapChecks(check -> names.check(name, check))
                .indexes(table.indexes().stream()
                        .map(index -> names.index(name, index))
                        .toList())
                .build();
    }
}
