// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine;

/**
 * Hears what happens during a command, on the thread that runs it. What it throws ends the command as if a statement had
 * failed.
 */
@FunctionalInterface
public interface RunListener {

    /** Hears nothing. */
    RunListener SILENT = event -> {};

    /**
     * Something happened.
     *
     * @param event what
     */
    void on(RunEvent event);
}
