// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.RetortException;
import dev.retort.diagnostic.SourceLocation;
import dev.retort.engine.graph.Resolution.Reading;
import dev.retort.engine.plan.Graphs;
import java.util.List;
import org.junit.jupiter.api.Test;

class SymbolResolverTest {

    private final SymbolResolver resolver = new SymbolResolver(Graphs.graph(
            "a #abranch",
            "b <- a",
            "somelongername <- b",
            "c <- somelongername",
            "d",
            "e <- d #ebranch",
            "someothername <- e",
            "f <- someothername"));

    /** Alembic: {@code LabeledBranchTest.test_partial_id_resolve}. */
    @Test
    void aLabelDecidesABeginningThatWouldFitTwo() {
        assertEquals(List.of("someothername"), ids("ebranch@some"));
        assertEquals(List.of("somelongername"), ids("abranch@some"));
    }

    @Test
    void aBeginningThatFitsTwoListsThemWithTheirMessages() {
        Finding finding = fails("some");
        assertEquals(ErrorCode.REVISION_AMBIGUOUS, finding.code());
        assertTrue(finding.message().contains("somelongername  Change somelongername"), finding.message());
        assertTrue(finding.message().contains("someothername  Change someothername"), finding.message());
    }

    /** Alembic: {@code LabeledBranchTest.test_not_actually_a_branch}. */
    @Test
    void anIdServesAsABranch() {
        assertEquals(List.of("d"), ids("e@d"));
        assertEquals(List.of("f"), ids("e@head"));
    }

    @Test
    void aRevisionOfAnotherBranchIsRefused() {
        assertEquals(ErrorCode.NOT_IN_BRANCH, fails("abranch@e").code());
    }

    @Test
    void anUnknownBranchIsRefusedWithNearNames() {
        Finding finding = fails("ebranhc@d");
        assertEquals(ErrorCode.NO_SUCH_BRANCH, finding.code());
        assertTrue(String.valueOf(finding.hint()).startsWith("Did you mean 'ebranch'"), finding.hint());
    }

    @Test
    void anUnknownBranchBeforeBaseIsRefusedWhereOnePlaceIsWanted() {
        SymbolResolver empty = new SymbolResolver(Graphs.graph());
        for (String text : List.of("nosuch@base", "nosuch@head")) {
            RevisionSymbol symbol = RevisionSymbol.parse(text);
            Finding finding = assertThrows(RetortException.class, () -> empty.resolveOne(symbol))
                    .findings()
                    .get(0);
            assertEquals(ErrorCode.NO_SUCH_BRANCH, finding.code(), text);
        }
        assertEquals(Place.BASE, resolver.resolveOne(RevisionSymbol.parse("abranch@base")));
    }

    @Test
    void headCountsLinesWhereHeadsCountsWhatHasARow() {
        SymbolResolver dependent = new SymbolResolver(Graphs.graph("x1 #x", "y1 ; x1"));
        assertEquals(
                List.of("y1"),
                dependent.resolve(RevisionSymbol.parse("heads")).revisions().stream()
                        .map(id -> id.value())
                        .toList());
        RetortException thrown =
                assertThrows(RetortException.class, () -> dependent.resolve(RevisionSymbol.parse("head")));
        assertEquals(ErrorCode.MULTIPLE_HEADS, thrown.findings().get(0).code());
        assertEquals(
                "x1",
                dependent
                        .resolve(RevisionSymbol.parse("x@heads"))
                        .revisions()
                        .get(0)
                        .value());
    }

    @Test
    void anUnknownNameSaysWhereItCameFromAndWhatIsNear() {
        RevisionSymbol symbol = RevisionSymbol.parse("someothernmae", new SourceLocation("retort.yaml", 3, 9));
        Finding finding = assertThrows(RetortException.class, () -> resolver.resolve(symbol))
                .findings()
                .get(0);
        assertEquals(ErrorCode.REVISION_NOT_FOUND, finding.code());
        assertEquals("retort.yaml:3:9: Can't locate revision identified by 'someothernmae'.", finding.toString());
        assertEquals("Did you mean 'someothername'?", finding.hint());
    }

    /** Alembic: {@code LabeledBranchTest.test_partial_id_resolve_too_short}. */
    @Test
    void aShortUnknownNameIsToldTheRuleOfFourCharacters() {
        assertTrue(String.valueOf(fails("zz").hint()).contains("four characters"));
    }

    @Test
    void aShortIdIsNeverFoundByItsBeginning() {
        SymbolResolver shortIds = new SymbolResolver(Graphs.graph("ab1", "longer_one <- ab1"));
        assertThrows(RetortException.class, () -> shortIds.resolve(RevisionSymbol.parse("ab")));
        assertEquals(1, shortIds.resolve(RevisionSymbol.parse("l")).revisions().size());
    }

    /** Alembic: {@code test_revision_map_no_loop_w_overlapping_substrings}. */
    @Test
    void aWholeIdWinsOverAnIdThatStartsWithIt() {
        SymbolResolver users = new SymbolResolver(Graphs.graph("user", "user_foo <- user"));
        Resolution resolution = users.resolve(RevisionSymbol.parse("user"));
        assertEquals("user", resolution.revisions().get(0).value());
        assertEquals(Reading.ID, resolution.reading());
    }

    @Test
    void theReadingSaysHowASymbolWasUnderstood() {
        assertEquals(Reading.LABEL, reading("abranch"));
        assertEquals(Reading.BEGINNING, reading("somel"));
        assertEquals(Reading.HEADS, reading("heads"));
        assertEquals(Reading.HEAD, reading("abranch@head"));
        assertEquals(Reading.BASE, reading("base"));
        assertEquals(Reading.OFFSET, reading("abranch@-1"));
    }

    /** Alembic: {@code LabeledBranchTest.test_filter_for_lineage_labeled_head_across_merge}. */
    @Test
    void aMergeCarriesALabelToBothSides() {
        SymbolResolver merge = new SymbolResolver(Graphs.graph("a", "c1 <- a #left", "c2 <- a", "d <- c1 c2"));
        RevisionSymbol symbol = RevisionSymbol.parse("left@head");
        assertEquals(3, merge.lineage("left", symbol, Relation.LINE).size());
        assertEquals("d", merge.resolve(symbol).revisions().get(0).value());
    }

    private Reading reading(String text) {
        return resolver.resolve(RevisionSymbol.parse(text)).reading();
    }

    private List<String> ids(String text) {
        return resolver.resolve(RevisionSymbol.parse(text)).revisions().stream()
                .map(id -> id.value())
                .toList();
    }

    private Finding fails(String text) {
        return assertThrows(RetortException.class, () -> resolver.resolve(RevisionSymbol.parse(text)))
                .findings()
                .get(0);
    }
}
