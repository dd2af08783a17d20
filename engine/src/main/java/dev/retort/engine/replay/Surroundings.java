// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.replay;

import dev.retort.operation.AlterEnum;
import dev.retort.operation.Batch;
import dev.retort.operation.ObjectRef;
import dev.retort.operation.Operation;
import dev.retort.schema.DataType;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.ObjectKind;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.Table;
import dev.retort.schema.View;
import java.util.HashSet;
import java.util.Set;

/** Cuts that part out of a schema that an operation is about, so that a long plan need not copy all of it each time. */
final class Surroundings {

    private final SchemaBuilder all;
    private final SchemaBuilder part = new SchemaBuilder();

    private Surroundings(SchemaBuilder all) {
        this.all = all;
    }

    static Schema of(Operation operation, SchemaBuilder all) {
        Surroundings surroundings = new Surroundings(all);
        surroundings.types();
        Set<ObjectRef> refs = new HashSet<>(operation.footprint().reads());
        refs.addAll(operation.footprint().writes());
        if (operation instanceof Batch batch) {
            refs.add(ObjectRef.table(batch.table()));
        }
        boolean tableSaid = refs.stream().anyMatch(ref -> ref.kind() == ObjectKind.TABLE);
        refs.forEach(ref -> surroundings.add(ref, tableSaid));
        if (operation instanceof AlterEnum alter) {
            surroundings.users(alter.type());
        }
        return surroundings.part.build();
    }

    private void types() {
        part.namespaces().addAll(all.namespaces());
        part.enums().putAll(all.enums());
        part.sequences().putAll(all.sequences());
    }

    private void add(ObjectRef ref, boolean tableSaid) {
        if (ref.kind() == ObjectKind.INDEX) {
            if (!tableSaid) {
                owner(ref.name());
            }
        } else if (ref.kind() == ObjectKind.ROUTINE) {
            all.routines().forEach((key, routine) -> {
                if (key.name().equals(ref.name())) {
                    part.routine(routine);
                }
            });
        } else if (ref.kind() == ObjectKind.TRIGGER) {
            all.triggers().forEach((key, trigger) -> {
                if (key.name().equals(ref.name().name())) {
                    part.trigger(trigger);
                }
            });
        }
        relation(ref.name());
    }

    private void relation(QualifiedName name) {
        Table table = all.tables().get(name);
        if (table != null) {
            part.table(table);
            for (ForeignKey key : table.foreignKeys()) {
                Table referred = all.tables().get(key.referredTable());
                if (referred != null) {
                    part.table(referred);
                }
            }
        }
        View view = all.views().get(name);
        if (view != null) {
            part.view(view);
        }
        if (table != null || view != null) {
            all.triggers().forEach((key, trigger) -> {
                if (key.table().equals(name)) {
                    part.trigger(trigger);
                }
            });
        }
    }

    /** The tables of an enum type, whose columns must change where the type has no name of its own. */
    private void users(QualifiedName type) {
        for (Table table : all.tables().values()) {
            if (table.columns().stream()
                    .anyMatch(column -> column.type() instanceof DataType.Enum one && type.equals(one.name()))) {
                relation(table.name());
            }
        }
    }

    /** The table of an index; a search through all of them. */
    private void owner(QualifiedName index) {
        for (Table table : all.tables().values()) {
            boolean sameNamespace = table.name().sibling(index.name()).equals(index);
            if (sameNamespace && table.index(index.name()).isPresent()) {
                part.table(table);
                return;
            }
        }
    }
}
