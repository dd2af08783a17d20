// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.NamingConvention;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.TableConstraint;
import dev.retort.schema.UniqueConstraint;
import java.util.List;

/**
 * Gives names to the unnamed constraints and indexes that operations make.
 *
 * @param convention the templates
 * @param limit      the longest name, in bytes of UTF-8; a longer one is cut and ends with a hash
 */
public record Naming(NamingConvention convention, int limit) {

    /** The longest name that all of PostgreSQL (63), MySQL (64) and SQLite keep. */
    public static final int COMMON_LIMIT = 63;

    /**
     * An operation with names for what it makes, and for what the stated effects of SQL text and code make.
     *
     * @param operation an operation
     * @return a copy; the operation itself if it makes nothing that the convention names
     */
    public Operation name(Operation operation) {
        if (operation instanceof CreateTable create) {
            return new CreateTable(convention.name(create.table(), limit), create.ifNotExists(), create.prefixes());
        }
        if (operation instanceof CreateIndex create) {
            return new CreateIndex(
                    create.table(), convention.name(create.table(), create.index(), limit), create.ifNotExists());
        }
        if (operation instanceof AddColumn add && add.references() != null) {
            return new AddColumn(
                    add.table(),
                    add.column(),
                    add.position(),
                    (ForeignKey) named(add.table(), add.references()),
                    add.primaryKey(),
                    add.ifNotExists());
        }
        if (operation instanceof AddPrimaryKey add) {
            return new AddPrimaryKey(add.table(), (PrimaryKey) named(add.table(), add.primaryKey()));
        }
        if (operation instanceof AddUnique add) {
            return new AddUnique(add.table(), (UniqueConstraint) named(add.table(), add.unique()));
        }
        if (operation instanceof AddForeignKey add) {
            return new AddForeignKey(add.table(), (ForeignKey) named(add.table(), add.foreignKey()));
        }
        if (operation instanceof AddCheck add) {
            return new AddCheck(add.table(), (CheckConstraint) named(add.table(), add.check()));
        }
        return nested(operation);
    }

    private Operation nested(Operation operation) {
        if (operation instanceof Batch batch) {
            return new Batch(batch.table(), all(batch.operations()), batch.recreate(), batch.options());
        }
        if (operation instanceof Execute execute && execute.effects() != null) {
            return new Execute(execute.sql(), all(execute.effects()), execute.reverse());
        }
        if (operation instanceof Run run && run.effects() != null) {
            return new Run(run.description(), run.action(), all(run.effects()));
        }
        return operation;
    }

    private List<Operation> all(List<Operation> operations) {
        return operations.stream().map(this::name).toList();
    }

    private TableConstraint named(QualifiedName table, TableConstraint constraint) {
        return convention.name(table, constraint, limit);
    }
}
