// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.replay;

import dev.retort.operation.AlterEnum;
import dev.retort.operation.AlterSequence;
import dev.retort.operation.CreateEnum;
import dev.retort.operation.CreateSchema;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.DropEnum;
import dev.retort.operation.DropSchema;
import dev.retort.operation.DropSequence;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.EnumType;
import dev.retort.schema.Identifier;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;
import java.util.List;
import java.util.function.Predicate;

/** Namespaces, sequences and enum types. */
final class ObjectReplay {

    private final Workspace workspace;
    private final ColumnReplay columns;

    ObjectReplay(Workspace workspace, ColumnReplay columns) {
        this.workspace = workspace;
        this.columns = columns;
    }

    void apply(CreateSchema create) {
        if (!workspace.schema.namespaces().add(create.schema()) && !create.ifNotExists()) {
            workspace.exists("schema", create.schema(), "");
        }
    }

    void apply(DropSchema drop) {
        Identifier name = drop.schema();
        SchemaBuilder schema = workspace.schema;
        boolean used = objects(name);
        // A database has namespaces that nobody created, such as PostgreSQL's public.
        if (!schema.namespaces().remove(name) && !used && !drop.ifExists()) {
            workspace.doubtful(
                    "There is no schema '" + name + "' at this point, unless the database comes with one.",
                    "If it may be missing, say if_exists.");
        }
        if (used && !drop.cascade()) {
            workspace.invalid(
                    "Schema '" + name + "' is dropped while there are objects in it.",
                    "Drop them first, or say cascade.");
        }
        if (used) {
            empty(name);
        }
    }

    private boolean objects(Identifier namespace) {
        SchemaBuilder schema = workspace.schema;
        Predicate<QualifiedName> inIt = name -> namespace.equals(name.namespace());
        return schema.tables().keySet().stream().anyMatch(inIt)
                || schema.views().keySet().stream().anyMatch(inIt)
                || schema.enums().keySet().stream().anyMatch(inIt)
                || schema.sequences().keySet().stream().anyMatch(inIt)
                || schema.others().keySet().stream().anyMatch(inIt)
                || schema.routines().keySet().stream().anyMatch(key -> inIt.test(key.name()));
    }

    private void empty(Identifier namespace) {
        SchemaBuilder schema = workspace.schema;
        Predicate<QualifiedName> inIt = name -> namespace.equals(name.namespace());
        schema.tables().keySet().removeIf(inIt);
        schema.views().keySet().removeIf(inIt);
        schema.enums().keySet().removeIf(inIt);
        schema.sequences().keySet().removeIf(inIt);
        schema.others().keySet().removeIf(inIt);
        schema.routines().keySet().removeIf(key -> inIt.test(key.name()));
        schema.triggers().keySet().removeIf(key -> inIt.test(key.table()));
        schema.tables()
                .replaceAll((name, table) -> table.toBuilder()
                        .mapForeignKeys(key -> inIt.test(key.referredTable()) ? null : key)
                        .build());
    }

    void apply(CreateSequence create) {
        Sequence sequence = create.sequence();
        if (workspace.schema.sequences().containsKey(sequence.name())) {
            if (!create.ifNotExists()) {
                workspace.exists("sequence", sequence.name(), "");
            }
            return;
        }
        put(sequence);
    }

    void apply(AlterSequence alter) {
        if (isSequence(alter.sequence().name())) {
            put(alter.sequence());
        }
    }

    private void put(Sequence sequence) {
        workspace.schema.sequence(sequence);
        Sequence.ColumnReference owner = sequence.ownedBy();
        if (owner != null) {
            Table table = workspace.table(owner.table());
            if (table != null) {
                workspace.hasColumn(table, owner.column());
            }
        }
    }

    void apply(DropSequence drop) {
        if (workspace.schema.sequences().remove(drop.sequence()) == null && !drop.ifExists()) {
            isSequence(drop.sequence());
        }
    }

    private boolean isSequence(QualifiedName name) {
        if (workspace.schema.sequences().containsKey(name)) {
            return true;
        }
        workspace.missing("sequence", name, "", workspace.schema.sequences().keySet(), "sequences");
        return false;
    }

    void apply(CreateEnum create) {
        EnumType type = create.type();
        if (!workspace.schema.enums().containsKey(type.name())) {
            workspace.schema.enumType(type);
        } else if (!create.ifNotExists()) {
            workspace.exists("enum type", type.name(), "");
        }
    }

    void apply(AlterEnum alter) {
        EnumType type = workspace.schema.enums().get(alter.type());
        if (type == null) {
            missingEnum(alter.type());
            return;
        }
        new EnumReplay(workspace).apply(type, alter.change());
    }

    void apply(DropEnum drop) {
        QualifiedName name = drop.type();
        if (workspace.schema.enums().remove(name) == null) {
            if (!drop.ifExists()) {
                missingEnum(name);
            }
            return;
        }
        for (Table table : List.copyOf(workspace.schema.tables().values())) {
            for (Column column : table.columns()) {
                if (isOf(column.type(), name)) {
                    release(name, table.name(), column.name(), drop.cascade());
                }
            }
        }
    }

    private void release(QualifiedName type, QualifiedName table, Identifier column, boolean cascade) {
        Table current = workspace.schema.tables().get(table);
        if (cascade && current != null && current.column(column).isPresent()) {
            columns.drop(current, column, true);
        } else if (!cascade) {
            workspace.doubtful(
                    "Enum type '" + type + "' is dropped while column '" + column + "' of table '" + table
                            + "' is of it.",
                    "Change the column's type first.");
        }
    }

    static boolean isOf(DataType type, QualifiedName name) {
        return type instanceof DataType.Array array
                ? isOf(array.element(), name)
                : type instanceof DataType.Enum anEnum && name.equals(anEnum.name());
    }

    private void missingEnum(QualifiedName name) {
        workspace.missing("enum type", name, "", workspace.schema.enums().keySet(), "enum types");
    }
}
