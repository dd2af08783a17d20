// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.dialect.PlacedOperation;
import dev.retort.dialect.SqlWriter;
import dev.retort.dialect.Statement;
import dev.retort.dialect.postgres.text.Texts;
import dev.retort.operation.CreateRoutine;
import dev.retort.operation.CreateTable;
import dev.retort.operation.CreateView;
import dev.retort.operation.Operation;
import dev.retort.schema.QualifiedName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table may call a function that reads the table, and two functions may call each other, so that neither can be created
 * first with its body checked. The check is left out where a body names what comes later.
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
        Set<String> later = new HashSet<>();
        for (int i = operations.size() - 1; i >= 0; i--) {
            Operation operation = operations.get(i).operation();
            if (operation instanceof CreateRoutine create && !later.isEmpty()) {
                String definition = SqlWriter.verbatim(create.routine().definition());
                if (Texts.namesInStrings(definition).stream().anyMatch(later::contains)) {
                    return true;
                }
            }
            QualifiedName made = made(operation);
            if (made != null) {
                later.add(made.name().value());
            }
        }
        return false;
    }

    private static @Nullable QualifiedName made(Operation operation) {
        if (operation instanceof CreateTable create) {
            return create.table().name();
        }
        if (operation instanceof CreateView create) {
            return create.view().name();
        }
        return operation instanceof CreateRoutine create ? create.routine().name() : null;
    }
}
