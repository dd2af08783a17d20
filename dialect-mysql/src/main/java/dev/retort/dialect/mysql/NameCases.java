// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.operation.AddCheck;
import dev.retort.operation.AddForeignKey;
import dev.retort.operation.AddUnique;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.Operation;
import dev.retort.schema.Identifier;
import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.TableConstraint;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Names of constraints and indexes that change in nothing but upper and lower case. A server to which one statement says
 * that the one goes and the other comes takes them for the same and keeps the old name.
 */
final class NameCases {

    private NameCases() {}

    /** Whether an operation adds a part whose name, in other letters, a table already had. */
    static boolean changes(Operation operation, Schema before, @Nullable QualifiedName table) {
        Identifier added = added(operation);
        if (added == null || table == null) {
            return false;
        }
        return before.table(table).stream()
                .flatMap(there -> Stream.concat(
                        there.constraints().map(TableConstraint::name),
                        there.indexes().stream().map(Index::name)))
                .filter(Objects::nonNull)
                .anyMatch(name -> name.value().equalsIgnoreCase(added.value()) && !name.equals(added));
    }

    private static @Nullable Identifier added(Operation operation) {
        if (operation instanceof AddUnique unique) {
            return unique.unique().name();
        }
        if (operation instanceof AddForeignKey foreignKey) {
            return foreignKey.foreignKey().name();
        }
        if (operation instanceof AddCheck check) {
            return check.check().name();
        }
        return operation instanceof CreateIndex index ? index.index().name() : null;
    }
}
