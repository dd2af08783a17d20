// SPDX-License-Identifier: Apache-2.0
package dev.retort.javaformat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.SourceLocation;
import dev.retort.migration.Downgrade;
import dev.retort.migration.MigrationBody;
import dev.retort.migration.MigrationContext;
import dev.retort.migration.MigrationSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceMigrationTest {

    private static final String GOOD = """
            import static dev.retort.operation.Dsl.*;

            import dev.retort.migration.*;
            import dev.retort.operation.Operations;

            @Revision(id = "abc")
            public class Good implements Migration {
                @Override
                public void upgrade(Operations op) {
                    op.dropTable("a");
                    op.createTable("t", column("id", integer()));
                }
            }
            """;

    @TempDir
    Path folder;

    private JavaMigrationFormat format = new JavaMigrationFormat();

    @Test
    void aFileIsReadAndRecorded() throws IOException {
        MigrationSource source = open("Good.java", GOOD);
        assertEquals("abc", source.header().orThrow().id().value());
        assertEquals("m/Good.java:6:1", source.header().orThrow().location().toString());
        MigrationBody body = source.body(MigrationContext.EMPTY).orThrow();
        assertEquals(
                List.of("m/Good.java:10", "m/Good.java:11"),
                body.upgrade().stream().map(step -> step.location().toString()).toList());
        assertEquals(
                "m/Good.java:6:1",
                assertInstanceOf(Downgrade.Auto.class, body.downgrade())
                        .location()
                        .toString());
    }

    @Test
    void aMigrationDecidesByTheArgumentsOfTheRun() throws IOException {
        MigrationSource source = open(
                "Good.java",
                GOOD.replace(
                        "op.dropTable(\"a\");",
                        "op.batch(\"b\", b -> b.dropColumn(\"b\", b.argument(\"column\").orElse(\"other\")));"
                                + " op.argument(\"drop\").ifPresent(op::dropTable);"));
        MigrationBody without = source.body(MigrationContext.EMPTY).orThrow();
        MigrationBody with = source.body(new MigrationContext(Map.of("drop", "old", "column", "given")))
                .orThrow();
        assertEquals(2, without.upgrade().size());
        assertEquals(
                List.of("batch", "drop_table", "create_table"),
                with.upgrade().stream().map(step -> step.operation().keyword()).toList());
        assertTrue(with.upgrade().get(1).operation().toString().contains("old"));
        assertTrue(without.upgrade().get(0).operation().toString().contains("other"));
        assertTrue(with.upgrade().get(0).operation().toString().contains("given"));
    }

    @Test
    void everyCompileErrorIsToldWithItsPlace() throws IOException {
        MigrationSource source =
                open("Good.java", GOOD.replace("op.dropTable", "op.dropTabel").replace("integer()", "intger()"));
        List<Finding> findings = source.body(MigrationContext.EMPTY).findings();
        assertEquals(
                List.of("m/Good.java:10:11", "m/Good.java:11:42"),
                findings.stream().map(f -> String.valueOf(f.location())).toList());
        assertEquals(ErrorCode.JAVA_COMPILE, findings.get(0).code());
        assertEquals("""
                cannot find symbol
                  symbol:   method dropTabel(java.lang.String)
                  location: variable op of type dev.retort.operation.Operations""", findings.get(0).message());
    }

    @Test
    void aBrokenFileDoesNotHarmTheOthers() throws IOException {
        List<MigrationSource> sources = List.of(
                open("A.java", named("A", "a")),
                open("B.java", named("B", "b")),
                open("C.java", named("C", "c").replace("integer()", "1 +")),
                open("D.java", named("D", "d")));
        sources.forEach(MigrationSource::header);
        assertEquals(
                List.of(false, false, true, false),
                sources.stream()
                        .map(source -> source.body(MigrationContext.EMPTY).hasErrors())
                        .toList());
    }

    @Test
    void twoFoldersMayHaveFilesOfOneName() throws IOException {
        Files.createDirectories(folder.resolve("x"));
        List<MigrationSource> sources = List.of(
                open("Other.java", named("Other", "o")),
                open("Good.java", GOOD),
                open("x/Good.java", GOOD.replace("\"abc\"", "\"def\"").replace("\"t\"", "\"u\"")),
                open("x/Last.java", named("Last", "l")));
        sources.forEach(MigrationSource::header);
        for (MigrationSource source : sources) {
            assertEquals(
                    2, source.body(MigrationContext.EMPTY).orThrow().upgrade().size());
        }
    }

    @Test
    void twoFilesMayHaveHelpersOfOneName() throws IOException {
        List<MigrationSource> sources = List.of(
                open("First.java", named("First", "f")),
                open("A.java", named("A", "a") + "class Helper {}\n"),
                open("B.java", named("B", "b") + "class Helper {}\n"));
        sources.forEach(MigrationSource::header);
        for (MigrationSource source : sources) {
            assertEquals(List.of(), source.body(MigrationContext.EMPTY).findings());
        }
    }

    @Test
    void anExceptionIsToldWithTheLineThatThrew() throws IOException {
        MigrationSource source = open("Good.java", GOOD.replace("op.dropTable(\"a\");", "Integer.parseInt(\"x\");"));
        Finding finding = source.body(MigrationContext.EMPTY).findings().get(0);
        assertEquals("m/Good.java:10", String.valueOf(finding.location()));
        assertEquals("For input string: \"x\"", finding.message());
        assertEquals(ErrorCode.JAVA_RECORDING, finding.code());
    }

    @Test
    void mistakesInStepsAreToldTogetherWithAnException() throws IOException {
        MigrationSource source = open(
                "Good.java",
                GOOD.replace(
                        "op.dropTable(\"a\");",
                        "op.addForeignKey(\"t\", foreignKey(\"x\"));\n        Object o = null; o.hashCode();"));
        List<Finding> findings = source.body(MigrationContext.EMPTY).findings();
        assertEquals(
                List.of("m/Good.java:10", "m/Good.java:11"),
                findings.stream().map(f -> String.valueOf(f.location())).toList());
        assertTrue(findings.get(1).message().startsWith("upgrade failed: NullPointerException"));
    }

    @Test
    void aClassThatIsNoMigrationIsRefused() throws IOException {
        MigrationSource source =
                open("Good.java", "import dev.retort.migration.Revision;\n@Revision(id = \"a\") class Good {}\n");
        Finding finding = source.body(MigrationContext.EMPTY).findings().get(0);
        assertEquals("class Good must be public and implement Migration", finding.message());
        assertEquals(new SourceLocation("m/Good.java", 2, 1), finding.location());
    }

    @Test
    void aClassWithoutAPlainConstructorIsRefused() throws IOException {
        MigrationSource source =
                open("Good.java", GOOD.replace("implements Migration {", "implements Migration { Good(int i) {}"));
        assertEquals(
                ErrorCode.JAVA_CLASS,
                source.body(MigrationContext.EMPTY).findings().get(0).code());
    }

    @Test
    void autoBelongsToTheDowngrade() throws IOException {
        MigrationSource source = open("Good.java", GOOD.replace("op.dropTable(\"a\");", "op.auto();"));
        Finding finding = source.body(MigrationContext.EMPTY).findings().get(0);
        assertEquals("m/Good.java:10", String.valueOf(finding.location()));
    }

    @Test
    void withoutACompilerHeadersAreReadAndBodiesAreNot() throws IOException {
        format = new JavaMigrationFormat(new Batches(Optional::empty));
        MigrationSource source = open("Good.java", GOOD);
        assertEquals("abc", source.header().orThrow().id().value());
        assertEquals(
                ErrorCode.NO_COMPILER,
                source.body(MigrationContext.EMPTY).findings().get(0).code());
    }

    @Test
    void lineEndsDoNotChangeTheContent() throws IOException {
        String unix = open("Good.java", GOOD).content();
        assertEquals(
                unix, open("Good.java", "\uFEFF" + GOOD.replace("\n", "\r\n")).content());
    }

    @Test
    void aFileThatIsNoTextIsAFinding() throws IOException {
        Files.write(folder.resolve("Bad.java"), new byte[] {(byte) 0xC3, (byte) 0x28});
        MigrationSource source = format.open(folder.resolve("Bad.java"), "m/Bad.java");
        assertEquals(ErrorCode.FILE_ACCESS, source.header().findings().get(0).code());
    }

    private static String named(String name, String id) {
        return GOOD.replace("Good", name).replace("\"abc\"", "\"" + id + "\"");
    }

    private MigrationSource open(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        return format.open(file, "m/" + name);
    }
}
