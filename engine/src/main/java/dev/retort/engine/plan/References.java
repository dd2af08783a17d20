// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.plan;

import dev.retort.migration.MigrationStep;
import dev.retort.operation.Batch;
import dev.retort.operation.CreateEnum;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateSchema;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
import dev.retort.operation.CreateView;
import dev.retort.operation.Execute;
import dev.retort.operation.ObjectRef;
import dev.retort.operation.Operation;
import dev.retort.schema.ObjectKind;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlText;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * Decides whether operations speak of anything that they did not make themselves. If not, they can be checked and
 * rendered without knowing what earlier migrations made, which saves reading those.
 */
final class References {

    private final Set<QualifiedName> made = new HashSet<>();

    private References() {}

    static boolean needHistory(Collection<List<MigrationStep>> bodies) {
        References references = new References();
        for (List<MigrationStep> body : bodies) {
            for (MigrationStep step : body) {
                if (references.goBeyond(step.operation())) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean goBeyond(Operation operation) {
        if (isPortable(operation)) {
            return true;
        }
        if (operation instanceof Execute execute) {
            List<Operation> effects = execute.effects();
            return effects != null && effects.stream().anyMatch(this::goBeyond);
        }
        if (operation instanceof Batch batch) {
            return !made.contains(batch.table()) || batch.operations().stream().anyMatch(this::goBeyond);
        }
        remember(operation);
        List<ObjectRef> refs = Stream.concat(
                        operation.footprint().reads().stream(), operation.footprint().writes().stream())
                .toList();
        boolean tableSaid = refs.stream().anyMatch(ref -> ref.kind() == ObjectKind.TABLE);
        return !refs.stream().allMatch(ref -> isMade(ref, tableSaid));
    }

    /** What a portable text means depends on the types of the columns that it names. */
    private static boolean isPortable(Operation operation) {
        AtomicBoolean portable = new AtomicBoolean();
        operation.mapSql(text -> {
            portable.compareAndSet(false, text instanceof SqlText.Portable);
            return text;
        });
        return portable.get();
    }

    private void remember(Operation operation) {
        if (operation instanceof CreateTable create) {
            made.add(create.table().name());
            create.table().indexes().forEach(index -> {
                if (index.name() != null) {
                    made.add(create.table().name().sibling(index.name()));
                }
            });
        } else if (operation instanceof CreateIndex create) {
            create.footprint().writes().forEach(ref -> made.add(ref.name()));
        } else if (operation instanceof CreateEnum
                || operation instanceof CreateSequence
                || operation instanceof CreateSchema
                || operation instanceof CreateView) {
            operation.footprint().writes().forEach(ref -> made.add(ref.name()));
        }
    }

    private boolean isMade(ObjectRef ref, boolean tableSaid) {
        return switch (ref.kind()) {
            case TABLE, VIEW, ENUM, SEQUENCE, NAMESPACE -> made.contains(ref.name());
            case INDEX -> tableSaid || made.contains(ref.name());
            case ROUTINE, TRIGGER, OTHER -> false;
        };
    }
}
