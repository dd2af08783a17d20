// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.dialect.PlacedOperation;
import dev.retort.dialect.SqlWriter;
import dev.retort.dialect.postgres.text.Texts;
import dev.retort.operation.AlterSequence;
import dev.retort.operation.CreateRoutine;
import dev.retort.operation.CreateTable;
import dev.retort.operation.CreateView;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.schema.QualifiedName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names of what the operations after each one make, so that what needs it can wait. */
final class MadeLater {

    private final List<Set<String>> names = new ArrayList<>();

    MadeLater(List<PlacedOperation> operations) {
        Set<String> later = new HashSet<>();
        for (int i = operations.size() - 1; i >= 0; i--) {
            names.add(0, Set.copyOf(later));
            QualifiedName made = made(operations.get(i).operation());
            if (made != null) {
                later.add(made.name().value());
            }
        }
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

    /** Whether an expression names something that comes after the operation with a number. */
    boolean isNamed(int operation, String expression) {
        Set<String> later = names.get(operation);
        return !later.isEmpty() && Texts.allNames(expression).stream().anyMatch(later::contains);
    }

    /** Whether the body of a routine names what comes after it, or may count on another search path. */
    static boolean areBodiesUnchecked(List<PlacedOperation> operations) {
        MadeLater later = new MadeLater(operations);
        for (int i = 0; i < operations.size(); i++) {
            if (operations.get(i).operation() instanceof CreateRoutine create) {
                String definition = SqlWriter.verbatim(create.routine().definition());
                Set<String> names = Texts.namesInStrings(definition);
                if (create.routine().name().namespace() != null
                        || names.stream().anyMatch(later.names.get(i)::contains)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether an operation neither uses nor changes what was made before it in a way that needs policies. */
    static boolean isCreation(Operation operation) {
        return operation.keyword().startsWith("create_")
                || operation.keyword().startsWith("add_")
                || operation instanceof AlterSequence
                || operation instanceof Execute execute
                        && SqlWriter.verbatim(execute.sql()).stripLeading().regionMatches(true, 0, "create ", 0, 7);
    }
}
