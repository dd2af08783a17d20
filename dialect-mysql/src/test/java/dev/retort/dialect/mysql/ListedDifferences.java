// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The file of differences between the server's own texts that are accepted, each with its reason. */
final class ListedDifferences {

    private static final String FILE = "corpus-differences.txt";

    private ListedDifferences() {}

    /** The reasons by the kind and name of the object. */
    static Map<String, String> of(String script, String server) throws IOException {
        Map<String, String> reasons = new TreeMap<>();
        try (InputStream file = Objects.requireNonNull(ListedDifferences.class.getResourceAsStream(FILE), FILE)) {
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList()) {
                List<String> parts = List.of(line.split("\t"));
                if (parts.size() != 4 || parts.get(3).isBlank()) {
                    throw new IllegalStateException(FILE + ": a line without a reason: " + line);
                }
                boolean here = parts.get(1).equals("*") || parts.get(1).equals(server);
                if (parts.get(0).equals(script) && here) {
                    reasons.put(parts.get(2), parts.get(3));
                }
            }
        }
        return reasons;
    }
}
