// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.diagnostic.SourceLocation;
import dev.retort.migration.Downgrade;
import dev.retort.migration.MigrationStep;
import java.util.ArrayList;
import java.util.List;

/** Records the operations of a migration written in Java. Nothing runs while operations are recorded. */
public final class Operations {

    private final List<MigrationStep> steps = new ArrayList<>();
    private boolean auto;

    /** An empty record. */
    public Operations() {}

    /**
     * Records any operation.
     *
     * @param operation the operation
     */
    public void add(Operation operation) {
        steps.add(MigrationStep.of(operation, SourceLocation.NONE));
    }

    /** Says that the inverse of the upgrade is to be computed. */
    public void auto() {
        auto = true;
    }

    /** {@return the steps recorded so far} */
    public List<MigrationStep> steps() {
        return List.copyOf(steps);
    }

    /** {@return what was recorded, as a downgrade} */
    public Downgrade asDowngrade() {
        return auto ? new Downgrade.Auto(SourceLocation.NONE) : new Downgrade.Steps(steps);
    }
}
