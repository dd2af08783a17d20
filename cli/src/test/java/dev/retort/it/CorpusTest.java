// SPDX-License-Identifier: Apache-2.0
package dev.retort.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.retort.diagnostic.SourceLocation;
import dev.retort.engine.Direction;
import dev.retort.engine.ScriptRequest;
import dev.retort.engine.autogenerate.Comparator;
import dev.retort.engine.autogenerate.Comparison;
import dev.retort.javaformat.JavaMigrationFormat;
import dev.retort.migration.Downgrade;
import dev.retort.migration.MigrationDraft;
import dev.retort.migration.MigrationFormat;
import dev.retort.migration.MigrationHeader;
import dev.retort.migration.MigrationStep;
import dev.retort.migration.RevisionId;
import dev.retort.migration.TransactionMode;
import dev.retort.schema.Schema;
import dev.retort.testkit.ListedDifferences;
import dev.retort.yaml.YamlMigrationFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Schemas of published projects: loaded by the database's own client, read, written out as a migration, and made anew by
 * that migration in an empty database. They are other people's, so they are read from where they lie.
 */
class CorpusTest {

    private static final Path CORPUS = Path.of(System.getProperty("retort.corpus", "../../shared/corpus"));
    private static final RevisionId REVISION = new RevisionId("c0");

    @TempDir
    Path folder;

    static List<String> scripts() throws IOException {
        if (!Files.isDirectory(CORPUS)) {
            System.out.println("CorpusTest: there is no corpus at " + CORPUS + " (retort.corpus), nothing was tried");
            return List.of("");
        }
        try (Stream<Path> files = Files.walk(CORPUS)) {
            return files.filter(file -> file.endsWith("sqlite.sql"))
                    .map(file -> CORPUS.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void migrationInYamlMakesTheSameSchema(String script) throws Exception {
        roundTrip(script, new YamlMigrationFormat());
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void migrationInJavaMakesTheSameSchema(String script) throws Exception {
        roundTrip(script, new JavaMigrationFormat());
    }

    private void roundTrip(String script, MigrationFormat format) throws Exception {
        assumeTrue(!script.isEmpty());
        assumeTrue(SqliteClient.find().isPresent(), "the sqlite3 client is not installed");
        SqliteClient client = SqliteClient.find().orElseThrow();
        SqliteProject project = new SqliteProject(folder);
        client.run(folder.resolve("original.db"), CORPUS.resolve(script));
        Schema original = project.schema("original.db");
        write(project, original, format);

        project.open("run.db").upgrade("head");
        verify(script, client, project, "run.db", original);

        StringBuilder text = new StringBuilder();
        project.open("never.db").script(ScriptRequest.of(Direction.UPGRADE, "head"), text);
        client.run(folder.resolve("script.db"), Files.writeString(folder.resolve("script.sql"), text));
        verify(script, client, project, "script.db", original);

        project.open("run.db").downgrade("base");
        assertEquals(Schema.EMPTY, project.schema("run.db"), "the downgrade leaves nothing");
    }

    private static void write(SqliteProject project, Schema schema, MigrationFormat format) {
        Comparison comparison = new Comparator(false).compare(Schema.EMPTY, schema);
        assertEquals(List.of(), comparison.findings());
        MigrationHeader header = new MigrationHeader(
                REVISION,
                List.of(),
                List.of(),
                List.of(),
                "everything",
                null,
                TransactionMode.AUTO,
                SourceLocation.NONE);
        MigrationDraft draft = new MigrationDraft(
                header,
                comparison.operations().stream()
                        .map(operation -> MigrationStep.of(operation, SourceLocation.NONE))
                        .toList(),
                new Downgrade.Auto(SourceLocation.NONE));
        project.file("migrations/" + format.fileName(draft, "c0_everything"), format.write(draft));
    }

    private void verify(String script, SqliteClient client, SqliteProject project, String database, Schema original)
            throws Exception {
        assertEquals(original, project.schema(database), database);
        Map<String, String> differences = SchemaTexts.of(client, folder.resolve("original.db"))
                .differences(SchemaTexts.of(client, folder.resolve(database)));
        ListedDifferences.beside(CorpusTest.class).check(script, "sqlite", differences);
    }
}
