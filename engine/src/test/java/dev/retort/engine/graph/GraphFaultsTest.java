// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.FindingCode;
import dev.retort.engine.plan.Graphs;
import java.util.List;
import org.junit.jupiter.api.Test;

class GraphFaultsTest {

    @Test
    void allFaultsAreReportedAtOnceWithTheirFiles() {
        List<Finding> findings = faults("a1 <- a1", "b1 <- nowhere", "c1 ; c1", "d1 #x", "e1 #x");
        assertEquals(
                List.of(
                        ErrorCode.SELF_LOOP,
                        ErrorCode.MISSING_REVISION,
                        ErrorCode.DEPENDENCY_SELF_LOOP,
                        ErrorCode.DUPLICATE_LABEL),
                findings.stream().map(Finding::code).toList());
        assertTrue(findings.stream().allMatch(finding -> finding.location() != null));
    }

    @Test
    void anIdUsedTwiceNamesBothFiles() {
        Finding finding = faults("a1", "a1").get(0);
        assertEquals(ErrorCode.DUPLICATE_REVISION, finding.code());
        assertTrue(finding.message().contains("migrations/a1.yaml"), finding.message());
    }

    @Test
    void aMissingParentOffersNearNames() {
        Finding finding = faults("3f1c9a7b20de", "8a41c0ffee12 <- 3f1c9a7b20ed").get(0);
        assertEquals(ErrorCode.MISSING_REVISION, finding.code());
        assertTrue(String.valueOf(finding.hint()).startsWith("Did you mean '3f1c9a7b20de'?"), finding.hint());
    }

    @Test
    void aShortenedParentIsMissing() {
        assertEquals(List.of(ErrorCode.MISSING_REVISION), codes("aaaa1111", "bbbb2222 <- aaaa"));
    }

    @Test
    void aLabelThatIsAnIdIsADuplicate() {
        assertEquals(List.of(ErrorCode.DUPLICATE_LABEL), codes("a1", "b1 <- a1 #a1"));
    }

    @Test
    void aLabelThatIsAKeywordIsRefused() {
        assertEquals(List.of(ErrorCode.ILLEGAL_ID), codes("a1 #head"));
    }

    @Test
    void aCycleNamesItsMembersInOrderAndNobodyElse() {
        Finding finding =
                faults("a1", "b1 <- a1 d1", "c1 <- b1", "d1 <- c1", "e1 <- d1").get(0);
        assertEquals(ErrorCode.CYCLE, finding.code());
        assertEquals(
                "Revisions are in a circle: 'b1' revises 'd1', which revises 'c1', which revises 'b1'.",
                finding.message());
    }

    @Test
    void aCycleThatAHeadAndABaseReachIsFound() {
        assertEquals(List.of(ErrorCode.CYCLE), codes("a1", "b1 <- a1 c1", "c1 <- b1", "d1 <- c1"));
    }

    @Test
    void aDependencyCycleSaysWhichEdgeIsWhich() {
        Finding finding = faults("a1 ; c1", "b1 <- a1", "c1 <- b1").get(0);
        assertEquals(ErrorCode.DEPENDENCY_CYCLE, finding.code());
        assertEquals(
                "Revisions are in a circle: 'a1' depends on 'c1', which revises 'b1', which revises 'a1'.",
                finding.message());
    }

    @Test
    void everyKnotIsReportedOnce() {
        assertEquals(
                List.of(ErrorCode.CYCLE, ErrorCode.CYCLE), codes("a1 <- b1", "b1 <- a1", "c1 <- d1", "d1 <- c1 a1"));
    }

    private static List<Finding> faults(String... lines) {
        return RevisionGraph.of(Graphs.headers(lines)).findings();
    }

    private static List<FindingCode> codes(String... lines) {
        return faults(lines).stream().map(Finding::code).toList();
    }
}
