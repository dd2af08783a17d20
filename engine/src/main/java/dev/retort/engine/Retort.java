// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine;

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

    private Retort(RetortConfig config) {
        this.config = config;
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
        throw new UnsupportedOperationException();
    }

    /**
     * Writes a migration file that joins branches.
     *
     * @param request what it shall join
     * @return the file
     */
    public RevisionCreated merge(MergeRequest request) {
        throw new UnsupportedOperationException();
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
        throw new UnsupportedOperationException();
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
        throw new UnsupportedOperationException();
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
        throw new UnsupportedOperationException();
    }

    /** {@return where the database stands} */
    public CurrentResult current() {
        throw new UnsupportedOperationException();
    }

    /**
     * Where the database stands, if it has everything.
     *
     * @return as {@link #current}
     * @throws dev.retort.diagnostic.RetortException if the database is not on all heads
     */
    public CurrentResult checkHeads() {
        throw new UnsupportedOperationException();
    }

    /**
     * Lists revisions, newest first.
     *
     * @param request which
     * @return the revisions
     */
    public List<RevisionInfo> history(HistoryRequest request) {
        throw new UnsupportedOperationException();
    }

    /**
     * Lists revisions that no other follows.
     *
     * @param resolveDependencies whether to leave out those that another depends on
     * @return the heads
     */
    public List<RevisionInfo> heads(boolean resolveDependencies) {
        throw new UnsupportedOperationException();
    }

    /** {@return the revisions that several others follow} */
    public List<BranchInfo> branches() {
        throw new UnsupportedOperationException();
    }

    /**
     * The revisions that a symbol stands for.
     *
     * @param symbol a revision symbol; {@code current} asks the database
     * @return the revisions; none for {@code base}
     */
    public List<RevisionInfo> show(String symbol) {
        throw new UnsupportedOperationException();
    }

    /**
     * Creates the version table, if there is none, and nothing else.
     *
     * @return whether it was created
     */
    public boolean ensureVersion() {
        throw new UnsupportedOperationException();
    }

    /**
     * Writes the statements of {@link #ensureVersion} as a script.
     *
     * @param dialect id of the dialect, or null for that of the URL
     * @param out     where to
     * @throws IOException if {@code out} does
     */
    public void ensureVersionScript(@Nullable String dialect, Appendable out) throws IOException {
        throw new UnsupportedOperationException();
    }

    /**
     * Reads the ledger.
     *
     * @return its lines, oldest first; none if there is no ledger
     */
    public List<LedgerEntry> ledger() {
        throw new UnsupportedOperationException();
    }

    /** {@return the dialects that are installed, by id} */
    public List<DialectInfo> dialects() {
        throw new UnsupportedOperationException();
    }
}
