// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.plan;

import dev.retort.dialect.Timeouts;
import dev.retort.operation.Batch;
import dev.retort.operation.ObjectRef;
import dev.retort.operation.Operation;
import dev.retort.schema.ObjectKind;
import dev.retort.schema.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Cuts operations into runs that a dialect may join: consecutive ones on one table that wait equally long. */
final class OperationRuns {

    private OperationRuns() {}

    static List<List<LoweredOperation>> of(List<LoweredOperation> operations) {
        List<List<LoweredOperation>> runs = new ArrayList<>();
        QualifiedName last = null;
        Timeouts timeouts = Timeouts.UNSET;
        for (LoweredOperation lowered : operations) {
            QualifiedName table = table(lowered.operation());
            if (table == null || !table.equals(last) || !lowered.timeouts().equals(timeouts)) {
                runs.add(new ArrayList<>());
            }
            runs.get(runs.size() - 1).add(lowered);
            last = table;
            timeouts = lowered.timeouts();
        }
        return runs;
    }

    /** The one table that an operation is about, or null if there is none or there are several. */
    private static @Nullable QualifiedName table(Operation operation) {
        if (operation instanceof Batch batch) {
            return batch.table();
        }
        Set<QualifiedName> written = tables(operation.footprint().writes());
        Set<QualifiedName> all =
                written.isEmpty() ? tables(operation.footprint().reads()) : written;
        return all.size() == 1 ? all.iterator().next() : null;
    }

    private static Set<QualifiedName> tables(Collection<ObjectRef> refs) {
        return refs.stream()
                .filter(ref -> ref.kind() == ObjectKind.TABLE)
                .map(ObjectRef::name)
                .collect(Collectors.toSet());
    }

    /** Everything that an operation touches, parts counted as the whole that they belong to. */
    static Set<ObjectRef> wholes(Operation operation) {
        return Stream.concat(operation.footprint().reads().stream(), operation.footprint().writes().stream())
                .map(ref -> ObjectRef.of(ref.kind(), ref.name()))
                .collect(Collectors.toSet());
    }
}
