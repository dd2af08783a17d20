// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine;

import dev.retort.dialect.Dialect;
import dev.retort.engine.graph.RevisionGraph;
import dev.retort.engine.graph.RevisionSymbol;
import dev.retort.engine.offline.ScriptWriter;
import dev.retort.engine.plan.VersionRows;
import dev.retort.engine.run.Bookkeeping;
import dev.retort.engine.run.CurrentReader;
import dev.retort.engine.run.Database;
import dev.retort.engine.run.DryRun;
import dev.retort.engine.run.LedgerReader;
import dev.retort.engine.run.Runner;
import dev.retort.engine.run.Session;
import dev.retort.engine.run.Stamper;
import dev.retort.engine.run.VersionTable;
import dev.retort.engine.script.Formats;
import dev.retort.engine.script.Merges;
import dev.retort.engine.script.Migrations;
import dev.retort.engine.script.RevisionFiles;
import dev.retort.migration.MigrationFormat;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A project and, for most methods, one database of it. Safe for use by several threads; each call reads the migrations
 * anew and opens connections of its own, which it closes. Whatever its user can put right is thrown as
 * {@link dev.retort.diagnostic.RetortException} with all findings.
 */
public final class Retort {

    private final RetortConfig config;
    private final DialectRegistry registry;
    private final Formats formats;
    private final Database database;

    private Retort(RetortConfig config) {
        this.config = config;
        this.registry = DialectRegistry.of(config.dialects(), config.classLoader(), config.discovery());
        Registry<MigrationFormat> found = new Registry<>(MigrationFormat.class, "format", MigrationFormat::id);
        found.addGiven(config.formats());
        if (config.discovery()) {
            found.discover(config.classLoader());
        }
        this.formats = new Formats(
                found.entries().values().stream().map(Registry.Entry::provider).toList());
        this.database = new Database(config, registry);
    }

    /**
     * Opens a project. Dialects and formats are loaded; no file is read and no connection made yet.
     *
     * @param config what to work with
     * @return the project
     * @throws dev.retort.diagnostic.RetortException if a dialect on the class path cannot be used
     */
    public static Retort open(RetortConfig config) {
        return new Retort(config);
    }

    /** {@return what this works with} */
    public RetortConfig config() {
        return config;
    }

    /**
     * Writes a new migration file.
     *
     * @param request what it shall be
     * @return the file
     */
    public RevisionCreated revision(RevisionRequest request) {
        return new RevisionFiles(config, formats, migrations()).create(request);
    }

    /**
     * Writes a migration file that joins branches.
     *
     * @param request what it shall join
     * @return the file
     */
    public RevisionCreated merge(MergeRequest request) {
        Migrations migrations = migrations();
        return new RevisionFiles(config, formats, migrations).create(Merges.asRevision(request, migrations.graph()));
    }

    /**
     * Upgrades, downgrades or stamps the database.
     *
     * @param request what to do
     * @return what was done
     * @throws dev.retort.diagnostic.RetortException if it cannot begin, or failed: everything up to the failed step is then
     *     committed and recorded, and the same request goes on from there
     */
    public RunResult run(MoveRequest request) {
        Migrations migrations = migrations();
        try (Session session = database.open()) {
            return request.direction() == Direction.STAMP
                    ? new Stamper(config, migrations, session).stamp(request)
                    : new Runner(config, migrations, session).run(request);
        }
    }

    /** @param target a revision symbol
     *  @return what was done; as {@link #run} */
    public RunResult upgrade(String target) {
        return run(MoveRequest.upgrade(target));
    }

    /** @param target a revision symbol
     *  @return what was done; as {@link #run} */
    public RunResult downgrade(String target) {
        return run(MoveRequest.downgrade(target));
    }

    /** @param targets revision symbols
     *  @return what was done; as {@link #run} */
    public RunResult stamp(String... targets) {
        return run(MoveRequest.stamp(targets));
    }

    /**
     * Tells what {@link #run} would do, and all that is wrong with it. The database is read, never written.
     *
     * @param request what to do
     * @return what would be done; its findings may be errors
     */
    public PlanResult plan(MoveRequest request) {
        Migrations migrations = migrations();
        try (Session session = database.open()) {
            return new DryRun(config, migrations, session).plan(request);
        }
    }

    /**
     * Writes what {@link #run} would do as an SQL script for the database's own client. Neither a connection nor a driver is
     * used. Nothing is written if something cannot be part of a script.
     *
     * @param request what the script shall do
     * @param out     where to
     * @return what the script does
     * @throws IOException if {@code out} does
     */
    public ScriptResult script(ScriptRequest request, Appendable out) throws IOException {
        ScriptWriter.Written written =
                new ScriptWriter(config, migrations(), database.offlineDialect(request.dialect())).write(request);
        out.append(written.text());
        return written.result();
    }

    /** {@return where the database stands} */
    public CurrentResult current() {
        Migrations migrations = migrations();
        try (Session session = database.open()) {
            return new CurrentReader(config, migrations, session).read();
        }
    }

    /**
     * Where the database stands, if it has everything.
     *
     * @return as {@link #current}
     * @throws dev.retort.diagnostic.RetortException if the database is not on all heads
     */
    public CurrentResult checkHeads() {
        Migrations migrations = migrations();
        try (Session session = database.open()) {
            CurrentReader reader = new CurrentReader(config, migrations, session);
            reader.requireUpToDate();
            return reader.read();
        }
    }

    /**
     * Looks for everything that keeps the database from being what the project says: revisions that have not run, version
     * rows without a file, revisions that were inserted below applied ones and never ran.
     *
     * @return what was found; nothing is thrown for it
     */
    public CheckResult check() {
        Migrations migrations = migrations();
        try (Session session = database.open()) {
            return new CurrentReader(config, migrations, session).check();
        }
    }

    /**
     * Lists revisions, newest first.
     *
     * @param request which
     * @return the revisions
     */
    public List<RevisionInfo> history(HistoryRequest request) {
        Listing listing = new Listing(migrations());
        boolean database = request.indicateCurrent() || Listing.mentionsCurrent(request.range());
        return listing.history(request.range(), database ? rows() : null);
    }

    /**
     * Lists revisions that no other follows.
     *
     * @param resolveDependencies whether to leave out those that another depends on
     * @return the heads
     */
    public List<RevisionInfo> heads(boolean resolveDependencies) {
        return new Listing(migrations()).heads(resolveDependencies);
    }

    /** {@return the revisions that several others follow} */
    public List<BranchInfo> branches() {
        return new Listing(migrations()).branches();
    }

    /**
     * The revisions that a symbol stands for.
     *
     * @param symbol a revision symbol; {@code current} asks the database
     * @return the revisions; none for {@code base}
     */
    public List<RevisionInfo> show(String symbol) {
        Listing listing = new Listing(migrations());
        return symbol.equals(RevisionSymbol.CURRENT) ? listing.current(rows()) : listing.show(symbol);
    }

    /**
     * Creates the version table, if there is none, and nothing else.
     *
     * @return whether it was created
     */
    public boolean ensureVersion() {
        try (Session session = database.open()) {
            return new VersionTable(config.project(), session.dialect()).ensure(session);
        }
    }

    /**
     * Writes the statements of {@link #ensureVersion} as a script.
     *
     * @param dialect id of the dialect, or null for that of the URL
     * @param out     where to
     * @throws IOException if {@code out} does
     */
    public void ensureVersionScript(@Nullable String dialect, Appendable out) throws IOException {
        Dialect own = database.offlineDialect(dialect);
        VersionTable versions = new VersionTable(config.project(), own);
        for (String sql : new Bookkeeping(own).creation(versions.definition())) {
            out.append(own.scriptStatement(sql)).append("\n");
        }
    }

    /**
     * Reads the ledger.
     *
     * @return its lines, oldest first; none if there is no ledger
     */
    public List<LedgerEntry> ledger() {
        try (Session session = database.open()) {
            return new LedgerReader(config, session).read();
        }
    }

    /** {@return the dialects that are installed, by id} */
    public List<DialectInfo> dialects() {
        return registry.installedDialects();
    }

    /**
     * Reads the headers of all migrations.
     *
     * @return the graph of revisions, and where each is
     * @throws dev.retort.diagnostic.RetortException with everything that is wrong with folders, headers and graph
     */
    public Migrations migrations() {
        return Migrations.read(config.project(), formats, config.classLoader());
    }

    /** {@return the graph of all revisions; as {@link #migrations}} */
    public RevisionGraph graph() {
        return migrations().graph();
    }

    private VersionRows rows() {
        try (Session session = database.open()) {
            return new VersionTable(config.project(), session.dialect()).rows(session);
        }
    }
}
