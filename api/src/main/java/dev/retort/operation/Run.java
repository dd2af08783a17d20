// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs Java code with the connection of the migration, at its place in the order. It needs a connection, so it cannot
 * be rendered offline.
 *
 * @param description what the code does, in words
 * @param action      the code; it must neither commit, roll back nor close the connection
 * @param effects     what the code does to the schema, told as operations; null if it changes rows alone
 */
public record Run(
        String description, JdbcAction action, @Nullable List<Operation> effects) implements Operation {

    public Run {
        effects = effects == null ? null : List.copyOf(effects);
    }

    @Override
    public String keyword() {
        return "run";
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visitRun(this);
    }

    @Override
    public Footprint footprint() {
        return Footprint.OPAQUE;
    }
}
