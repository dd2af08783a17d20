// SPDX-License-Identifier: Apache-2.0
package dev.retort.migration;

import java.util.Map;

/**
 * What a migration may know while its operations are read.
 *
 * @param arguments values given on the command line with {@code -x key=value}
 */
public record MigrationContext(Map<String, String> arguments) {

    /** Nothing given. */
    public static final MigrationContext EMPTY = new MigrationContext(Map.of());

    public MigrationContext {
        arguments = Map.copyOf(arguments);
    }
}
