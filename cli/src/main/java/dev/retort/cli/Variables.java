// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The variables of the environment and of the {@code .env} file beside the project file. The environment wins.
 *
 * @param all by name
 */
record Variables(Map<String, String> all) {

    static Variables of(Map<String, String> environment, Path folder) {
        Path file = folder.resolve(".env");
        if (!Files.exists(file)) {
            return new Variables(environment);
        }
        Map<String, String> all = new HashMap<>(DotEnvFile.read(file));
        all.putAll(environment);
        return new Variables(all);
    }

    /** The value of a variable; an empty one counts as none. */
    @Nullable
    String get(String name) {
        String value = all.get(name);
        return value == null || value.isEmpty() ? null : value;
    }
}
