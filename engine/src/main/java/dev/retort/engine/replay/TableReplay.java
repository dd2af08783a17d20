// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.replay;

import dev.retort.engine.text.NameInSql;
import dev.retort.operation.Batch;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropTable;
import dev.retort.operation.ObjectRef;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameTable;
import dev.retort.operation.SetTableComment;
import dev.retort.operation.SqlMapping;
import dev.retort.schema.ObjectKind;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Sequence.ColumnReference;
import dev.retort.schema.Table;
import dev.retort.schema.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Tables as a whole. */
final class TableReplay {

    private final Workspace workspace;
    private final ConstraintReplay constraints;

    TableReplay(Workspace workspace, ConstraintReplay constraints) {
        this.workspace = workspace;
        this.constraints = constraints;
    }

    void apply(CreateTable create) {
        Table table = create.table();
        if (workspace.schema.tables().containsKey(table.name()) && create.ifNotExists()) {
            return;
        }
        // A table of the same name is replaced, so that what follows is judged by the definition at hand.
        workspace.isFree(table.name());
        workspace.schema.table(table);
        constraints.check(table);
        new IndexReplay(workspace).check(table);
    }

    void apply(DropTable drop) {
        QualifiedName name = drop.table();
        if (!workspace.schema.tables().containsKey(name)) {
            if (!drop.ifExists()) {
                workspace.table(name);
            }
            return;
        }
        remove(name, drop.cascade());
    }

    private void remove(QualifiedName name, boolean cascade) {
        workspace.schema.tables().remove(name);
        workspace.schema.triggers().keySet().removeIf(key -> key.table().equals(name));
        workspace.schema.sequences().values().removeIf(s -> References.isOwnedBy(s, name, null));
        List<Table> referring = workspace.schema.tables().values().stream()
                .filter(other -> References.refersTo(other, name))
                .toList();
        if (cascade) {
            referring.forEach(other -> workspace.schema.table(other.toBuilder()
                    .mapForeignKeys(key -> key.referredTable().equals(name) ? null : key)
                    .build()));
            References.dropViewsThatMention(workspace.schema, Set.of(name.name()));
        } else {
            for (Table other : referring) {
                workspace.doubtful(
                        "Table '" + name + "' is dropped while table '" + other.name()
                                + "' has a foreign key to it; most databases refuse that.",
                        "Drop the foreign key or the other table first, or say cascade.");
            }
        }
    }

    void apply(RenameTable rename) {
        QualifiedName from = rename.table();
        QualifiedName to = from.sibling(rename.to());
        Table table = workspace.table(from);
        if (table == null || from.equals(to) || !workspace.isFree(to)) {
            return;
        }
        workspace.schema.tables().remove(from);
        NameInSql qualifier = new NameInSql(from.name().value(), Set.of(), Set.of());
        workspace.schema.table(SqlMapping.table(
                table.toBuilder().name(to).build(),
                text -> SqlEdit.of(
                        text, s -> qualifier.renameQualifier(s, to.name().value(), workspace.quoted))));
        for (Table other : List.copyOf(workspace.schema.tables().values())) {
            if (References.refersTo(other, from)) {
                workspace.schema.table(other.toBuilder()
                        .mapForeignKeys(key -> key.referredTable().equals(from)
                                ? key.withReference(key.columns(), to, key.referredColumns())
                                : key)
                        .build());
            }
        }
        moveTriggers(from, to);
        workspace
                .schema
                .sequences()
                .replaceAll((name, sequence) -> References.isOwnedBy(sequence, from, null)
                        ? References.withOwner(
                                sequence,
                                new ColumnReference(
                                        to, References.owner(sequence).column()))
                        : sequence);
    }

    private void moveTriggers(QualifiedName from, QualifiedName to) {
        List<Trigger> moved = new ArrayList<>();
        workspace.schema.triggers().values().removeIf(trigger -> trigger.table().equals(from) && moved.add(trigger));
        moved.forEach(trigger -> workspace.schema.trigger(trigger.withTable(to)));
    }

    void apply(SetTableComment comment) {
        Table table = workspace.table(comment.table());
        if (table != null) {
            workspace.schema.table(table.toBuilder().comment(comment.comment()).build());
        }
    }

    /** The batch itself: its operations are applied one by one afterwards. */
    void apply(Batch batch) {
        for (Operation operation : batch.operations()) {
            List<ObjectRef> tables = operation.footprint().writes().stream()
                    .filter(ref -> ref.kind() == ObjectKind.TABLE)
                    .toList();
            if (!tables.isEmpty() && tables.stream().noneMatch(ref -> ref.name().equals(batch.table()))) {
                workspace.invalid(
                        "The batch is about table '" + batch.table() + "', but its operation " + operation.keyword()
                                + " is about table '" + tables.get(0).name() + "'.",
                        "Move it out of the batch.");
            }
        }
        Table table = workspace.table(batch.table());
        if (table != null && !batch.options().isEmpty()) {
            workspace.schema.table(table.toBuilder()
                    .options(table.options().overlaidBy(batch.options()))
                    .build());
        }
    }
}
