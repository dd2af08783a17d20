// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.run;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.RetortException;
import dev.retort.diagnostic.Severity;
import dev.retort.diagnostic.SourceLocation;
import dev.retort.engine.CheckResult;
import dev.retort.engine.CurrentResult;
import dev.retort.engine.Listing;
import dev.retort.engine.RetortConfig;
import dev.retort.engine.graph.Relation;
import dev.retort.engine.graph.RevisionGraph;
import dev.retort.engine.plan.Planner;
import dev.retort.engine.plan.VersionRows;
import dev.retort.engine.script.Migrations;
import dev.retort.migration.RevisionId;
import dev.retort.project.DatabaseUrl;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Reads where a database stands. Creates nothing. */
public final class CurrentReader {

    private final RetortConfig config;
    private final Migrations migrations;
    private final Session session;
    private final VersionTable versions;

    /**
     * @param config     project and target
     * @param migrations the project's migrations
     * @param session    the database; it stays open
     */
    public CurrentReader(RetortConfig config, Migrations migrations, Session session) {
        this.config = config;
        this.migrations = migrations;
        this.session = session;
        this.versions = new VersionTable(config.project(), session.dialect());
    }

    /** {@return where the database stands; rows without a migration are told, not refused} */
    public CurrentResult read() {
        RevisionGraph graph = migrations.graph();
        VersionRows rows = versions.rows(session);
        List<RevisionId> known = rows.ids().stream().filter(graph::contains).toList();
        List<RevisionId> unknown = unknown(rows);
        boolean complete = graph.ancestors(known, Relation.FULL).size() == graph.size();
        List<RevisionId> missed = new LedgerReader(config, session).neverRan(graph, rows);
        List<Finding> findings = new ArrayList<>(
                unknown.stream().map(CurrentReader::withoutMigration).toList());
        findings.addAll(new MissedRevisions(migrations, missed).findings(rows, Severity.WARNING));
        DatabaseUrl url = session.url();
        return new CurrentResult(
                config.target(),
                url == null ? null : url.toString(),
                session.dialect().id(),
                session.dialect().version().toString(),
                exists(),
                rows.ids(),
                new Listing(migrations)
                        .infos(
                                new Planner(graph)
                                        .current(VersionRows.of(known))
                                        .revisions()
                                        .toList(),
                                known),
                unknown,
                graph.effectiveHeads().toList(),
                missed,
                complete && unknown.isEmpty() && missed.isEmpty(),
                findings);
    }

    private static Finding withoutMigration(RevisionId row) {
        return Finding.error(
                        ErrorCode.UNKNOWN_ROW,
                        "Can't locate revision identified by '" + row
                                + "': the database has this version row, but no migration file defines it.")
                .about(row.value())
                .at(SourceLocation.ofFile("version table"))
                .withHint("Restore the file. If the schema is known to be at another revision, 'retort stamp --purge"
                        + " <revision>' replaces all version rows.");
    }

    private boolean exists() {
        try {
            return versions.exists(session.connection());
        } catch (SQLException refused) {
            throw session.refused(refused, "looking for the version table " + versions.name());
        }
    }

    /** Throws if the database has not every revision, or a row without a migration. */
    public void requireUpToDate() {
        CheckResult result = check();
        if (!result.findings().isEmpty()) {
            throw new RetortException(result.findings());
        }
    }

    /** {@return everything that keeps the database from being what the project says} */
    public CheckResult check() {
        RevisionGraph graph = migrations.graph();
        VersionRows rows = versions.rows(session);
        List<RevisionId> known = rows.ids().stream().filter(graph::contains).toList();
        List<RevisionId> unknown = unknown(rows);
        List<RevisionId> missing =
                new ArrayList<>(graph.newestFirst(graph.all().minus(graph.ancestors(known, Relation.FULL))));
        Collections.reverse(missing);
        List<RevisionId> missed = new LedgerReader(config, session).neverRan(graph, rows);

        List<Finding> findings = new ArrayList<>();
        unknown.forEach(row -> findings.add(withoutMigration(row)));
        try {
            new Planner(graph).requireUpToDate(VersionRows.of(known));
        } catch (RetortException behind) {
            findings.addAll(behind.findings());
        }
        findings.addAll(new MissedRevisions(migrations, missed).findings(rows, Severity.ERROR));
        DatabaseUrl url = session.url();
        return new CheckResult(
                config.target(),
                url == null ? null : url.toString(),
                session.dialect().id(),
                rows.ids(),
                missing,
                unknown,
                missed,
                findings);
    }

    private List<RevisionId> unknown(VersionRows rows) {
        return rows.ids().stream()
                .filter(id -> !migrations.graph().contains(id))
                .toList();
    }
}
