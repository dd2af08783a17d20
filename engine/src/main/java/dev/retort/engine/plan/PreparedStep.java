// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.plan;

import dev.retort.migration.MigrationHeader;
import dev.retort.migration.MigrationSource;
import java.util.List;

/**
 * A step of a plan whose operations are ready for one dialect.
 *
 * @param step       the step
 * @param header     header of its migration
 * @param source     where its migration is
 * @param operations what it does, in order
 */
public record PreparedStep(
        Step step, MigrationHeader header, MigrationSource source, List<LoweredOperation> operations) {

    public PreparedStep {
        operations = List.copyOf(operations);
    }
}
