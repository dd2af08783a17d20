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

    /** Alembic: {@code LabeledBranchTest.test_dupe_branch_collection}. */
    @Test
    void theSameLabelOnTwoLinesIsAFaultThatNamesBoth() {
        Finding finding = faults("a1", "b1 <- a1 #shop", "c1", "d1 <- c1 #shop").get(0);
        assertEquals(ErrorCode.DUPLICATE_LABEL, finding.code());
        assertEquals(
                "Label 'shop' of revision 'd1' is already used by revision 'b1' in migrations/b1.yaml.",
                finding.message());
        assertEquals("migrations/d1.yaml", String.valueOf(finding.location()));
    }

    /** Alembic: {@code test_revision_map_no_loop_w_overlapping_substrings}. */
    @Test
    void anIdThatIsTheBeginningOfItsParentsIsNoCycle() {
        assertEquals(List.of(), faults("user_foo", "user <- user_foo"));
        assertEquals(List.of(), faults("user", "user_foo <- user ; user"));
    }

    @Test
    void aLabelThatIsAnIdIsADuplicate() {
        assertEquals(List.of(ErrorCode.DUPLICATE_LABEL), codes("a1", "b1 <- a1 #a1"));
    }

    @Test
    void aLabelThatIsAKeywordIsRefused() {
        assertEquals(List.of(ErrorCode.ILLEGAL_ID), codes("a1 #head"));
    }

    /** Alembic: {@code test_revision_map_solo_cycle}. */
    @Test
    void aCycleNamesItsMembersInOrderAndNobodyElse() {
        Finding finding =
                faults("a1", "b1 <- a1 d1", "c1 <- b1", "d1 <- c1", "e1 <- d1").get(0);
        assertEquals(ErrorCode.CYCLE, finding.code());
        assertEquals(
                "Revisions are in a circle: 'b1' revises 'd1', which revises 'c1', which revises 'b1'.",
                finding.message());
    }

    /** Alembic: {@code test_revision_map_*_cycle; one that Alembic does not find}. */
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
