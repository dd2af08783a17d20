// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit.inability;

import dev.retort.dialect.Capability;
import dev.retort.dialect.Lack;
import dev.retort.testkit.ComplianceReport;
import dev.retort.testkit.Counts;
import dev.retort.testkit.DialectHarness;
import dev.retort.testkit.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/**
 * Tries on a real database what a dialect says that it cannot do. For each {@link Capability} that is not declared, ISO SQL in
 * the dialect's quoting and types is run on an empty database, in the words that most databases share where the standard has
 * none, and its effect is looked at: an index that is to be partial must let through what it does not hold. What works although
 * it is not declared fails the test, unless {@link DialectHarness#acceptedInabilities} or {@link
 * DialectHarness#leniencies} gives a reason. The same is done for each {@link Lack} of {@link dev.retort.dialect.Ddl#lacks}.
 *
 * <p>That operations which need a missing capability are refused when the plan is made is checked by
 * {@link dev.retort.testkit.cases.OperationCases}; that what is declared works, by the laws and the cases.
 */
public final class Inabilities {

    private Inabilities() {}

    /**
     * @param harness what there is to know of the dialect
     * @return a test for each capability that the dialect does not declare, and for each of its lacks
     */
    public static Stream<DynamicNode> of(DialectHarness harness) {
        return of(harness, ComplianceReport.of(harness));
    }

    /**
     * @param harness what there is to know of the dialect
     * @param report  where to write what became of the probes
     * @return a test for each capability that the dialect does not declare, and for each of its lacks
     */
    public static Stream<DynamicNode> of(DialectHarness harness, ComplianceReport.Column report) {
        Stream<DynamicNode> capabilities = probes().entrySet().stream()
                .filter(probe -> !harness.dialect().can(probe.getKey()))
                .map(probe -> DynamicTest.dynamicTest(
                        "cannot " + probe.getKey(), () -> check(probe.getKey(), probe.getValue(), harness, report)));
        Stream<DynamicNode> lacks = LackProbes.all().entrySet().stream()
                .filter(probe -> harness.dialect().ddl().lacks().contains(probe.getKey()))
                .map(probe -> DynamicTest.dynamicTest(
                        "lacks " + probe.getKey(), () -> check(probe.getKey(), probe.getValue(), harness, report)));
        return Stream.concat(capabilities, lacks);
    }

    private static void check(Lack lack, Probe probe, DialectHarness harness, ComplianceReport.Column report)
            throws Exception {
        boolean works = works(probe, harness);
        report.add("lack " + lack, works ? Counts.FAILED : Counts.COMPARED);
        if (works) {
            throw new AssertionError("the dialect's Ddl.lacks() has " + lack + ", but the database can do it");
        }
    }

    /** A probe for every capability. */
    static Map<Capability, Probe> probes() {
        Map<Capability, Probe> probes = new EnumMap<>(Capability.class);
        probes.putAll(TableProbes.all());
        probes.putAll(ConstraintProbes.all());
        probes.putAll(IndexProbes.all());
        probes.putAll(ObjectProbes.all());
        return probes;
    }

    private static void check(
            Capability capability, Probe probe, DialectHarness harness, ComplianceReport.Column report)
            throws Exception {
        String row = "inability " + capability;
        String accepted = harness.acceptedInabilities().get(capability);
        String reason = accepted != null ? accepted : harness.leniencies().get(capability);
        if (!works(probe, harness)) {
            if (accepted != null) {
                report.add(row, Counts.FAILED);
                throw new AssertionError("DialectHarness.acceptedInabilities has a reason for " + capability
                        + ", but the database cannot do it");
            }
            report.add(row, Counts.COMPARED);
        } else if (reason != null) {
            report.add(row, Counts.SKIPPED);
            report.remark("does not declare " + capability + " on purpose: " + reason);
        } else {
            report.add(row, Counts.FAILED);
            throw new AssertionError("the dialect does not declare that " + capability.sentence()
                    + ", but the database can; declare it, or give a reason in DialectHarness.acceptedInabilities");
        }
    }

    private static boolean works(Probe probe, DialectHarness harness) throws Exception {
        try (TestDatabase database = harness.newDatabase();
                Connection connection = database.connect()) {
            return probe.works(new Attempt(harness.dialect(), connection));
        } catch (SQLException refused) {
            return false;
        }
    }
}
