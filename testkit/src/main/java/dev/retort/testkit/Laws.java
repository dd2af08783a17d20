// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.TestAbortedException;

/**
 * The laws that hold for every dialect, as tests. A dialect's test class needs one method:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicNode> laws() {
 *     return Laws.of(new MyHarness());
 * }
 * }</pre>
 *
 * <p>{@code -Dretort.laws.count} sets how many random cases each law compares (500 if not set), {@code -Dretort.seed} runs the one
 * case of that seed, as printed by a failure. A table of the results goes to the log of this class.
 */
public final class Laws {

    private static final System.Logger LOG = System.getLogger(Laws.class.getName());
    private static final int COUNT = 500;
    private static final int PRINTED = 3;

    private static final int TRIES = 3;

    private final DialectHarness harness;
    private final Vocabulary words;
    private final ComplianceReport.Column report;

    private Laws(DialectHarness harness, ComplianceReport.Column report) {
        this.harness = harness;
        this.words = Vocabulary.of(harness);
        this.report = report;
    }

    /**
     * @param harness what there is to know of the dialect
     * @return one test for each law, and one that prints the report
     */
    public static Stream<DynamicNode> of(DialectHarness harness) {
        ComplianceReport.Column report = ComplianceReport.of(harness);
        return Stream.concat(
                of(harness, report),
                Stream.of(DynamicTest.dynamicTest(
                        "report",
                        () -> LOG.log(System.Logger.Level.INFO, report.report().text()))));
    }

    /** The laws alone, written to a column of a report that others write to as well. */
    static Stream<DynamicNode> of(DialectHarness harness, ComplianceReport.Column report) {
        Laws laws = new Laws(harness, report);
        harness.quirks().forEach(laws::remark);
        harness.client().ifPresent(client -> client.quirks().forEach(laws::remark));
        List<Law> all = new ArrayList<>(List.of(
                new ReadBackLaw(),
                new NoPhantomLaw(),
                new ConvergenceLaw(),
                new InverseLaw(),
                new ReplayLaw(),
                new RowsSurviveLaw()));
        Optional<ScriptClient> client = harness.client();
        client.ifPresent(c -> all.add(new OfflineLaw(c)));
        Stream<DynamicNode> tests = all.stream().map(law -> DynamicTest.dynamicTest(law.name(), () -> laws.check(law)));
        Stream<DynamicNode> skipped =
                client.isPresent() ? Stream.of() : Stream.of(DynamicTest.dynamicTest("8 offline", laws::skipOffline));
        return Stream.concat(tests, skipped);
    }

    private void remark(Quirk quirk) {
        report.remark("random schemas without " + quirk.without() + ": " + quirk.reason());
    }

    private void check(Law law) {
        Long only = Long.getLong("retort.seed");
        long first = only == null ? 0 : only;
        int count = only == null ? Integer.getInteger("retort.laws.count", COUNT) : 1;
        List<Long> failed = new ArrayList<>();
        List<String> messages = new ArrayList<>();
        int compared = 0;
        int cases = 0;
        // A case may have nothing to compare, because the dialect refuses the change: others are tried in its place.
        int most = only == null ? TRIES * count : 1;
        for (long seed = first; cases < most && (cases < count || compared < count); seed++) {
            cases++;
            LawCase one = new LawCase(harness, words.without(law.quirks()), seed);
            try {
                compared += law.check(one);
            } catch (Exception | AssertionError e) {
                failed.add(seed);
                if (messages.size() < PRINTED) {
                    messages.add("-Dretort.seed=" + seed + "\n" + cause(e) + "\n" + one.notes());
                }
            }
        }
        report.add("law " + law.name(), new Counts(compared, failed.size(), 0, 0));
        if (!failed.isEmpty()) {
            report.remark("law " + law.name() + " fails for the seeds " + failed);
            throw new AssertionError("law " + law.name() + " fails in " + failed.size() + " of " + cases
                    + " cases, seeds " + failed + "\n" + String.join("\n", messages));
        }
        if (compared < count) {
            throw new AssertionError("law " + law.name() + " compared " + compared + " cases in " + cases + ", but "
                    + count + " are wanted");
        }
    }

    /** What went wrong; where, if it is a mistake in code rather than a broken law. */
    private static String cause(Throwable e) {
        boolean expected = e instanceof AssertionError || e instanceof java.sql.SQLException;
        StackTraceElement[] trace = e.getStackTrace();
        return expected || trace.length == 0 ? String.valueOf(e.getMessage()) : e + " at " + trace[0];
    }

    private void skipOffline() {
        report.add("law 8 offline", Counts.SKIPPED);
        report.remark("law 8 offline is skipped: there is no client to feed a script to");
        throw new TestAbortedException("there is no client to feed a script to");
    }
}
