// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.autogenerate;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.operation.AddCheck;
import dev.retort.operation.AddExclusion;
import dev.retort.operation.AddPrimaryKey;
import dev.retort.operation.AddUnique;
import dev.retort.operation.Batch;
import dev.retort.operation.ConstraintSelector;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropIndex;
import dev.retort.operation.Operation;
import dev.retort.operation.SetTableComment;
import dev.retort.operation.ValidateConstraint;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.ExclusionConstraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identifier;
import dev.retort.schema.Index;
import dev.retort.schema.Options;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import dev.retort.schema.TableConstraint;
import dev.retort.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The difference between two states of one table, without its foreign keys, which concern other tables too.
 *
 * @param present         the table that is there, with columns renamed where only their case changes
 * @param target          the table that shall be
 * @param columns         what happens to the columns
 * @param indexDrops      indexes that go
 * @param constraintDrops constraints that go, the primary key last
 * @param constraintAdds  constraints that come, the primary key first
 * @param indexAdds       indexes that come
 * @param attributes      options and comment
 */
record TableChange(
        Table present,
        Table target,
        ColumnChanges columns,
        List<Operation> indexDrops,
        List<TableConstraint> constraintDrops,
        List<Operation> constraintAdds,
        List<Operation> indexAdds,
        List<Operation> attributes) {

    static TableChange of(Table before, Table target, boolean placing, List<Finding> findings) {
        ColumnChanges columns = ColumnChanges.of(before, target, placing);
        Table present = columns.renamed();
        List<TableConstraint> drops = new ArrayList<>();
        List<Operation> adds = new ArrayList<>();
        constraints(present, target, drops, adds, findings);
        QualifiedName name = target.name();
        return new TableChange(
                present,
                target,
                columns,
                indexDrops(present, target, findings),
                drops,
                adds,
                surplus(target.indexes(), present.indexes()).stream()
                        .<Operation>map(index -> new CreateIndex(name, index, false))
                        .toList(),
                attributes(present, target));
    }

    private static List<Operation> indexDrops(Table present, Table target, List<Finding> findings) {
        List<Operation> drops = new ArrayList<>();
        for (Index index : surplus(present.indexes(), target.indexes())) {
            Identifier name = index.name();
            if (name != null) {
                drops.add(DropIndex.of(target.name(), name));
            } else {
                findings.add(Finding.warning(
                                ErrorCode.UNSUPPORTED,
                                "Table '" + target.name() + "' has an index without a name that is not wanted, and no"
                                        + " operation can drop it.")
                        .withHint("Give indexes a name."));
            }
        }
        return drops;
    }

    /** What the first list has more of than the second. */
    static <P> List<P> surplus(List<P> first, List<P> second) {
        List<P> rest = new ArrayList<>(first);
        second.forEach(rest::remove);
        return rest;
    }

    private static void constraints(
            Table present, Table target, List<TableConstraint> drops, List<Operation> adds, List<Finding> findings) {
        List<TableConstraint> gone = surplus(withoutForeignKeys(present), withoutForeignKeys(target));
        List<TableConstraint> come = surplus(withoutForeignKeys(target), withoutForeignKeys(present));
        for (TableConstraint constraint : List.copyOf(gone)) {
            TableConstraint validated = constraint instanceof CheckConstraint check ? check.withValidated(true) : null;
            Identifier name = constraint.name();
            if (validated != null && name != null && come.remove(validated)) {
                gone.remove(constraint);
                adds.add(new ValidateConstraint(target.name(), name));
            }
        }
        for (TableConstraint constraint : gone) {
            if (Selectors.ofNullable(constraint) != null) {
                drops.add(0, constraint);
            } else {
                findings.add(Finding.warning(
                                ErrorCode.UNSUPPORTED,
                                "Table '" + target.name()
                                        + "' has an exclusion constraint without a name that is not wanted,"
                                        + " and no operation can drop it.")
                        .withHint("Write an execute with the statement that does."));
            }
        }
        come.forEach(constraint -> adds.add(add(target.name(), constraint)));
    }

    private static List<TableConstraint> withoutForeignKeys(Table table) {
        return table.constraints().filter(c -> !(c instanceof ForeignKey)).toList();
    }

    private static Operation add(QualifiedName table, TableConstraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return new AddPrimaryKey(table, key);
        }
        if (constraint instanceof UniqueConstraint unique) {
            return new AddUnique(table, unique);
        }
        return constraint instanceof CheckConstraint check
                ? new AddCheck(table, check)
                : new AddExclusion(table, (ExclusionConstraint) constraint);
    }

    private static List<Operation> attributes(Table present, Table target) {
        List<Operation> operations = new ArrayList<>();
        Options overlay = present.options().overlayTo(target.options());
        if (!overlay.isEmpty()) {
            operations.add(new Batch(target.name(), List.of(), Batch.Recreate.AUTO, overlay));
        }
        if (!Objects.equals(present.comment(), target.comment())) {
            operations.add(new SetTableComment(target.name(), target.comment()));
        }
        return operations;
    }

    DropConstraint drop(TableConstraint constraint) {
        ConstraintSelector selector = Selectors.of(constraint);
        return new DropConstraint(target.name(), selector, false, false);
    }

    /** The names that constraints and indexes of the table will have. */
    boolean willUse(Identifier name) {
        return target.constraint(name).isPresent() || target.index(name).isPresent();
    }

    /** Whether a foreign key would feel the change: one of the columns on its side becomes another, or its key goes. */
    boolean disturbs(List<Identifier> keyColumns, boolean referred) {
        return keyColumns.stream().anyMatch(columns.disturbed()::contains)
                || (referred && constraintDrops.stream().anyMatch(c -> isKeyOn(c, keyColumns)))
                || (referred && indexDropsTouch(keyColumns));
    }

    private static boolean isKeyOn(TableConstraint constraint, List<Identifier> keyColumns) {
        return (constraint instanceof PrimaryKey key && key.columns().containsAll(keyColumns))
                || (constraint instanceof UniqueConstraint unique
                        && unique.columns().containsAll(keyColumns));
    }

    private boolean indexDropsTouch(List<Identifier> keyColumns) {
        List<Index> dropped = surplus(present.indexes(), target.indexes());
        return dropped.stream()
                .anyMatch(index -> index.unique() && index.parts().size() == keyColumns.size());
    }
}
