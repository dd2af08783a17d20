// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.autogenerate;

import dev.retort.operation.AddForeignKey;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.Operation;
import dev.retort.operation.ValidateConstraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identifier;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Differences between foreign keys of tables that stay. One that stays too is dropped and made again if the columns or
 * the key that it hangs on change meanwhile, since most databases would refuse that change.
 */
final class ReferenceChange {

    private final Schema from;
    private final Schema to;
    private final Map<QualifiedName, TableChange> changes = new TreeMap<>();
    private final List<TableOrder.Key> drops = new ArrayList<>();
    private final List<TableOrder.Key> adds = new ArrayList<>();
    private final List<Operation> validations = new ArrayList<>();

    ReferenceChange(Schema from, Schema to, List<TableChange> tableChanges) {
        this.from = from;
        this.to = to;
        tableChanges.forEach(change -> changes.put(change.target().name(), change));
        for (Table target : to.tables().values()) {
            Table present = from.tables().get(target.name());
            if (present != null) {
                compare(present, target);
            }
        }
    }

    private void compare(Table present, Table target) {
        List<ForeignKey> gone = TableChange.surplus(present.foreignKeys(), target.foreignKeys());
        List<ForeignKey> come = TableChange.surplus(target.foreignKeys(), present.foreignKeys());
        List<ForeignKey> kept = TableChange.surplus(present.foreignKeys(), gone);
        for (ForeignKey key : gone) {
            Identifier name = key.name();
            if (name != null && !isDisturbed(present, key) && come.remove(key.withValidated(true))) {
                validations.add(new ValidateConstraint(target.name(), name));
            } else {
                drops.add(new TableOrder.Key(target.name(), key));
            }
        }
        come.forEach(key -> adds.add(new TableOrder.Key(target.name(), key)));
        for (ForeignKey key : kept) {
            if (isDisturbed(present, key)) {
                drops.add(new TableOrder.Key(target.name(), key));
                adds.add(new TableOrder.Key(target.name(), key));
            }
        }
    }

    private boolean isDisturbed(Table table, ForeignKey key) {
        TableChange own = changes.get(table.name());
        TableChange other = changes.get(key.referredTable());
        return (own != null && own.disturbs(key.columns(), false))
                || (other != null && other.disturbs(referredColumns(key), true));
    }

    private List<Identifier> referredColumns(ForeignKey key) {
        Table referred = from.tables().get(key.referredTable());
        PrimaryKey primaryKey = referred == null ? null : referred.primaryKey();
        return !key.referredColumns().isEmpty() || primaryKey == null ? key.referredColumns() : primaryKey.columns();
    }

    /** Whether it concerns no other table that changes, so that it can be changed together with its own. */
    private boolean isLocal(TableOrder.Key key) {
        QualifiedName referred = key.foreignKey().referredTable();
        return referred.equals(key.table())
                || (from.tables().containsKey(referred)
                        && to.tables().containsKey(referred)
                        && !changes.containsKey(referred));
    }

    /** Foreign keys that go before any table changes. */
    List<Operation> drops() {
        return drops.stream()
                .filter(key -> !isLocal(key))
                .<Operation>map(ReferenceChange::drop)
                .toList();
    }

    /** Foreign keys that go right before their table changes. */
    List<Operation> localDrops(QualifiedName table) {
        return drops.stream()
                .filter(key -> key.table().equals(table) && isLocal(key))
                .<Operation>map(ReferenceChange::drop)
                .toList();
    }

    /** Foreign keys that come right after their table changed. */
    List<Operation> localAdds(QualifiedName table) {
        return adds.stream()
                .filter(key -> key.table().equals(table) && isLocal(key))
                .<Operation>map(key -> new AddForeignKey(key.table(), key.foreignKey()))
                .toList();
    }

    /** Foreign keys that come when all tables are there. */
    List<Operation> adds() {
        List<Operation> operations = new ArrayList<>();
        adds.stream()
                .filter(key -> !isLocal(key))
                .forEach(key -> operations.add(new AddForeignKey(key.table(), key.foreignKey())));
        operations.addAll(validations);
        return operations;
    }

    private static Operation drop(TableOrder.Key key) {
        return new DropConstraint(key.table(), Selectors.of(key.foreignKey()), false, false);
    }
}
