// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComplianceReportTest {

    @Test
    void eachVersionHasItsColumns() {
        ComplianceReport report = new ComplianceReport("Compliance of demo");
        ComplianceReport.Column first = report.column("Demo 1");
        ComplianceReport.Column second = report.column("Demo 2");
        first.add("law 1", new Counts(500, 2, 0, 0));
        second.add("law 1", new Counts(500, 0, 0, 0));
        second.add("case add_check", Counts.COMPARED);
        second.add("case add_check", Counts.REFUSED);
        first.remark("law 1 fails for the seeds [3, 7]");
        List<List<String>> cells = report.text()
                .lines()
                .map(line -> Arrays.asList(line.strip().split(" *\\| *| {2,}")))
                .toList();
        assertEquals(List.of("law 1", "500", "2", ".", ".", "500", ".", ".", "."), cells.get(5));
        assertEquals(List.of("case add_check", ".", ".", ".", ".", "1", ".", "1", "."), cells.get(6));
        assertEquals(List.of("all", "500", "2", ".", ".", "501", ".", "1", "."), cells.get(7));
        assertEquals(List.of("Demo 1: law 1 fails for the seeds [3, 7]"), cells.get(8));
    }
}
