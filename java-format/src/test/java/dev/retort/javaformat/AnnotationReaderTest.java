// SPDX-License-Identifier: Apache-2.0
package dev.retort.javaformat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.Outcome;
import dev.retort.migration.MigrationHeader;
import dev.retort.migration.RevisionId;
import dev.retort.migration.TransactionMode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnnotationReaderTest {

    @Test
    void everyElementIsRead() {
        MigrationHeader header = read("""
                        /* @Revision(id = "no") */
                        package a.b; // @Revision(id = "no")
                        @SuppressWarnings("@Revision(id = \\"no\\")")
                        @dev.retort.migration.Revision(
                            id = "a" + "b", revises = {"c", "d",}, message = \"""
                                Say "hi"
                                  twice\\
                                \""",
                            created = "2026-01-02T22:00:00+02:00", labels = "x", dependsOn = {},
                            transaction = TransactionMode.NONE)
                        class X {}
                        """).orThrow();
        assertEquals(new RevisionId("ab"), header.id());
        assertEquals(List.of(new RevisionId("c"), new RevisionId("d")), header.revises());
        assertEquals("Say \"hi\"\n  twice", header.message());
        assertEquals(Instant.parse("2026-01-02T20:00:00Z"), header.created());
        assertEquals(List.of("x"), header.labels());
        assertEquals(List.of(), header.dependsOn());
        assertEquals(TransactionMode.NONE, header.transaction());
        assertEquals("X.java:4:1", header.location().toString());
    }

    @Test
    void aFileWithoutTheAnnotationIsToldSo() {
        assertEquals(ErrorCode.JAVA_CLASS, only("class X {}").code());
    }

    @Test
    void anUnknownElementIsToldWithTheNearestOne() {
        Finding finding = only("@Revision(id = \"a\", revise = \"b\") class X {}");
        assertEquals("X.java:1:21", String.valueOf(finding.location()));
        assertEquals("Did you mean 'revises'?", finding.hint());
    }

    @Test
    void aConstantCannotBeRead() {
        Finding finding = only("@Revision(id = Ids.FIRST + \"a\") class X {}");
        assertEquals(ErrorCode.JAVA_CLASS, finding.code());
        assertEquals("X.java:1:16", String.valueOf(finding.location()));
    }

    @Test
    void aMissingIdIsTold() {
        assertEquals(ErrorCode.MISSING_KEY, only("@Revision class X {}").code());
        assertEquals(ErrorCode.MISSING_KEY, only("@Revision() class X {}").code());
    }

    @Test
    void allMistakesAreToldAtOnce() {
        assertEquals(
                List.of(ErrorCode.ILLEGAL_ID, ErrorCode.ILLEGAL_ID, ErrorCode.BAD_VALUE, ErrorCode.BAD_VALUE),
                read(
                                "@Revision(id = \"a b\", revises = \"head\", created = \"today\", transaction = Some.TIMES) class X {}")
                        .findings()
                        .stream()
                        .map(Finding::code)
                        .toList());
    }

    @Test
    void anElementTwiceIsTold() {
        assertEquals(
                ErrorCode.DUPLICATE_KEY,
                only("@Revision(id = \"a\", id = \"b\") class X {}").code());
    }

    @Test
    void aTextThatEndsTooSoonIsNoTrap() {
        for (String text : List.of(
                "@",
                "@Revision",
                "@Revision(",
                "@Revision(id",
                "@Revision(id =",
                "@Revision(id = \"",
                "@Revision(id = {\"a\"",
                "@Revision(id = \"\"\"",
                "/* @Revision",
                "'",
                "\"\\")) {
            assertEquals(true, read(text).hasErrors(), text);
        }
    }

    private static Finding only(String source) {
        List<Finding> findings = read(source).findings();
        assertEquals(1, findings.size(), findings.toString());
        return findings.get(0);
    }

    private static Outcome<MigrationHeader> read(String source) {
        return AnnotationReader.read(source, "X.java");
    }
}
