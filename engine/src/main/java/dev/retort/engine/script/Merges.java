// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.script;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.RetortException;
import dev.retort.diagnostic.SourceLocation;
import dev.retort.engine.MergeRequest;
import dev.retort.engine.RevisionRequest;
import dev.retort.engine.graph.MergeMessage;
import dev.retort.engine.graph.Relation;
import dev.retort.engine.graph.RevisionGraph;
import dev.retort.engine.graph.RevisionSet;
import dev.retort.engine.graph.RevisionSymbol;
import dev.retort.engine.graph.RevisionWords;
import dev.retort.engine.graph.SymbolResolver;
import dev.retort.migration.RevisionId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Turns the wish for a merge into one for a revision with several parents. */
public final class Merges {

    private Merges() {}

    /**
     * The revision that joins.
     *
     * @param request what to join
     * @param graph   the project's revisions
     * @return a request with the parents as whole ids
     * @throws RetortException if there are not two revisions to join, or one of them is below another
     */
    public static RevisionRequest asRevision(MergeRequest request, RevisionGraph graph) {
        SymbolResolver resolver = new SymbolResolver(graph);
        Set<RevisionId> parents = new LinkedHashSet<>();
        for (String symbol : request.revisions()) {
            parents.addAll(resolver.resolve(RevisionSymbol.parse(symbol)).revisions());
        }
        if (parents.size() < 2) {
            throw error(
                    ErrorCode.USAGE_ERROR,
                    "A merge joins at least two revisions, but '" + String.join(" ", request.revisions())
                            + "' stands for "
                            + (parents.isEmpty()
                                    ? "none."
                                    : new RevisionWords(graph)
                                                    .described(
                                                            parents.iterator().next()) + " alone."),
                    graph.heads().size() > 1
                            ? "'retort heads' lists what can be joined."
                            : "There is nothing to join: the history does not end in several heads.");
        }
        RevisionSet all = graph.setOf(parents);
        RevisionSet below = all.minus(graph.maximal(all, Relation.LINE));
        if (!below.isEmpty()) {
            throw error(
                    ErrorCode.OVERLAP,
                    "Revision "
                            + new RevisionWords(graph)
                                    .described(below.iterator().next())
                            + " is below another of the revisions to merge, so there is nothing to join.",
                    "Leave it out.");
        }
        return new RevisionRequest(
                request.message().isBlank() ? new MergeMessage(graph).of(List.copyOf(parents)) : request.message(),
                parents.stream().map(RevisionId::value).toList(),
                request.splice(),
                request.branchLabels(),
                request.versionPath(),
                request.revId(),
                List.of(),
                null,
                null);
    }

    private static RetortException error(ErrorCode code, String message, String hint) {
        return new RetortException(
                Finding.error(code, message).at(SourceLocation.COMMAND_LINE).withHint(hint));
    }
}
