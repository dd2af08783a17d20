// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.offline;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.Outcome;
import dev.retort.diagnostic.RetortException;
import dev.retort.dialect.Capability;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.Statement;
import dev.retort.engine.Direction;
import dev.retort.engine.MoveRequest;
import dev.retort.engine.RetortConfig;
import dev.retort.engine.ScriptRequest;
import dev.retort.engine.ScriptResult;
import dev.retort.engine.plan.LoweredOperation;
import dev.retort.engine.plan.Plan;
import dev.retort.engine.plan.PreparedPlan;
import dev.retort.engine.plan.PreparedStep;
import dev.retort.engine.plan.Rehearsal;
import dev.retort.engine.plan.RenderedRun;
import dev.retort.engine.plan.RowChange;
import dev.retort.engine.plan.StampPlan;
import dev.retort.engine.plan.StepRenderer;
import dev.retort.engine.plan.StepTimeouts;
import dev.retort.engine.plan.VersionRows;
import dev.retort.engine.replay.Replay;
import dev.retort.engine.run.Bookkeeping;
import dev.retort.engine.run.Checksum;
import dev.retort.engine.run.LedgerScript;
import dev.retort.engine.run.LedgerTable;
import dev.retort.engine.run.Moves;
import dev.retort.engine.run.Stamper;
import dev.retort.engine.run.VersionTable;
import dev.retort.engine.script.Migrations;
import dev.retort.migration.RevisionId;
import dev.retort.migration.TransactionMode;
import dev.retort.operation.RenameTable;
import dev.retort.operation.Run;
import dev.retort.schema.ObjectKind;
import dev.retort.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes upgrades, downgrades and stamps as scripts. The whole script is made before any of it is handed out. */
public final class ScriptWriter {

    private final RetortConfig config;
    private final Migrations migrations;
    private final Dialect dialect;
    private final VersionTable versions;
    private final LedgerTable ledger;
    private final LedgerScript lines;
    private final List<Finding> findings = new ArrayList<>();

    /**
     * @param config     project, target, arguments
     * @param migrations the project's migrations
     * @param dialect    for which dialect
     */
    public ScriptWriter(RetortConfig config, Migrations migrations, Dialect dialect) {
        this.config = config;
        this.migrations = migrations;
        this.dialect = dialect;
        this.versions = new VersionTable(config.project(), dialect);
        this.ledger = new LedgerTable(config.project(), dialect);
        this.lines = new LedgerScript(config.project(), dialect);
    }

    /** A script and what is in it. */
    public record Written(String text, ScriptResult result) {}

    /**
     * Makes a script.
     *
     * @param request what it shall do
     * @return the script
     * @throws RetortException if something cannot be done by a script
     */
    public Written write(ScriptRequest request) {
        findings.addAll(migrations.notes());
        ScriptRange range = ScriptRange.of(request, migrations.graph());
        Script script = new Script(dialect);
        script.comment("Retort " + request.direction().word() + " " + String.join(" ", request.targets()) + " for "
                + dialect.id() + (request.tag() == null ? "" : ", " + request.tag()));
        script.blankLine();
        Bookkeeping bookkeeping = new Bookkeeping(dialect);
        script.begin();
        if (range.start().isEmpty() && request.direction() != Direction.DOWNGRADE) {
            bookkeeping.creation(versions.definition()).forEach(script::sql);
        }
        bookkeeping.creation(ledger.definition(), true).forEach(script::sql);
        for (RevisionId revision : range.start().ids()) {
            script.sql(lines.scriptBaseline(revision.value(), true, "where a script started", config.toolVersion()));
        }
        script.commit();
        List<RevisionId> revisions =
                request.direction() == Direction.STAMP ? stamp(request, range, script) : move(request, range, script);
        return new Written(script.toString(), new ScriptResult(dialect.id(), request.direction(), revisions, findings));
    }

    private List<RevisionId> stamp(ScriptRequest request, ScriptRange range, Script script) {
        MoveRequest move = new MoveRequest(Direction.STAMP, range.ends(), false, null);
        StampPlan plan = new Moves(migrations.graph()).stamp(move, range.start());
        script.comment("Running stamp " + ids(plan.start()) + " -> " + ids(plan.rows()));
        script.blankLine();
        script.begin();
        rows(plan.changes(), script);
        for (RevisionId revision : plan.rows().ids()) {
            script.sql(lines.scriptBaseline(revision.value(), false, Stamper.words(move, plan), config.toolVersion()));
        }
        script.commit();
        return plan.rows().ids();
    }

    private List<RevisionId> move(ScriptRequest request, ScriptRange range, Script script) {
        if (range.ends().size() > 1) {
            throw new RetortException(Finding.error(
                    ErrorCode.USAGE_ERROR, "A script for " + request.direction().word() + " has one target."));
        }
        Plan plan = new Moves(migrations.graph())
                .plan(request.direction(), range.ends().get(0), range.start());
        Outcome<PreparedPlan> outcome = new Rehearsal(config, migrations, dialect).prepareScript(plan);
        PreparedPlan prepared = outcome.orThrow();
        refuseWhatNeedsADatabase(prepared);
        findings.addAll(outcome.findings());
        StepRenderer renderer = StepRenderer.offline(dialect, prepared.start(), prepared.told());
        prepared.steps().forEach(step -> write(step, renderer, script));
        script.timeouts(List.of());
        return plan.steps().stream().map(step -> step.revision()).toList();
    }

    private void write(PreparedStep step, StepRenderer renderer, Script script) {
        boolean up = step.step().direction() == dev.retort.engine.plan.Direction.UP;
        String message = step.header().message().lines().collect(Collectors.joining(" "));
        script.comment("Running " + (up ? "upgrade " : "downgrade ") + way(step, up)
                + (message.isEmpty() ? "" : ", " + message));
        script.blankLine();
        List<Statement> statements = new ArrayList<>();
        List<RenderedRun> runs = renderer.render(step.operations());
        runs.forEach(run -> statements.addAll(run.statements()));
        script.settings(statements);
        StepTimeouts timeouts =
                new StepTimeouts(dialect, config.project().limits().timeouts(), step);
        script.timeouts(timeouts.settings());
        boolean transactional =
                dialect.can(Capability.TRANSACTIONAL_DDL) && step.header().transaction() == TransactionMode.AUTO;
        for (RenderedRun run : runs) {
            script.timeouts(timeouts.settings(run));
            run.statements().forEach(statement -> script.statement(statement, transactional));
        }
        script.timeouts(timeouts.settings());
        script.begin();
        rows(step.step().changes(), script);
        script.sql(lines.scriptLine(
                step.step().revision().value(),
                up ? Direction.UPGRADE : Direction.DOWNGRADE,
                Checksum.of(step.source().content()),
                (int) statements.stream()
                        .filter(statement -> !(statement instanceof Statement.SessionSetting))
                        .count(),
                step.header().message(),
                config.toolVersion()));
        script.commit();
    }

    private static String way(PreparedStep step, boolean up) {
        String parents = step.header().revises().stream().map(RevisionId::value).collect(Collectors.joining(", "));
        String own = step.step().revision().value();
        return up ? parents + " -> " + own : own + " -> " + parents;
    }

    private void rows(List<RowChange> changes, Script script) {
        changes.forEach(change -> script.sql(versions.sql(change)));
    }

    private static String ids(VersionRows rows) {
        return rows.ids().stream().map(RevisionId::value).collect(Collectors.joining(", "));
    }

    private void refuseWhatNeedsADatabase(PreparedPlan plan) {
        List<Finding> refused = new ArrayList<>();
        Replay replay = new Replay(plan.start(), dialect);
        for (PreparedStep step : plan.steps()) {
            for (LoweredOperation lowered : step.operations()) {
                if (lowered.operation() instanceof Run run) {
                    refused.add(Finding.error(
                                    ErrorCode.NOT_OFFLINE,
                                    "Revision '" + step.step().revision() + "' runs Java code (" + run.description()
                                            + "), which needs a connection and cannot be part of a script.")
                            .about("run")
                            .at(lowered.location())
                            .withHint("Run this revision online, and write scripts for those before and after it."));
                }
                if (dialect.ddl().needsDefinition(lowered.operation())) {
                    unknown(step, lowered, replay.around(lowered.operation()), refused);
                }
                replay.apply(lowered.operation(), lowered.location());
            }
        }
        if (!refused.isEmpty()) {
            throw new RetortException(refused);
        }
    }

    private void unknown(PreparedStep step, LoweredOperation lowered, Schema schema, List<Finding> refused) {
        lowered.operation().footprint().writes().stream()
                .filter(ref -> ref.kind() == ObjectKind.TABLE)
                .filter(ref -> !(lowered.operation() instanceof RenameTable rename)
                        || ref.name().equals(rename.table()))
                .map(ref -> ref.name())
                .distinct()
                .filter(name ->
                        schema.table(name).isEmpty() && schema.view(name).isEmpty())
                .forEach(name -> refused.add(Finding.error(
                                ErrorCode.UNKNOWN_SCHEMA,
                                "Revision '" + step.step().revision()
                                        + "' cannot be part of a script: the definition of '" + name
                                        + "' is needed, and no migration before it says what it is.")
                        .about(lowered.operation().keyword())
                        .at(lowered.location())
                        .withHint("State the effects of the 'execute' that creates it, or run this revision online.")));
    }
}
