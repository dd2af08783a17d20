// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.run;

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
        List<RevisionId> unknown =
                rows.ids().stream().filter(id -> !graph.contains(id)).toList();
        boolean complete = graph.ancestors(known, Relation.FULL).size() == graph.size();
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
                complete && unknown.isEmpty());
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
        new Planner(migrations.graph()).requireUpToDate(versions.rows(session));
    }
}
