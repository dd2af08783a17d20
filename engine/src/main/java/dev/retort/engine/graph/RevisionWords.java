// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.graph;

import dev.retort.migration.MigrationHeader;
import dev.retort.migration.RevisionId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How messages speak of the revisions of a graph.
 *
 * @param graph where they are
 */
public record RevisionWords(RevisionGraph graph) {

    private static final int MOST_LISTED = 10;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);

    /**
     * A revision inside a sentence: {@code 3f1c9a7b20de (Add user roles)}.
     *
     * @param id a revision of the graph
     * @return its id and, if it has one, its message
     */
    public String described(RevisionId id) {
        String message = graph.header(id).message();
        return message.isEmpty() ? "'" + id + "'" : "'" + id + "' (" + message + ")";
    }

    /**
     * Some revisions below a sentence, a line for each with id, time and message; ten at most.
     *
     * @param ids revisions of the graph
     * @return the lines, each beginning with a line break
     */
    public String list(Collection<RevisionId> ids) {
        return list(ids, Map.of());
    }

    /** As {@link #list}, with who wrote each, where that is known. */
    String listWithAuthors(Collection<RevisionId> ids) {
        return list(ids, graph.authors().of(ids.stream().limit(MOST_LISTED).toList()));
    }

    private String list(Collection<RevisionId> ids, Map<RevisionId, String> authors) {
        String lines = ids.stream()
                .limit(MOST_LISTED)
                .map(id -> line(id, authors.getOrDefault(id, "")))
                .collect(Collectors.joining());
        return ids.size() <= MOST_LISTED ? lines : lines + "\n  and " + (ids.size() - MOST_LISTED) + " more";
    }

    String line(RevisionId id) {
        return line(id, "");
    }

    private String line(RevisionId id, String author) {
        MigrationHeader header = graph.header(id);
        return "\n  " + id + (header.created() == null ? "" : "  " + TIME.format(header.created()))
                + (author.isEmpty() ? "" : "  by " + author)
                + (header.message().isEmpty() ? "" : "  " + header.message());
    }
}
