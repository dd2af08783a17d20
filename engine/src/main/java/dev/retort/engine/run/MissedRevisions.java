// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.run;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.RetortException;
import dev.retort.diagnostic.Severity;
import dev.retort.diagnostic.SourceLocation;
import dev.retort.engine.Direction;
import dev.retort.engine.MoveRequest;
import dev.retort.engine.graph.Relation;
import dev.retort.engine.graph.RevisionSet;
import dev.retort.engine.graph.RevisionSymbol;
import dev.retort.engine.graph.RevisionWords;
import dev.retort.engine.graph.SymbolResolver;
import dev.retort.engine.plan.Plan;
import dev.retort.engine.plan.Step;
import dev.retort.engine.plan.VersionRows;
import dev.retort.engine.script.Migrations;
import dev.retort.migration.RevisionId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What to do about revisions that count as applied, because they lie below the version rows, but never ran. */
final class MissedRevisions {

    private final Migrations migrations;
    private final List<RevisionId> missed;

    /** @param missed revisions that never ran, in the order of running */
    MissedRevisions(Migrations migrations, List<RevisionId> missed) {
        this.migrations = migrations;
        this.missed = List.copyOf(missed);
    }

    /** The plan with what was missed in it, or without if none of it matters; an exception if it was not asked for. */
    Plan addTo(Plan plan, MoveRequest request) {
        if (missed.isEmpty()) {
            return plan;
        }
        List<RevisionId> concerned =
                missed.stream().filter(concernedBy(plan, request)::contains).toList();
        if (!concerned.isEmpty() && !request.missed()) {
            throw new RetortException(findings(concerned, plan.start(), Severity.ERROR));
        }
        return plan.withMissed(missed, concerned);
    }

    private Set<RevisionId> concernedBy(Plan plan, MoveRequest request) {
        List<RevisionId> ends =
                new ArrayList<>(plan.steps().stream().map(Step::revision).toList());
        if (request.direction() == Direction.DOWNGRADE) {
            return new HashSet<>(ends);
        }
        RevisionSymbol target = RevisionSymbol.parse(request.targets().get(0));
        if (target.offset() == null) {
            ends.addAll(new SymbolResolver(migrations.graph()).resolve(target).revisions());
        } else {
            ends.addAll(plan.start().ids());
        }
        RevisionSet below = migrations.graph().ancestors(ends, Relation.FULL);
        return missed.stream().filter(below::contains).collect(Collectors.toSet());
    }

    /** A finding for each of them, with the command that runs it. */
    List<Finding> findings(VersionRows rows, Severity severity) {
        return findings(missed, rows, severity);
    }

    private List<Finding> findings(List<RevisionId> revisions, VersionRows rows, Severity severity) {
        RevisionWords words = new RevisionWords(migrations.graph());
        String stands = rows.ids().stream().map(RevisionId::value).collect(Collectors.joining(" "));
        return revisions.stream()
                .map(id -> new Finding(
                        ErrorCode.NEVER_RAN,
                        severity,
                        id.value(),
                        SourceLocation.ofFile(migrations.source(id).name()),
                        "Revision " + words.described(id)
                                + " never ran here: it was inserted below revisions that are applied.",
                        "'retort upgrade " + id + " --missed' runs it. If what it does is there already, 'retort stamp "
                                + stands + "' says so."))
                .toList();
    }
}
