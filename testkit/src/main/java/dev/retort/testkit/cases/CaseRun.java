// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit.cases;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.RetortException;
import dev.retort.diagnostic.Severity;
import dev.retort.diagnostic.SourceLocation;
import dev.retort.dialect.Capability;
import dev.retort.dialect.Dialect;
import dev.retort.engine.MoveRequest;
import dev.retort.engine.PlanResult;
import dev.retort.engine.autogenerate.ColumnOrder;
import dev.retort.engine.replay.ReplayState;
import dev.retort.schema.Schema;
import dev.retort.testkit.Compact;
import dev.retort.testkit.Counts;
import dev.retort.testkit.DialectHarness;
import dev.retort.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One case on one real database. */
final class CaseRun {

    /** What is left out with a warning where it is not to be had: the schema accepts the same without it. */
    private static final Set<Capability> OMISSIBLE = EnumSet.of(Capability.COMMENTS, Capability.NAMED_CHECKS);

    private static final String BEFORE = CaseFormat.BEFORE.value();
    private static final String AFTER = CaseFormat.AFTER.value();

    private final OperationCase one;
    private final DialectHarness harness;
    private final Dialect dialect;
    private String statements = "";

    CaseRun(OperationCase one, DialectHarness harness) {
        this.one = one;
        this.harness = harness;
        this.dialect = harness.dialect();
    }

    /** Carries the case out, or sees that it is refused as it must be. */
    Counts check() throws Exception {
        try (TestDatabase database = harness.newDatabase();
                CaseProject project = new CaseProject(one, dialect, database);
                Connection connection = database.connect()) {
            PlanResult plan = project.retort().plan(MoveRequest.upgrade(AFTER));
            List<Finding> errors = errors(plan.findings());
            statements = plan.steps().stream()
                    .flatMap(step -> step.statements().stream())
                    .collect(Collectors.joining(";\n"));
            if (!errors.isEmpty()) {
                mustBeRefused(errors);
                runsNothing(project, connection);
                return Counts.REFUSED;
            }
            mustNotBeRefused();
            carryOut(project, connection);
            return Counts.COMPARED;
        } catch (AssertionError | SQLException | RetortException failed) {
            throw new AssertionError(
                    one.name() + ": " + failed.getMessage() + "\ncase:\n"
                            + one.text().indent(2) + "statements:\n" + statements.indent(2),
                    failed);
        }
    }

    /** Capabilities that the database has not, and what else it lacks. */
    private Set<Enum<?>> missing() {
        Set<Enum<?>> missing = new LinkedHashSet<>(one.needs());
        missing.removeAll(dialect.capabilities());
        missing.removeAll(OMISSIBLE);
        dialect.ddl().lacks().stream().filter(one.lacks()::contains).forEach(missing::add);
        return missing;
    }

    private void mustBeRefused(List<Finding> errors) {
        if (errors.stream().anyMatch(error -> error.code() != ErrorCode.UNSUPPORTED)) {
            throw new AssertionError("the plan has errors:\n" + text(errors));
        }
        if (missing().isEmpty() && !harness.refusedCases().containsKey(one.name())) {
            throw new AssertionError("it is refused although the dialect declares what it needs, " + one.needs()
                    + ", and DialectHarness.refusedCases does not say why:\n" + text(errors));
        }
        SourceLocation first = Stream.concat(one.before().stream(), one.operations().stream())
                .findFirst()
                .orElseThrow()
                .location();
        boolean placed = errors.stream().map(Finding::location).anyMatch(place -> isFrom(first, place));
        if (!placed) {
            throw new AssertionError("it is refused, but not at its place, " + first + " or below:\n" + text(errors));
        }
    }

    private static boolean isFrom(SourceLocation first, @org.jspecify.annotations.Nullable SourceLocation place) {
        return place != null && place.file().equals(first.file()) && place.line() >= first.line();
    }

    private void runsNothing(CaseProject project, Connection connection) throws SQLException {
        try {
            project.retort().upgrade(AFTER);
            throw new AssertionError("the plan is refused, but the upgrade is not");
        } catch (RetortException refused) {
            if (errors(refused.findings()).stream().noneMatch(error -> error.code() == ErrorCode.UNSUPPORTED)) {
                throw refused;
            }
        }
        same("something ran although the plan was refused", dialect.canonical(Schema.EMPTY), inspect(connection));
    }

    private void mustNotBeRefused() {
        Set<Enum<?>> missing = missing();
        missing.removeAll(harness.leniencies().keySet());
        if (!missing.isEmpty()) {
            throw new AssertionError("it needs " + missing
                    + ", which the dialect does not declare, but it is not refused when the plan is made");
        }
        if (harness.refusedCases().containsKey(one.name())) {
            throw new AssertionError("DialectHarness.refusedCases says that it is refused, but it is not");
        }
    }

    private void carryOut(CaseProject project, Connection connection) throws SQLException {
        List<ReplayState> states = project.states();
        CaseRows rows = new CaseRows(dialect, connection);
        project.retort().upgrade(BEFORE);
        Schema before = inspect(connection);
        same("before the operations, the database differs from what replay says", states.get(0), before);
        project.retort().upgrade(AFTER);
        same("after the operations, the database differs from what replay says", states.get(1), inspect(connection));
        rows.compare("after the operations", one.rows());
        if (one.irreversible()) {
            mustBeIrreversible(project);
            return;
        }
        project.retort().downgrade(BEFORE);
        same("after the computed downgrade, the database is not what it was", before, inspect(connection));
        rows.compare("after the computed downgrade", one.undone());
    }

    private void mustBeIrreversible(CaseProject project) {
        try {
            project.retort().downgrade(BEFORE);
        } catch (RetortException refused) {
            if (refused.findings().stream().anyMatch(finding -> finding.code() == ErrorCode.IRREVERSIBLE)) {
                return;
            }
            throw refused;
        }
        throw new AssertionError("the case says that there is no computed downgrade, but there is one");
    }

    private Schema inspect(Connection connection) throws SQLException {
        return dialect.inspector().inspect(connection, CaseScope.of(one)).schema();
    }

    private void same(String what, ReplayState expected, Schema actual) {
        if (expected.isKnown()) {
            same(what, dialect.canonical(expected.schema()), actual);
        }
    }

    private void same(String what, Schema expected, Schema actual) {
        boolean placing = dialect.can(Capability.COLUMN_POSITION);
        if (!expected.equals(actual) && (placing || !ColumnOrder.equalWithout(expected, actual))) {
            throw new AssertionError(what + ":\n" + Compact.difference(expected, actual));
        }
    }

    private static List<Finding> errors(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
    }

    private static String text(List<Finding> findings) {
        return findings.stream().map(finding -> finding.code() + " " + finding).collect(Collectors.joining("\n"));
    }
}
