// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.SchemaBuilder;
import java.util.List;
import java.util.Optional;

/**
 * An operation that Retort does not know, written by a user or a library. It renders itself; what it says here decides
 * whether replay, offline scripts and {@code downgrade: auto} can go through it.
 */
public interface CustomOperation {

    /** {@return its name for messages, in snake case} */
    String name();

    /** {@return what it reads and writes} */
    Footprint footprint();

    /**
     * The SQL for a dialect.
     *
     * @param dialect dialect id
     * @return statements, in order; possibly none
     */
    List<String> render(String dialect);

    /**
     * Applies its effect to a schema in memory.
     *
     * @param schema changed in place
     */
    void replay(SchemaBuilder schema);

    /** {@return the operations that undo it, or empty if it cannot be undone} */
    default Optional<List<Operation>> inverse() {
        return Optional.empty();
    }
}
