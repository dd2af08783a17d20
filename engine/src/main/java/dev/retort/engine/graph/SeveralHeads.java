// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.graph;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.migration.RevisionId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The words for heads that wait for a merge: which there are, who wrote each and when, where they part, and the commands
 * that solve it.
 *
 * @param graph where they are
 */
public record SeveralHeads(RevisionGraph graph) {

    private static final int MOST_COMPARED = 50;

    /**
     * A finding about some heads.
     *
     * @param sentence what is wrong, up to where the list begins
     * @param heads    the heads, two or more
     * @param otherwise what can be done instead of joining them, as it follows {@code , or}
     * @return the finding, without a place
     */
    public Finding finding(String sentence, List<RevisionId> heads, String otherwise) {
        RevisionWords words = new RevisionWords(graph);
        return Finding.error(ErrorCode.MULTIPLE_HEADS, sentence + words.listWithAuthors(heads) + parting(heads, words))
                .withHint("Join them with '" + merge(heads) + "', or " + otherwise + ".");
    }

    /**
     * What a command calls one of several heads: a label that it alone has, with {@code @head}; else its id.
     *
     * @param head  one of them
     * @param heads all of them
     * @return a revision symbol
     */
    public String symbol(RevisionId head, List<RevisionId> heads) {
        return graph.labels(head).stream()
                .filter(label -> heads.stream()
                        .allMatch(other ->
                                other.equals(head) || !graph.labels(other).contains(label)))
                .findFirst()
                .map(label -> label + "@" + RevisionSymbol.HEAD)
                .orElse(head.value());
    }

    private String merge(List<RevisionId> heads) {
        String which = heads.size() > 4
                ? RevisionSymbol.HEADS
                : heads.stream().map(RevisionId::value).collect(Collectors.joining(" "));
        return "retort merge " + which + " -m \"" + new MergeMessage(graph).of(heads) + "\"";
    }

    private String parting(List<RevisionId> heads, RevisionWords words) {
        List<RevisionSet> below = heads.stream()
                .limit(MOST_COMPARED)
                .map(head -> graph.ancestors(List.of(head), Relation.LINE))
                .toList();
        Set<RevisionId> points = new LinkedHashSet<>();
        boolean apart = false;
        for (int i = 1; i < below.size(); i++) {
            RevisionSet common = below.get(i - 1).intersect(below.get(i));
            apart |= common.isEmpty();
            graph.maximal(common, Relation.LINE).forEach(points::add);
        }
        if (points.isEmpty()) {
            return "\nThey have no revision in common.";
        }
        List<String> described = new ArrayList<>();
        points.stream().limit(3).forEach(point -> described.add(words.described(point)));
        String more = points.size() > 3 ? " and " + (points.size() - 3) + " more" : "";
        return "\nThey part after " + String.join(", ", described) + more
                + (apart ? "; not all of them have a revision in common." : ".");
    }
}
