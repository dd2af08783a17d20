// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Runs every question of a recording of Alembic's answers ({@code conformance/revision-graph.md}) through the graph and
 * the planner. {@code -Dretort.conformance=PATH} reads another recording than the one in the test resources.
 */
class RevisionGraphConformanceTest {

    private static final String RECORDING = "/conformance/revision-graph.json";
    private static final String DEPARTURES = "/conformance/departures.txt";
    private static final int MOST_SHOWN = 20;

    private final ObjectMapper mapper = new ObjectMapper();
    private final Map<String, int[]> counts = new TreeMap<>();
    private final List<String> differences = new ArrayList<>();
    private final Map<String, List<String>> met = new LinkedHashMap<>();
    private int exactOrders;
    private int sameOrders;

    @Test
    void everyRecordedAnswerAgreesOrIsListedAsADeparture() throws IOException {
        Map<String, String> departures = departures();
        String path = System.getProperty("retort.conformance", "");
        JsonNode recording = path.isEmpty()
                ? mapper.readTree(resource(RECORDING))
                : mapper.readTree(Files.readString(Path.of(path)));
        for (JsonNode graphCase : recording.get("cases")) {
            run(graphCase, departures);
        }
        print(departures);
        assertEquals(List.of(), differences.stream().limit(MOST_SHOWN).toList(), differences.size() + " differences");
        if (path.isEmpty()) {
            assertEquals(departures.keySet(), met.keySet(), "every listed departure is one");
        }
    }

    private void run(JsonNode graphCase, Map<String, String> departures) {
        ConformanceJudge judge = new ConformanceJudge(new ConformanceGraph(graphCase.get("graph")));
        for (JsonNode question : graphCase.get("questions")) {
            String difference = judge.judge(question);
            int[] count = counts.computeIfAbsent(question.get("kind").asText(), kind -> new int[3]);
            count[0]++;
            if (difference.isEmpty()) {
                count[1]++;
                continue;
            }
            String asked = graphCase.get("id").asText() + " " + question;
            Optional<String> pattern = departures.keySet().stream()
                    .filter(regex -> Pattern.compile(regex)
                            .matcher(asked + " => " + difference)
                            .find())
                    .findFirst();
            if (pattern.isPresent()) {
                met.computeIfAbsent(pattern.get(), found -> new ArrayList<>()).add(asked);
                count[2]++;
            } else {
                differences.add(asked + "\n    " + difference);
            }
        }
        exactOrders += judge.exactOrders();
        sameOrders += judge.sameOrders();
    }

    private void print(Map<String, String> departures) {
        StringBuilder text = new StringBuilder("kind          asked   agree  departures\n");
        int[] total = new int[3];
        counts.forEach((kind, count) -> {
            text.append("%-12s %6d  %6d  %6d%n".formatted(kind, count[0], count[1], count[2]));
            for (int i = 0; i < total.length; i++) {
                total[i] += count[i];
            }
        });
        text.append("%-12s %6d  %6d  %6d%n".formatted("all", total[0], total[1], total[2]));
        text.append("order, where recorded as exact: %d of %d the same%n".formatted(sameOrders, exactOrders));
        met.forEach((pattern, asked) -> {
            text.append("departure: ").append(departures.get(pattern)).append('\n');
            asked.forEach(question -> text.append("    ").append(question).append('\n'));
        });
        differences.stream()
                .limit(MOST_SHOWN)
                .forEach(difference -> text.append(difference).append('\n'));
        System.out.println(text);
        assertTrue(total[0] > 0, "a recording has questions");
    }

    /** Pattern and reason: a line that does not start with white space, then lines that do. */
    private static Map<String, String> departures() throws IOException {
        Map<String, String> departures = new LinkedHashMap<>();
        String pattern = "";
        for (String line : resource(DEPARTURES).lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (Character.isWhitespace(line.charAt(0))) {
                departures.merge(pattern, line.strip(), (a, b) -> a.isEmpty() ? b : a + " " + b);
            } else {
                pattern = line.strip();
                departures.put(pattern, "");
            }
        }
        return departures;
    }

    private static String resource(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(RevisionGraphConformanceTest.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
