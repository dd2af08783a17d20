// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit;

import dev.retort.testkit.cases.OperationCases;
import dev.retort.testkit.inability.Inabilities;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/**
 * Everything that a dialect is tested for, on one or several server versions. A dialect's test class needs one method:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicNode> compliance() {
 *     return Compliance.of(new MyHarness(oldest), new MyHarness(newest));
 * }
 * }</pre>
 *
 * <p>For each version these run: the laws over random schemas ({@link Laws}), the cases of each operation
 * ({@link OperationCases}), the probes of what the dialect says it cannot ({@link Inabilities}), and the table of portable SQL
 * ({@link PortableCases}). The last test prints one table of all results to the log of this class and writes it to
 * {@code retort-compliance-<dialect>.txt} in the folder that {@code -Dretort.compliance.folder} names ({@code target} if it is
 * not set).
 */
public final class Compliance {

    private static final System.Logger LOG = System.getLogger(Compliance.class.getName());

    private Compliance() {}

    /**
     * @param harnesses one for each server version; at least one, all of one dialect
     * @return a container for each version, and the test that writes the report
     */
    public static Stream<DynamicNode> of(DialectHarness... harnesses) {
        if (harnesses.length == 0) {
            throw new IllegalArgumentException("harnesses must not be empty");
        }
        String id = harnesses[0].dialect().id();
        ComplianceReport report = new ComplianceReport("Compliance of " + id);
        List<DynamicNode> nodes = new ArrayList<>();
        for (DialectHarness harness : harnesses) {
            ComplianceReport.Column column = report.column(harness);
            nodes.add(DynamicContainer.dynamicContainer(
                    harness.dialect().version().toString(),
                    List.of(
                            DynamicContainer.dynamicContainer("laws", Laws.of(harness, column)),
                            DynamicContainer.dynamicContainer("operations", OperationCases.of(harness, column)),
                            DynamicContainer.dynamicContainer("inabilities", Inabilities.of(harness, column)),
                            DynamicTest.dynamicTest(
                                    "portable SQL", () -> new PortableValues(harness, column).check()))));
        }
        nodes.add(DynamicTest.dynamicTest("report", () -> write(report, id)));
        return nodes.stream();
    }

    private static void write(ComplianceReport report, String id) throws IOException {
        String text = report.text();
        LOG.log(System.Logger.Level.INFO, text);
        Path folder = Path.of(System.getProperty("retort.compliance.folder", "target"));
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("retort-compliance-" + id + ".txt"), text);
    }
}
