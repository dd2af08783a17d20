// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.dialect.PlacedOperation;
import dev.retort.dialect.Statement;
import dev.retort.operation.CreateRoutine;
import dev.retort.operation.CreateTable;
import java.util.List;

/**
 * A policy of a table may call a function that reads the table, so that neither can be created first with its body checked.
 *
 * @see <a href="https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-CHECK-FUNCTION-BODIES">check_function_bodies</a>
 */
final class UncheckedBodies {

    static final Statement SETTING = new Statement.SessionSetting(
            "check_function_bodies",
            "SHOW check_function_bodies",
            "SET check_function_bodies = off",
            "SET check_function_bodies = %s");

    private UncheckedBodies() {}

    static boolean areNeeded(List<PlacedOperation> operations) {
        return operations.stream().anyMatch(placed -> placed.operation() instanceof CreateRoutine)
                && operations.stream()
                        .anyMatch(placed -> placed.operation() instanceof CreateTable create
                                && !PostgresOptions.list(create.table().options(), PostgresOptions.POLICIES)
                                        .isEmpty());
    }
}
