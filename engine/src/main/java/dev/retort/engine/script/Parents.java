// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.script;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.RetortException;
import dev.retort.diagnostic.SourceLocation;
import dev.retort.engine.RevisionRequest;
import dev.retort.engine.graph.Resolution;
import dev.retort.engine.graph.RevisionGraph;
import dev.retort.engine.graph.RevisionSet;
import dev.retort.engine.graph.RevisionSymbol;
import dev.retort.engine.graph.SeveralHeads;
import dev.retort.engine.graph.SymbolResolver;
import dev.retort.migration.RevisionId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a new revision stands on.
 *
 * @param ids          its parents
 * @param dependencies its dependencies: labels as they are, everything else as a whole id
 */
record Parents(List<RevisionId> ids, List<String> dependencies) {

    static Parents of(RevisionGraph graph, RevisionRequest request) {
        List<String> heads = request.heads().isEmpty() ? List.of(RevisionSymbol.HEAD) : request.heads();
        List<RevisionId> parents = new ArrayList<>();
        SymbolResolver resolver = new SymbolResolver(graph);
        for (String head : heads) {
            if (head.equals(RevisionSymbol.HEAD) && graph.heads().size() > 1) {
                throw severalHeads(graph);
            }
            parents.addAll(resolver.resolve(RevisionSymbol.parse(head)).revisions());
        }
        if (new HashSet<>(parents).size() < parents.size()) {
            throw error(
                    ErrorCode.USAGE_ERROR,
                    "Duplicate head revisions specified: " + list(parents) + ".",
                    "Name each once.");
        }
        if (!request.splice()) {
            RevisionSet all = graph.heads();
            List<RevisionId> inner =
                    parents.stream().filter(parent -> !all.contains(parent)).toList();
            if (!inner.isEmpty()) {
                throw error(
                        ErrorCode.NOT_A_HEAD,
                        "Revision " + list(inner) + " is not a head revision; " + list(graph.children(inner.get(0)))
                                + " follows it.",
                        "Specify --splice to create a new branch from this revision.");
            }
        }
        return new Parents(parents, dependencies(resolver, request.dependsOn()));
    }

    private static List<String> dependencies(SymbolResolver resolver, List<String> symbols) {
        List<String> dependencies = new ArrayList<>();
        for (String text : symbols) {
            RevisionSymbol symbol = RevisionSymbol.parse(text);
            Resolution resolution = resolver.resolve(symbol);
            if (resolution.reading() == Resolution.Reading.LABEL) {
                dependencies.add(symbol.point());
            } else {
                resolution.revisions().forEach(id -> dependencies.add(id.value()));
            }
        }
        return dependencies.stream().distinct().toList();
    }

    private static RetortException severalHeads(RevisionGraph graph) {
        List<RevisionId> heads = graph.heads().toList();
        SeveralHeads several = new SeveralHeads(graph);
        return new RetortException(several.finding(
                        "A new revision must follow one head, but there are " + heads.size() + ":",
                        heads,
                        "say which it follows, such as '--head " + several.symbol(heads.get(0), heads) + "'")
                .at(SourceLocation.COMMAND_LINE));
    }

    private static String list(List<RevisionId> ids) {
        return ids.stream().map(id -> "'" + id + "'").collect(Collectors.joining(", "));
    }

    private static RetortException error(ErrorCode code, String message, String hint) {
        return new RetortException(
                Finding.error(code, message).at(SourceLocation.COMMAND_LINE).withHint(hint));
    }
}
