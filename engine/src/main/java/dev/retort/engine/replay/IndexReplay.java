// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.replay;

import dev.retort.operation.CreateIndex;
import dev.retort.operation.DropIndex;
import dev.retort.operation.RenameIndex;
import dev.retort.schema.Identifier;
import dev.retort.schema.Index;
import dev.retort.schema.IndexKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Indexes. Whether two tables may have indexes of one name differs between databases, so that is not judged here. */
final class IndexReplay {

    private final Workspace workspace;

    IndexReplay(Workspace workspace) {
        this.workspace = workspace;
    }

    /** Finds what is wrong with the indexes of a new table. */
    void check(Table table) {
        Set<Identifier> names = new HashSet<>();
        for (Index index : table.indexes()) {
            Identifier name = index.name();
            if (name != null && !names.add(name)) {
                workspace.exists("index", name, " on table '" + table.name() + "'");
            }
            check(table, index);
        }
    }

    private void check(Table table, Index index) {
        index.parts().forEach(part -> {
            if (part.key() instanceof IndexKey.OfColumn column) {
                workspace.hasColumn(table, column.name());
            }
        });
    }

    void apply(CreateIndex create) {
        Table table = workspace.table(create.table());
        if (table == null) {
            return;
        }
        Identifier name = create.index().name();
        if (name != null && table.index(name).isPresent()) {
            if (!create.ifNotExists()) {
                workspace.exists("index", name, " on table '" + table.name() + "'");
            }
            return;
        }
        workspace.schema.table(table.toBuilder().index(create.index()).build());
        check(table, create.index());
    }

    void apply(DropIndex drop) {
        Table table = owner(workspace.schema.tables().values(), drop.table(), drop.index());
        if (table == null) {
            if (!drop.ifExists()) {
                missing(drop.table(), drop.index());
            }
            return;
        }
        workspace.schema.table(table.toBuilder()
                .mapIndexes(index -> drop.index().name().equals(index.name()) ? null : index)
                .build());
    }

    void apply(RenameIndex rename) {
        Table table = owner(workspace.schema.tables().values(), rename.table(), rename.index());
        if (table == null) {
            missing(rename.table(), rename.index());
            return;
        }
        if (!rename.to().equals(rename.index().name())
                && table.index(rename.to()).isPresent()) {
            workspace.exists("index", rename.to(), " on table '" + table.name() + "'");
            return;
        }
        workspace.schema.table(table.toBuilder()
                .mapIndexes(index -> rename.index().name().equals(index.name()) ? index.withName(rename.to()) : index)
                .build());
    }

    /** The table that has the index; of the same namespace unless it is named. */
    static @Nullable Table owner(Iterable<Table> tables, @Nullable QualifiedName named, QualifiedName index) {
        for (Table table : tables) {
            boolean candidate = named == null
                    ? Objects.equals(table.name().namespace(), index.namespace())
                    : table.name().equals(named);
            if (candidate && table.index(index.name()).isPresent()) {
                return table;
            }
        }
        return null;
    }

    private void missing(@Nullable QualifiedName named, QualifiedName index) {
        if (named != null && workspace.table(named) == null) {
            return;
        }
        List<Table> tables = named == null
                ? List.copyOf(workspace.schema.tables().values())
                : List.of(workspace.schema.tables().get(named));
        if (tables.stream().anyMatch(table -> table.constraint(index.name()).isPresent())) {
            workspace.invalid(
                    "'" + index.name() + "' is a constraint, not an index.",
                    "Use drop_constraint or rename_constraint.");
            return;
        }
        List<Identifier> names = tables.stream()
                .flatMap(table -> table.indexes().stream())
                .flatMap(i -> Optional.ofNullable(i.name()).stream())
                .toList();
        workspace.missing("index", index.name(), named == null ? "" : " on table '" + named + "'", names, "indexes");
    }
}
