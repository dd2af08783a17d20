// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine;

import dev.retort.diagnostic.RetortException;
import dev.retort.diagnostic.SourceLocation;
import dev.retort.engine.graph.RevisionGraph;
import dev.retort.engine.graph.RevisionSet;
import dev.retort.engine.graph.RevisionSymbol;
import dev.retort.engine.graph.RevisionSymbolParser;
import dev.retort.engine.graph.SeveralHeads;
import dev.retort.engine.graph.SymbolRange;
import dev.retort.engine.graph.SymbolResolver;
import dev.retort.engine.plan.Planner;
import dev.retort.engine.plan.SymbolReader;
import dev.retort.engine.plan.VersionRows;
import dev.retort.engine.script.Migrations;
import dev.retort.migration.MigrationHeader;
import dev.retort.migration.RevisionId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists revisions for people. */
public final class Listing {

    private final Migrations migrations;
    private final RevisionGraph graph;
    private final RevisionSet heads;
    private final RevisionSet effectiveHeads;

    /**
     * @param migrations the project's migrations
     */
    public Listing(Migrations migrations) {
        this.migrations = migrations;
        this.graph = migrations.graph();
        this.heads = graph.heads();
        this.effectiveHeads = graph.effectiveHeads();
    }

    static boolean mentionsCurrent(@Nullable String range) {
        return range != null && List.of(range.split(":", -1)).contains(RevisionSymbol.CURRENT);
    }

    List<RevisionInfo> history(@Nullable String range, @Nullable VersionRows rows) {
        SymbolRange ends = range == null
                ? new SymbolRange(null, null)
                : RevisionSymbolParser.parseRange(range, SourceLocation.COMMAND_LINE);
        return infos(new Planner(graph).history(ends, rows), rows == null ? List.of() : rows.ids());
    }

    List<RevisionInfo> heads(boolean resolveDependencies) {
        return infos((resolveDependencies ? effectiveHeads : heads).toList(), List.of());
    }

    List<RevisionInfo> singleHead(boolean resolveDependencies) {
        List<RevisionId> all = (resolveDependencies ? effectiveHeads : heads).toList();
        if (all.size() > 1) {
            SeveralHeads several = new SeveralHeads(graph);
            throw new RetortException(several.finding(
                    "There are " + all.size() + " heads:",
                    all,
                    "leave them apart and upgrade with 'retort upgrade heads'"));
        }
        return infos(all, List.of());
    }

    List<BranchInfo> branches() {
        List<BranchInfo> branches = new ArrayList<>();
        for (RevisionId point : graph.newestFirst(graph.branchPoints())) {
            branches.add(new BranchInfo(info(point, Set.of()), infos(graph.children(point), List.of())));
        }
        return branches;
    }

    /** A step without a name counts down from the heads, as in Alembic; behind a name it counts from there. */
    List<RevisionInfo> show(String text) {
        RevisionSymbol symbol = RevisionSymbol.parse(text);
        boolean counted = symbol.offset() != null && !symbol.isRelative();
        return infos(
                counted
                        ? new SymbolReader(graph, () -> VersionRows.NONE)
                                .read(text)
                                .ids()
                        : new SymbolResolver(graph).resolve(symbol).revisions(),
                List.of());
    }

    List<RevisionInfo> current(VersionRows rows) {
        return infos(new Planner(graph).current(rows).revisions().toList(), rows.ids());
    }

    /**
     * Revisions with all that lists show.
     *
     * @param ids     which, in order
     * @param current rows of a database, to be marked
     * @return as many
     */
    public List<RevisionInfo> infos(List<RevisionId> ids, List<RevisionId> current) {
        Set<RevisionId> rows = Set.copyOf(current);
        return ids.stream().map(id -> info(id, rows)).toList();
    }

    private RevisionInfo info(RevisionId id, Set<RevisionId> current) {
        MigrationHeader header = graph.header(id);
        Set<String> labels = new LinkedHashSet<>(header.labels());
        labels.addAll(graph.labels(id));
        List<RevisionId> children = graph.children(id);
        return new RevisionInfo(
                id,
                header.revises(),
                header.dependsOn(),
                graph.dependencies(id),
                List.copyOf(labels),
                header.message(),
                header.created(),
                header.transaction(),
                migrations.source(id).name(),
                migrations.source(id).file().orElse(null),
                children,
                heads.contains(id),
                effectiveHeads.contains(id),
                children.size() > 1,
                header.revises().size() > 1,
                current.contains(id));
    }
}
