// SPDX-License-Identifier: Apache-2.0
package dev.retort.migration;

import dev.retort.operation.Operations;

/**
 * A migration written in Java: a public class with a public constructor without parameters and a {@link Revision}
 * annotation. Its methods record operations; nothing runs while they are called, so that the same migration can be
 * planned, rendered offline and run.
 */
public interface Migration {

    /**
     * Records what the upgrade does.
     *
     * @param op records the operations
     */
    void upgrade(Operations op);

    /**
     * Records how it is undone. Left out, the inverse is computed, as {@code downgrade: auto} says in YAML.
     *
     * @param op records the operations
     */
    default void downgrade(Operations op) {
        op.auto();
    }
}
