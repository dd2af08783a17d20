// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.graph;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.NearMatches;
import dev.retort.diagnostic.Outcome;
import dev.retort.migration.MigrationHeader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns headers into a graph and collects everything that is wrong with them on the way. */
final class GraphBuilder {

    private static final Set<String> RESERVED = Set.of("head", "heads", "base", "current");

    private static final int[] NOTHING = {};

    private final List<MigrationHeader> headers;
    private final Map<String, Integer> indices = new HashMap<>();
    private final Map<String, Integer> labelOwners = new LinkedHashMap<>();
    private final List<Finding> findings = new ArrayList<>();

    GraphBuilder(List<MigrationHeader> headers) {
        this.headers = List.copyOf(headers);
    }

    Outcome<RevisionGraph> build() {
        indexIds();
        headers.forEach(this::indexLabels);
        int[][] parents = new int[headers.size()][];
        int[][] dependencies = new int[headers.size()][];
        for (int i = 0; i < parents.length; i++) {
            parents[i] = parents(headers.get(i));
            dependencies[i] = dependencies(headers.get(i));
        }
        Topology topology = Topology.of(parents, dependencies);
        findings.addAll(new Cycles(headers, topology).findings());
        return findings.isEmpty()
                ? Outcome.of(new RevisionGraph(headers, indices, new Names(indices, labelOwners), topology))
                : Outcome.failed(findings);
    }

    private void indexIds() {
        for (int i = 0; i < headers.size(); i++) {
            MigrationHeader header = headers.get(i);
            Integer earlier = indices.putIfAbsent(header.id().value(), i);
            if (earlier != null) {
                add(
                        header,
                        ErrorCode.DUPLICATE_REVISION,
                        "Revision '" + header.id() + "' is already defined in "
                                + headers.get(earlier).location() + ".",
                        "Give one of the two migrations another revision id.");
            }
        }
    }

    private void indexLabels(MigrationHeader header) {
        for (String label : header.labels()) {
            String problem = labelProblem(label);
            if (problem != null) {
                add(header, ErrorCode.ILLEGAL_ID, "A label must " + problem + ", but was '" + label + "'.", null);
                continue;
            }
            Integer sameId = indices.get(label);
            Integer earlier =
                    labelOwners.putIfAbsent(label, indices.get(header.id().value()));
            if (sameId != null) {
                add(
                        header,
                        ErrorCode.DUPLICATE_LABEL,
                        "Label '" + label + "' of revision '" + header.id() + "' is also the id of the revision in "
                                + headers.get(sameId).location() + ".",
                        "Rename the label.");
            } else if (earlier != null) {
                add(
                        header,
                        ErrorCode.DUPLICATE_LABEL,
                        "Label '" + label + "' of revision '" + header.id() + "' is already used by revision '"
                                + headers.get(earlier).id() + "' in "
                                + headers.get(earlier).location() + ".",
                        "A label names one branch: rename one of the two, or drop it where the branch goes on.");
            }
        }
    }

    private static @Nullable String labelProblem(String label) {
        if (label.isBlank()) {
            return "not be empty";
        }
        if (RESERVED.contains(label.toLowerCase(Locale.ROOT))) {
            return "not be the reserved word '" + label + "'";
        }
        boolean illegal = label.chars().anyMatch(c -> c == '@' || c == ':' || Character.isWhitespace(c));
        return illegal ? "not contain '@', ':' or white space" : null;
    }

    private int[] parents(MigrationHeader header) {
        if (header.revises().contains(header.id())) {
            add(
                    header,
                    ErrorCode.SELF_LOOP,
                    "Revision '" + header.id() + "' names itself as its parent.",
                    "Name the revision that it follows, or none if it is a base.");
        }
        if (header.revises().isEmpty()) {
            return NOTHING;
        }
        return header.revises().stream()
                .filter(parent -> !parent.equals(header.id()))
                .map(parent -> found(header, parent.value(), "revises", indices::get))
                .filter(index -> index != null)
                .mapToInt(index -> index)
                .distinct()
                .toArray();
    }

    private int[] dependencies(MigrationHeader header) {
        if (header.dependsOn().isEmpty()) {
            return NOTHING;
        }
        Integer self = indices.get(header.id().value());
        Function<String, @Nullable Integer> lookup = name -> {
            Integer id = indices.get(name);
            return id != null ? id : labelOwners.get(name);
        };
        if (header.dependsOn().contains(header.id().value())) {
            add(
                    header,
                    ErrorCode.DEPENDENCY_SELF_LOOP,
                    "Revision '" + header.id() + "' depends on itself.",
                    "Remove it from its own 'depends_on'.");
        }
        header.dependsOn().stream()
                .filter(name -> !name.equals(header.id().value()) && self.equals(lookup.apply(name)))
                .forEach(name -> add(
                        header,
                        ErrorCode.DEPENDENCY_CYCLE,
                        "Revision '" + header.id() + "' depends on label '" + name + "', which it carries itself.",
                        "Remove the label from its 'depends_on', or name the revision that was meant."));
        return header.dependsOn().stream()
                .map(name -> found(header, name, "depends on", lookup))
                .filter(index -> index != null && !index.equals(self))
                .mapToInt(index -> index)
                .distinct()
                .toArray();
    }

    private @Nullable Integer found(
            MigrationHeader header, String name, String verb, Function<String, @Nullable Integer> lookup) {
        Integer index = lookup.apply(name);
        if (index == null) {
            String question = new NearMatches(indices.keySet().stream()
                            .filter(id -> !id.equals(header.id().value()))
                            .toList())
                    .question(name);
            add(
                    header,
                    ErrorCode.MISSING_REVISION,
                    "Revision '" + header.id() + "' " + verb + " '" + name + "', which no migration file defines.",
                    question == null
                            ? "Restore the missing file, or correct the name; it must be given whole."
                            : question + " The name must be given whole.");
        }
        return index;
    }

    private void add(MigrationHeader header, ErrorCode code, String message, @Nullable String hint) {
        findings.add(Finding.error(code, message)
                .about(header.id().value())
                .at(header.location())
                .withHint(hint));
    }
}
