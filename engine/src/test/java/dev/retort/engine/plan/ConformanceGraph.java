// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.retort.diagnostic.SourceLocation;
import dev.retort.engine.graph.RevisionGraph;
import dev.retort.migration.MigrationHeader;
import dev.retort.migration.RevisionId;
import dev.retort.migration.TransactionMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A recorded graph: as headers for the code under test, and worked out again, slowly and plainly, to judge answers. */
final class ConformanceGraph {

    private final List<JsonNode> nodes = new ArrayList<>();
    private final Map<String, Set<String>> based = new LinkedHashMap<>();
    private final Map<String, Set<String>> ancestors = new LinkedHashMap<>();

    ConformanceGraph(JsonNode graph) {
        graph.forEach(nodes::add);
        Map<String, String> owners = new LinkedHashMap<>();
        nodes.forEach(node -> texts(node.get("labels"))
                .forEach(label -> owners.put(label, node.get("id").asText())));
        for (JsonNode node : nodes) {
            Set<String> below = new HashSet<>(texts(node.get("down")));
            texts(node.get("depends_on")).forEach(name -> below.add(owners.getOrDefault(name, name)));
            based.put(node.get("id").asText(), below);
        }
        based.keySet().forEach(id -> ancestors.put(id, reach(id)));
    }

    List<MigrationHeader> headers() {
        List<MigrationHeader> headers = new ArrayList<>();
        for (JsonNode node : nodes) {
            headers.add(new MigrationHeader(
                    new RevisionId(node.get("id").asText()),
                    texts(node.get("down")).stream().map(RevisionId::new).toList(),
                    texts(node.get("depends_on")),
                    texts(node.get("labels")),
                    "",
                    null,
                    TransactionMode.AUTO,
                    SourceLocation.ofFile("migrations/" + node.get("id").asText() + ".yaml")));
        }
        return headers;
    }

    RevisionGraph build() {
        return RevisionGraph.of(headers()).orThrow();
    }

    /** The maximal elements of everything that some rows stand for, and a revision more or less, sorted. */
    TreeSet<String> rowsOf(Set<String> applied) {
        TreeSet<String> rows = new TreeSet<>(applied);
        applied.forEach(id -> rows.removeAll(ancestors.get(id)));
        return rows;
    }

    Set<String> applied(Collection<String> rows) {
        Set<String> applied = new HashSet<>(rows);
        rows.forEach(row -> applied.addAll(ancestors.get(row)));
        return applied;
    }

    /** Whether nothing in the list comes after something that is based on it. */
    boolean newestFirst(List<String> ids) {
        Set<String> seen = new HashSet<>();
        for (String id : ids) {
            if (ids.stream().anyMatch(other -> ancestors.get(other).contains(id) && !seen.contains(other))) {
                return false;
            }
            seen.add(id);
        }
        return true;
    }

    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        if (array != null && array.isArray()) {
            array.forEach(text -> texts.add(text.asText()));
        } else if (array != null && !array.isNull()) {
            texts.add(array.asText());
        }
        return texts;
    }

    private Set<String> reach(String start) {
        Set<String> seen = new HashSet<>();
        Deque<String> todo = new ArrayDeque<>(List.of(start));
        while (!todo.isEmpty()) {
            for (String below : based.getOrDefault(todo.pop(), Set.of())) {
                if (seen.add(below)) {
                    todo.push(below);
                }
            }
        }
        return seen;
    }
}
