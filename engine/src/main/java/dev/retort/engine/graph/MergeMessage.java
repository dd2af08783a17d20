// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.graph;

import dev.retort.migration.RevisionId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The message of a merge for which none was given: it names what is joined, by label or else by id and message, such as
 * {@code Merge accounts and 9b20de41 Add roles}.
 *
 * @param graph where the revisions are
 */
public record MergeMessage(RevisionGraph graph) {

    private static final int MOST_NAMED = 3;
    private static final int ID_LENGTH = 8;
    private static final int WORDS_LENGTH = 32;

    /**
     * The message.
     *
     * @param parents what is joined, two or more revisions of the graph
     * @return one line without quotes, so that it can stand between quotes on a command line
     */
    public String of(List<RevisionId> parents) {
        Map<String, Integer> uses = new HashMap<>();
        parents.forEach(parent -> graph.labels(parent).forEach(label -> uses.merge(label, 1, Integer::sum)));
        List<String> sides = new ArrayList<>();
        for (RevisionId parent : parents.subList(0, Math.min(parents.size(), MOST_NAMED))) {
            String label = graph.labels(parent).stream()
                    .filter(name -> uses.get(name) == 1)
                    .findFirst()
                    .orElse(null);
            sides.add(label == null ? words(parent) : label);
        }
        if (parents.size() > MOST_NAMED) {
            sides.add((parents.size() - MOST_NAMED) + " more");
        }
        int last = sides.size() - 1;
        String message = "Merge " + String.join(", ", sides.subList(0, last)) + " and " + sides.get(last);
        return message.replaceAll("[\"'`$\\\\!]", "");
    }

    private String words(RevisionId id) {
        String message =
                graph.header(id).message().lines().findFirst().orElse("").strip();
        String shortId = id.value().substring(0, Math.min(ID_LENGTH, id.value().length()));
        if (message.length() > WORDS_LENGTH) {
            int space = message.lastIndexOf(' ', WORDS_LENGTH);
            message = message.substring(0, space > 0 ? space : WORDS_LENGTH) + " ...";
        }
        return message.isEmpty() ? shortId : shortId + " " + message;
    }
}
