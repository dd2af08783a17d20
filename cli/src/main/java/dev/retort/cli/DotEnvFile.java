// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.RetortException;
import dev.retort.diagnostic.SourceLocation;
import io.github.cdimascio.dotenv.Dotenv;
import io.github.cdimascio.dotenv.DotenvEntry;
import io.github.cdimascio.dotenv.DotenvException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a {@code .env} file. */
final class DotEnvFile {

    private DotEnvFile() {}

    static Map<String, String> read(Path file) {
        try {
            Map<String, String> values = new HashMap<>();
            for (DotenvEntry entry : Dotenv.configure()
                    .directory(String.valueOf(file.getParent()))
                    .filename(String.valueOf(file.getFileName()))
                    .load()
                    .entries(Dotenv.Filter.DECLARED_IN_ENV_FILE)) {
                values.put(entry.getKey(), unquoted(entry.getValue()));
            }
            return values;
        } catch (DotenvException malformed) {
            throw new RetortException(Finding.error(
                            ErrorCode.PROJECT_FILE,
                            "This line is not of the form NAME=value, or its quotes do not match.")
                    .at(place(file, String.valueOf(malformed.getMessage())))
                    .withHint("The line is not shown here, because it may hold a password."));
        }
    }

    /** The library takes off double quotes alone. */
    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("'") && value.endsWith("'");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    /** The library's message ends with the line, and the line must not be repeated: only its number is. */
    private static SourceLocation place(Path file, String message) {
        try {
            List<String> lines = Files.readAllLines(file);
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i).strip();
                if (!line.isEmpty() && message.endsWith(line)) {
                    return new SourceLocation(".env", i + 1, 0);
                }
            }
        } catch (IOException unreadable) {
            return SourceLocation.ofFile(".env");
        }
        return SourceLocation.ofFile(".env");
    }
}
