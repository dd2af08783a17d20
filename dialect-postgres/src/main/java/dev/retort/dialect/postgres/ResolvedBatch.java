// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.dialect.Rendering;
import dev.retort.operation.Batch;
import dev.retort.operation.ConstraintSelector;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameConstraint;
import dev.retort.schema.Identifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The operations of a batch, where a constraint that is told by what it says has the name that the batch gave it. */
final class ResolvedBatch {

    private ResolvedBatch() {}

    static List<Operation> of(Batch batch, Rendering around) {
        List<Operation> operations = new ArrayList<>();
        Map<Identifier, Identifier> renamed = new HashMap<>();
        for (Operation operation : batch.operations()) {
            if (operation instanceof RenameConstraint rename) {
                renamed.put(rename.constraint(), rename.to());
            }
            boolean told = operation instanceof DropConstraint drop
                    && !(drop.constraint() instanceof ConstraintSelector.Named);
            operations.add(told && !renamed.isEmpty() ? named((DropConstraint) operation, around, renamed) : operation);
        }
        return operations;
    }

    private static Operation named(DropConstraint drop, Rendering around, Map<Identifier, Identifier> renamed) {
        Identifier name = new DroppedConstraint(drop, around).name();
        ConstraintSelector selector = new ConstraintSelector.Named(renamed.getOrDefault(name, name), null);
        return new DropConstraint(drop.table(), selector, drop.ifExists(), drop.cascade());
    }
}
