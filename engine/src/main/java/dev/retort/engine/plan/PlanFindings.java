// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.plan;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.NearMatches;
import dev.retort.diagnostic.RetortException;
import dev.retort.diagnostic.SourceLocation;
import dev.retort.engine.graph.Place;
import dev.retort.engine.graph.Relation;
import dev.retort.engine.graph.RevisionGraph;
import dev.retort.engine.graph.RevisionSet;
import dev.retort.engine.graph.RevisionSymbol;
import dev.retort.engine.graph.RevisionSymbol.Offset;
import dev.retort.engine.graph.RevisionWords;
import dev.retort.migration.RevisionId;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words for plans that cannot be made. */
final class PlanFindings {

    private static final SourceLocation VERSION_TABLE = SourceLocation.ofFile("version table");

    private final RevisionGraph graph;
    private final RevisionWords words;

    PlanFindings(RevisionGraph graph) {
        this.graph = graph;
        this.words = new RevisionWords(graph);
    }

    List<Finding> withoutMigration(Collection<RevisionId> rows) {
        NearMatches known = new NearMatches(
                graph.all().toList().stream().map(RevisionId::value).toList());
        return rows.stream().map(row -> unknownRow(row, known)).toList();
    }

    private static Finding unknownRow(RevisionId row, NearMatches known) {
        String question = known.question(row.value());
        return Finding.error(
                        ErrorCode.UNKNOWN_ROW,
                        "Can't locate revision identified by '" + row
                                + "': the database has this version row, but no migration file defines it.")
                .about(row.value())
                .at(VERSION_TABLE)
                .withHint((question == null ? "" : question + " ")
                        + "Restore the file. If the schema is known to be at another revision, 'retort stamp --purge"
                        + " <revision>' replaces all version rows.");
    }

    RetortException tooFar(RevisionSymbol symbol, Offset offset) {
        return error(
                ErrorCode.RELATIVE_INVALID,
                symbol,
                "Relative revision " + symbol + " didn't produce " + migrations(offset)
                        + ": there are not that many on the way.",
                "'retort history' shows how many there are.");
    }

    RetortException nothingApplied(RevisionSymbol symbol, Offset offset) {
        String where =
                symbol.label() == null ? "the database has none" : "none is applied on branch '" + symbol.label() + "'";
        return error(
                ErrorCode.RELATIVE_INVALID,
                symbol,
                "Relative revision " + symbol + " didn't produce " + migrations(offset) + ": " + where + ".",
                "'retort current' shows what is applied.");
    }

    RetortException wrongSign(RevisionSymbol symbol, Offset offset, boolean upgrade) {
        String command = upgrade ? "upgrade" : "downgrade";
        String wanted = upgrade ? "+N" : "-N";
        return error(
                ErrorCode.RELATIVE_INVALID,
                symbol,
                "Relative revision " + symbol + " didn't produce " + migrations(offset) + ": " + command
                        + " counts from what is applied with " + wanted + ", where N is 1 or more.",
                "Write '" + wanted + "', or count from a named revision ('<revision>" + offset + "').");
    }

    RetortException ambiguousStart(RevisionSymbol symbol, List<RevisionId> starts) {
        List<RevisionId> known = starts.stream().filter(graph::contains).toList();
        return error(
                ErrorCode.AMBIGUOUS_START,
                symbol,
                "'" + symbol + "' could be counted from " + starts.size() + " applied revisions:" + words.list(known)
                        + starts.stream()
                                .filter(row -> !graph.contains(row))
                                .map(row -> "\n  " + row + "  (no migration file)")
                                .collect(Collectors.joining()),
                "Say on which branch: '<label or revision>@" + symbol.offset() + "'.");
    }

    Finding ambiguousDowngrade(RevisionSymbol symbol, RevisionId first, int rows) {
        return Finding.warning(
                        ErrorCode.AMBIGUOUS_START,
                        "'" + symbol + "' could be counted from " + rows + " version rows; the first, "
                                + words.described(first) + ", was taken.")
                .about(symbol.text())
                .at(symbol.origin())
                .withHint("Say which: '<label or revision>@" + symbol.offset() + "'.");
    }

    /** Alembic looks at the branch only if several lines lead on from the target, and says nothing if it is none. */
    Finding ignoredBranch(RevisionSymbol symbol, String label) {
        List<String> names = graph.all().toList().stream()
                .flatMap(id -> Stream.concat(Stream.of(id.value()), graph.header(id).labels().stream()))
                .toList();
        return Finding.warning(
                        ErrorCode.NO_SUCH_BRANCH,
                        "No branch is called '" + label + "'; '" + symbol
                                + "' was read without it, as there is only one way down.")
                .about(symbol.text())
                .at(symbol.origin())
                .withHint(new NearMatches(names).question(label));
    }

    RetortException notAncestor(RangeQuery query) {
        RevisionSymbol symbol = symbolOf(query.lower()) == null ? symbolOf(query.upper()) : symbolOf(query.lower());
        Finding finding = Finding.error(
                ErrorCode.RANGE_NOT_ANCESTOR,
                "Requested range " + words(query.lower()) + ":" + words(query.upper())
                        + " does not refer to ancestor and descendant revisions along the same branch.");
        return new RetortException(
                (symbol == null ? finding : finding.about(symbol.text()).at(symbol.origin()))
                        .withHint("A range starts with the older end, which must lie below the newer one."));
    }

    RetortException notApplied(RevisionSymbol target, RevisionId id, List<RevisionId> rows) {
        return error(
                ErrorCode.RANGE_NOT_ANCESTOR,
                target,
                "Destination " + words.described(id) + " is not a valid downgrade target: nothing above it is applied. "
                        + (rows.isEmpty()
                                ? "The database has no version rows."
                                : "The version rows are:" + words.list(rows)),
                "'retort history -i' marks what is applied.");
    }

    RetortException invalidDowngradeTarget(RevisionSymbol target, Place place, RevisionId branch) {
        String where = place instanceof Place.At at ? "nothing that follows " + words.described(at.id()) : "no base";
        return error(
                ErrorCode.INVALID_DOWNGRADE_TARGET,
                target,
                "'" + target + "' is not a valid downgrade target: " + where + " lies on the line of "
                        + words.described(branch) + ".",
                "Name a branch that passes through the target, or leave the branch out.");
    }

    void requireNoOverlap(Collection<RevisionId> ids, String which) {
        RevisionSet set = graph.setOf(ids);
        RevisionSet below = set.minus(graph.maximal(set, Relation.FULL));
        if (below.isEmpty()) {
            return;
        }
        RevisionId lower = below.iterator().next();
        RevisionSet upper =
                graph.descendants(List.of(lower), Relation.FULL).intersect(set).minus(graph.setOf(List.of(lower)));
        throw new RetortException(Finding.error(
                        ErrorCode.OVERLAP,
                        "Requested revision " + words.described(lower) + " overlaps with other " + which
                                + " revisions, which are based on it:" + words.list(upper.toList()))
                .about(lower.value())
                .withHint("Leave '" + lower + "' out: the others include it."));
    }

    private static String migrations(Offset offset) {
        return offset.count() + (offset.count() == 1 ? " migration" : " migrations");
    }

    private static String words(RangeEnd end) {
        if (end instanceof RangeEnd.Rows) {
            return RevisionSymbol.CURRENT;
        }
        RangeEnd.Symbols symbols = (RangeEnd.Symbols) end;
        return symbols.symbols().isEmpty()
                ? RevisionSymbol.BASE
                : symbols.symbols().stream().map(RevisionSymbol::text).collect(Collectors.joining(","));
    }

    private static @Nullable RevisionSymbol symbolOf(RangeEnd end) {
        return end instanceof RangeEnd.Symbols symbols && !symbols.symbols().isEmpty()
                ? symbols.symbols().get(0)
                : null;
    }

    private static RetortException error(ErrorCode code, RevisionSymbol symbol, String message, @Nullable String hint) {
        return new RetortException(Finding.error(code, message)
                .about(symbol.text())
                .at(symbol.origin())
                .withHint(hint));
    }
}
