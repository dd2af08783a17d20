// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.graph;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.NearMatches;
import dev.retort.diagnostic.RetortException;
import dev.retort.migration.RevisionId;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words for symbols that mean nothing, or too much. */
final class SymbolFindings {

    private static final int MOST_LISTED = 10;

    private final RevisionGraph graph;
    private final RevisionWords words;

    SymbolFindings(RevisionGraph graph) {
        this.graph = graph;
        this.words = new RevisionWords(graph);
    }

    RetortException notFound(RevisionSymbol symbol) {
        String name = symbol.point();
        String message = "Can't locate revision identified by '" + name + "'"
                + (symbol.label() == null ? "." : " on branch '" + symbol.label() + "'.");
        if (symbol.is(RevisionSymbol.CURRENT)) {
            return error(
                    ErrorCode.REVISION_NOT_FOUND,
                    symbol,
                    message,
                    "'current' is what a database has: it needs one, and stands for itself only.");
        }
        if (symbol.offset() != null) {
            return error(
                    ErrorCode.REVISION_NOT_FOUND,
                    symbol,
                    message,
                    "Offsets are understood by upgrade and downgrade and at the end of a history range; name the"
                            + " revision itself here.");
        }
        NearMatches names = new NearMatches(graph.names().all());
        String question = names.question(name);
        if (question == null && name.length() >= 4) {
            question = names.questionOfBeginning(name);
        }
        if (question == null && graph.size() > 0 && name.length() < 4) {
            question = "Names shorter than four characters are found whole, or not at all.";
        }
        return error(
                ErrorCode.REVISION_NOT_FOUND,
                symbol,
                message,
                question != null
                        ? question
                        : graph.size() == 0
                                ? "The project has no migrations yet."
                                : "'retort history' lists all revisions.");
    }

    RetortException ambiguous(String text, RevisionSymbol symbol, List<String> names) {
        return error(
                ErrorCode.REVISION_AMBIGUOUS,
                symbol,
                "'" + text + "' is the beginning of " + names.size() + " names:" + names(names),
                "Write more characters of the one that you mean.");
    }

    RetortException noSuchBranch(String label, RevisionSymbol symbol, List<String> names) {
        if (!names.isEmpty()) {
            return error(
                    ErrorCode.NO_SUCH_BRANCH,
                    symbol,
                    "No branch is called '" + label + "', and it is the beginning of " + names.size() + " names:"
                            + names(names),
                    "Write more characters of the one that you mean.");
        }
        return error(ErrorCode.NO_SUCH_BRANCH, symbol, "No branch is called '" + label + "'.", branchHint(label));
    }

    private String branchHint(String label) {
        String question = new NearMatches(graph.names().all()).question(label);
        if (question != null) {
            return question;
        }
        List<String> labels = graph.names().labels();
        return labels.isEmpty()
                ? "No migration carries a label; the id of a revision names its branch as well."
                : "Labels are " + String.join(", ", labels.subList(0, Math.min(labels.size(), MOST_LISTED)))
                        + (labels.size() > MOST_LISTED ? " and " + (labels.size() - MOST_LISTED) + " more" : "")
                        + "; the id of a revision names its branch as well.";
    }

    RetortException notInBranch(RevisionSymbol symbol, RevisionId found, RevisionId branch) {
        return error(
                ErrorCode.NOT_IN_BRANCH,
                symbol,
                "Revision " + words.described(found) + " is not on branch '" + symbol.label()
                        + "': it is neither below nor above " + words.described(branch) + ".",
                "Leave '" + symbol.label() + "@' out, or name a revision of that branch.");
    }

    RetortException multipleHeads(RevisionSymbol symbol, List<RevisionId> heads) {
        SeveralHeads several = new SeveralHeads(graph);
        String one = several.symbol(heads.get(0), heads);
        return new RetortException(several.finding(
                        "'" + symbol + "' should mean one revision, but there are " + heads.size() + ":",
                        heads,
                        "take all of them with 'retort upgrade "
                                + (symbol.label() == null ? "" : symbol.label() + "@")
                                + "heads', or name one, such as '"
                                + one + "'")
                .about(symbol.text())
                .at(symbol.origin()));
    }

    RetortException ambiguousWalk(RevisionSymbol symbol, Place here, List<RevisionId> next, boolean up) {
        String fork = here instanceof Place.At at
                ? "revision " + words.described(at.id()) + (up ? " is followed by " : " has ") + next.size()
                        + (up ? " revisions:" : " parents:")
                : "there are " + next.size() + (up ? " bases:" : " heads:");
        return error(
                ErrorCode.AMBIGUOUS_WALK,
                symbol,
                "'" + symbol + "' cannot be counted: " + fork + words.list(next),
                up ? "Name the branch ('<label>@+N'), or the revision itself." : "Name the revision itself.");
    }

    private String names(List<String> names) {
        String lines = names.stream()
                .limit(MOST_LISTED)
                .map(name -> {
                    Integer index = graph.names().exact(name);
                    RevisionId id = index == null ? null : graph.idAt(index);
                    return id == null || id.value().equals(name)
                            ? id == null ? "\n  " + name : words.line(id)
                            : "\n  " + name + "  (label of " + words.described(id) + ")";
                })
                .collect(Collectors.joining());
        return names.size() <= MOST_LISTED ? lines : lines + "\n  and " + (names.size() - MOST_LISTED) + " more";
    }

    private static RetortException error(ErrorCode code, RevisionSymbol symbol, String message, @Nullable String hint) {
        return new RetortException(Finding.error(code, message)
                .about(symbol.text())
                .at(symbol.origin())
                .withHint(hint));
    }
}
