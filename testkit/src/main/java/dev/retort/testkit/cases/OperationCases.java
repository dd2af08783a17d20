// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit.cases;

import dev.retort.testkit.ComplianceReport;
import dev.retort.testkit.Counts;
import dev.retort.testkit.DialectHarness;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.TestAbortedException;

/**
 * The cases of each operation: files {@code cases/<operation>/<fact>.yaml} beside this class, with the keys
 *
 * <ul>
 *   <li>{@code needs}: capabilities without which the operation is refused
 *   <li>{@code lacks}: the {@link dev.retort.dialect.Lack}s with which the operation is refused
 *   <li>{@code before}: operations that make the database as it is before
 *   <li>{@code operations}: the operations that the case is about, as in a migration
 *   <li>{@code rows}: rows that tables must hold after them
 *   <li>{@code undone}: rows that tables must hold after the computed downgrade
 *   <li>{@code irreversible: true}: there is no computed downgrade
 * </ul>
 *
 * <p>A case in the folder {@code difference} has no {@code operations}, but {@code wanted}: operations that make, from nothing,
 * what the database shall be. The operations of the case are then what is found between the two, and {@code difference} says
 * their keywords in order; an empty list says that there must be no difference.
 *
 * <p>On a database that has what a case needs, both parts run as migrations do: planned, rehearsed, locked, written to the
 * ledger. Then the database is read and compared with what replay says, rows are compared, and after the computed downgrade
 * the database must be what it was. Where a needed capability is missing, or one of the lacks is there, the plan must be refused with the code
 * {@code UNSUPPORTED} at the operation's place, and nothing may have run.
 *
 * <p>{@code run} is Java code, and {@code custom} an operation of somebody else: neither can be written in YAML, so neither has
 * cases. {@code -Dretort.case=create_table} runs the cases whose names begin so.
 */
public final class OperationCases {

    private static final String ONLY = "retort.case";

    private OperationCases() {}

    /**
     * @param harness what there is to know of the dialect
     * @return a container for each operation, with a test for each case
     */
    public static Stream<DynamicNode> of(DialectHarness harness) {
        return of(harness, ComplianceReport.of(harness));
    }

    /**
     * @param harness what there is to know of the dialect
     * @param report  where to write what became of the cases
     * @return a container for each operation, with a test for each case
     */
    public static Stream<DynamicNode> of(DialectHarness harness, ComplianceReport.Column report) {
        HarnessWords words = new HarnessWords(harness);
        SortedMap<String, String> texts = CaseFiles.all();
        harness.leniencies()
                .forEach((capability, reason) -> report.remark("takes some of " + capability + ": " + reason));
        Map<String, List<DynamicNode>> folders = new LinkedHashMap<>();
        texts.forEach((name, text) -> {
            String folder = name.substring(0, name.indexOf('/'));
            folders.computeIfAbsent(folder, key -> new ArrayList<>()).add(test(name, text, words, harness, report));
        });
        Stream<DynamicNode> known = Stream.of(
                DynamicTest.dynamicTest("every refused case exists", () -> mustExist(harness, texts.keySet())));
        return Stream.concat(
                folders.entrySet().stream()
                        .map(folder -> DynamicContainer.dynamicContainer(folder.getKey(), folder.getValue())),
                known);
    }

    /**
     * The operations that a text shows in its YAML examples, each carried out in the surroundings of the case whose
     * {@code operations} are the same. An example without such a case fails.
     *
     * @param harness  what there is to know of the dialect
     * @param markdown the text; its blocks marked {@code yaml} and nothing else are examples
     * @return a test for each example
     */
    public static Stream<DynamicNode> ofDocument(DialectHarness harness, String markdown) {
        ComplianceReport.Column report = ComplianceReport.of(harness);
        return DocumentExample.all(markdown).stream()
                .map(example -> DynamicTest.dynamicTest(
                        example.toString(), () -> run(example.find(cases(harness)), harness, report)));
    }

    /** All cases, in the words of a harness. */
    static List<OperationCase> cases(DialectHarness harness) {
        HarnessWords words = new HarnessWords(harness);
        return CaseFiles.all().entrySet().stream()
                .map(file -> CaseReader.read(file.getKey(), words.fill(file.getValue())))
                .toList();
    }

    private static DynamicNode test(
            String name, String text, HarnessWords words, DialectHarness harness, ComplianceReport.Column report) {
        String fact = name.substring(name.indexOf('/') + 1).replace('_', ' ');
        return DynamicTest.dynamicTest(fact, () -> {
            if (!name.startsWith(System.getProperty(ONLY, ""))) {
                throw new TestAbortedException("not asked for by -D" + ONLY);
            }
            run(CaseReader.read(name, words.fill(text)), harness, report);
        });
    }

    private static void run(OperationCase one, DialectHarness harness, ComplianceReport.Column report)
            throws Exception {
        String row = "case " + one.folder();
        try {
            Counts counts = new CaseRun(Difference.found(one, harness.dialect()), harness).check();
            String reason = harness.refusedCases().get(one.name());
            if (reason != null) {
                report.remark("refuses " + one.name() + ": " + reason);
            }
            report.add(row, counts);
        } catch (Exception | AssertionError failed) {
            report.add(row, Counts.FAILED);
            report.remark("FAILED " + one.name());
            throw failed;
        }
    }

    private static void mustExist(DialectHarness harness, java.util.Set<String> names) {
        List<String> unknown = harness.refusedCases().keySet().stream()
                .filter(name -> !names.contains(name))
                .toList();
        if (!unknown.isEmpty()) {
            throw new AssertionError("DialectHarness.refusedCases names cases that do not exist: " + unknown);
        }
    }
}
