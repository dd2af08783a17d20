// SPDX-License-Identifier: Apache-2.0
package dev.retort.it;

import dev.retort.dialect.sqlite.text.SqliteLexer;
import dev.retort.dialect.sqlite.text.TextEquivalence;
import dev.retort.dialect.sqlite.text.Token;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The file of differences that are accepted, each with its reason. */
final class ListedDifferences {

    private static final String FILE = "corpus-differences.txt";

    private final List<Everywhere> everywhere = new ArrayList<>();
    private final Map<String, Map<String, String>> ofObjects = new TreeMap<>();

    private record Everywhere(Pattern pattern, String replacement) {}

    private ListedDifferences() {}

    static ListedDifferences read() throws IOException {
        ListedDifferences listed = new ListedDifferences();
        try (InputStream file = Objects.requireNonNull(ListedDifferences.class.getResourceAsStream(FILE), FILE)) {
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList()) {
                listed.add(line.split("\t"));
            }
        }
        return listed;
    }

    private void add(String[] parts) {
        if (parts.length != 4) {
            throw new IllegalStateException(FILE + ": a line without a reason: " + String.join(" | ", parts));
        }
        if (parts[0].equals("everywhere")) {
            everywhere.add(new Everywhere(Pattern.compile(parts[1], Pattern.CASE_INSENSITIVE), parts[2]));
        } else {
            ofObjects.computeIfAbsent(parts[0], script -> new TreeMap<>()).put(parts[1], parts[2]);
        }
    }

    /** The differences that objects of a script have, by the objects' names. */
    Map<String, String> of(String script) {
        return ofObjects.getOrDefault(script, Map.of());
    }

    /** The first difference that is not one of those accepted everywhere. */
    Optional<String> difference(String one, String other) {
        return TextEquivalence.difference(meaning(one), meaning(other));
    }

    private String meaning(String text) {
        String tokens = SqliteLexer.significant(text).stream().map(Token::text).collect(Collectors.joining(" "));
        for (Everywhere each : everywhere) {
            tokens = each.pattern().matcher(tokens).replaceAll(each.replacement());
        }
        return tokens;
    }
}
