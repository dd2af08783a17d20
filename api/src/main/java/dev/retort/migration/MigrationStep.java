// SPDX-License-Identifier: Apache-2.0
package dev.retort.migration;

import dev.retort.diagnostic.SourceLocation;
import dev.retort.dialect.Timeouts;
import dev.retort.operation.Operation;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One operation of a migration, with where it stands, when it applies and how long its statements wait.
 *
 * @param operation the operation
 * @param location  where it stands
 * @param when      where it applies
 * @param allow     lint rules that are to be silent about it, each with the reason
 * @param timeouts  how long its statements wait; where it says nothing, the migration's hold
 */
public record MigrationStep(
        Operation operation,
        SourceLocation location,
        Condition when,
        SortedMap<String, String> allow,
        Timeouts timeouts) {

    public MigrationStep {
        allow = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(allow));
    }

    /**
     * A step without timeouts of its own.
     *
     * @param operation the operation
     * @param location  where it stands
     * @param when      where it applies
     * @param allow     lint rules that are to be silent about it, each with the reason
     */
    public MigrationStep(
            Operation operation, SourceLocation location, Condition when, SortedMap<String, String> allow) {
        this(operation, location, when, allow, Timeouts.UNSET);
    }

    /**
     * A step that applies everywhere.
     *
     * @param operation the operation
     * @param location  where it stands
     * @return the step
     */
    public static MigrationStep of(Operation operation, SourceLocation location) {
        return new MigrationStep(operation, location, Condition.ALWAYS, new TreeMap<>(Map.of()));
    }
}
