// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.autogenerate;

import dev.retort.diagnostic.Finding;
import dev.retort.operation.AddForeignKey;
import dev.retort.operation.CreateSchema;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropSchema;
import dev.retort.operation.DropTable;
import dev.retort.operation.Operation;
import dev.retort.schema.Identifier;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import dev.retort.schema.TableConstraint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the operations that turn one schema into another. Both are compared as they are: schemas of a database are given in
 * its canonical form, so there is no list of special cases here.
 *
 * <p>The order is such that each operation finds what it needs: what is dropped goes before what is added, tables are created
 * in the order of their foreign keys (a circle is closed afterwards by {@code add_foreign_key}) and dropped the other way
 * round, views and triggers stand aside while a table that they mention changes. It depends on names alone, so it is the
 * same in every run.
 *
 * <p>A column or table under another name is another one; only a change of upper and lower case is a rename. The order of
 * columns is no difference, see {@link ColumnOrder}.
 */
public final class Comparator {

    private final boolean placing;

    /**
     * @param placing whether a new column is given its place among the others; else it goes to the end, which is the only
     *                place on most databases
     */
    public Comparator(boolean placing) {
        this.placing = placing;
    }

    /**
     * @param from the schema that is there
     * @param to   the schema that shall be
     * @return the difference
     */
    public Comparison compare(Schema from, Schema to) {
        return compareEffective(Effective.schema(from), Effective.schema(to));
    }

    private Comparison compareEffective(Schema from, Schema to) {
        List<Operation> operations = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        List<TableChange> changes = tableChanges(from, to, findings);
        List<Table> dropped = missing(from, to);
        List<Table> added = missing(to, from);
        TextChange texts = new TextChange(from, to, changes, dropped);
        RoutineChange routines = new RoutineChange(from, to);
        SequenceChange sequences = new SequenceChange(from, to);
        EnumDifference enums = new EnumDifference(from, to);
        ReferenceChange references = new ReferenceChange(from, to, changes);

        to.namespaces().stream()
                .filter(name -> !from.namespaces().contains(name))
                .forEach(name -> operations.add(new CreateSchema(name, false, null)));
        operations.addAll(texts.drops());
        OtherChange others = new OtherChange(from, to);
        operations.addAll(others.early());
        operations.addAll(enums.before());
        operations.addAll(sequences.before());
        operations.addAll(references.drops());
        dropTables(dropped, operations);
        operations.addAll(routines.early());
        alterTables(changes, references, operations);
        createTables(added, operations);
        changes.forEach(change -> operations.addAll(change.indexAdds()));
        operations.addAll(references.adds());
        operations.addAll(sequences.after());
        operations.addAll(enums.after());
        operations.addAll(routines.late());
        operations.addAll(texts.creates());
        operations.addAll(routines.drops());
        operations.addAll(others.late());
        operations.addAll(others.drops());
        findings.addAll(others.findings());
        from.namespaces().stream()
                .filter(name -> !to.namespaces().contains(name))
                .forEach(name -> operations.add(new DropSchema(name, false, false)));
        return new Comparison(CreationOrder.of(operations, to), findings);
    }

    private List<TableChange> tableChanges(Schema from, Schema to, List<Finding> findings) {
        List<TableChange> changes = new ArrayList<>();
        for (Table target : to.tables().values()) {
            Table present = from.tables().get(target.name());
            if (present != null && !present.equals(target)) {
                changes.add(TableChange.of(present, target, placing, findings));
            }
        }
        return changes;
    }

    private static List<Table> missing(Schema from, Schema to) {
        return from.tables().values().stream()
                .filter(table -> !to.tables().containsKey(table.name()))
                .toList();
    }

    private static void dropTables(List<Table> tables, List<Operation> operations) {
        TableOrder order = TableOrder.of(tables);
        order.postponed()
                .forEach(key ->
                        operations.add(new DropConstraint(key.table(), Selectors.of(key.foreignKey()), false, false)));
        List<QualifiedName> names = new ArrayList<>(order.names());
        Collections.reverse(names);
        names.forEach(name -> operations.add(DropTable.of(name)));
    }

    /** What concerns one table stands together, so that a dialect can do it in one go. */
    private static void alterTables(List<TableChange> changes, ReferenceChange references, List<Operation> operations) {
        changes.forEach(change -> operations.addAll(change.indexDrops()));
        Set<TableConstraint> moving = new HashSet<>();
        Set<QualifiedName> released = new HashSet<>();
        for (TableChange change : changes) {
            for (TableConstraint constraint : change.constraintDrops()) {
                if (movesElsewhere(change, constraint, changes)) {
                    if (released.add(change.target().name())) {
                        operations.addAll(references.localDrops(change.target().name()));
                    }
                    moving.add(constraint);
                    operations.add(change.drop(constraint));
                }
            }
        }
        for (TableChange change : changes) {
            QualifiedName name = change.target().name();
            if (!released.contains(name)) {
                operations.addAll(references.localDrops(name));
            }
            operations.addAll(change.columns().renames());
            change.constraintDrops().stream()
                    .filter(constraint -> !moving.contains(constraint))
                    .forEach(constraint -> operations.add(change.drop(constraint)));
            operations.addAll(change.columns().operations());
            operations.addAll(change.constraintAdds());
            operations.addAll(change.attributes());
            operations.addAll(references.localAdds(name));
        }
    }

    /** Whether another table will have a constraint or index of this name, which must be free before. */
    private static boolean movesElsewhere(TableChange change, TableConstraint constraint, List<TableChange> changes) {
        Identifier name = constraint.name();
        return name != null
                && change.columns().renames().isEmpty()
                && changes.stream().anyMatch(other -> other != change && other.willUse(name));
    }

    private static void createTables(List<Table> tables, List<Operation> operations) {
        TableOrder order = TableOrder.of(tables);
        order.tables().forEach(table -> operations.add(CreateTable.of(table)));
        order.postponed().forEach(key -> operations.add(new AddForeignKey(key.table(), key.foreignKey())));
    }
}
