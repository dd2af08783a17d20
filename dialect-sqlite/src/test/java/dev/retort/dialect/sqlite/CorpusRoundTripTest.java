// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.retort.diagnostic.SourceLocation;
import dev.retort.dialect.Definitions;
import dev.retort.dialect.Inspection;
import dev.retort.dialect.PlacedOperation;
import dev.retort.dialect.sqlite.text.Fragment;
import dev.retort.dialect.sqlite.text.StatementSplitter;
import dev.retort.dialect.sqlite.text.TextEquivalence;
import dev.retort.operation.Batch;
import dev.retort.operation.CreateTable;
import dev.retort.operation.CreateTrigger;
import dev.retort.operation.CreateView;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.schema.Options;
import dev.retort.schema.OtherObject;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.testkit.ListedDifferences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Schemas of published projects: read, created anew from what was read, and read again. */
class CorpusRoundTripTest {

    private static final Path CORPUS = Path.of(System.getProperty("retort.corpus", "../../shared/corpus"));

    static List<String> scripts() throws IOException {
        if (!Files.isDirectory(CORPUS)) {
            System.out.println(
                    "CorpusRoundTripTest: there is no corpus at " + CORPUS + " (retort.corpus), nothing was tried");
            return List.of("");
        }
        try (Stream<Path> files = Files.walk(CORPUS)) {
            return files.filter(file -> file.endsWith("sqlite.sql"))
                    .map(CORPUS::relativize)
                    .map(Path::toString)
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void whatIsCreatedFromWhatWasReadReadsTheSame(String script) throws Exception {
        assumeTrue(!script.isEmpty());
        try (TestDatabase original = load(script);
                TestDatabase copy = TestDatabase.of()) {
            Inspection read = original.inspect();
            assertEquals(List.of(), read.findings());
            assertEquals(read.schema(), original.dialect.canonical(read.schema()), "canonical form is canonical");
            create(copy, read.schema());
            assertEquals(read.schema(), copy.schema());
            ListedDifferences.beside(CorpusRoundTripTest.class)
                    .check(
                            script,
                            original.dialect.id(),
                            differences(read.definitions(), copy.inspect().definitions()));
        }
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void everyTableCanBeMadeAnewWithoutAnyDifference(String script) throws Exception {
        assumeTrue(!script.isEmpty());
        try (TestDatabase database = load(script)) {
            Inspection before = database.inspect();
            for (QualifiedName table : before.schema().tables().keySet()) {
                database.run(new Batch(table, List.of(), Batch.Recreate.ALWAYS, Options.NONE));
            }
            Inspection after = database.inspect();
            assertEquals(before.schema(), after.schema());
            before.definitions()
                    .texts()
                    .forEach((key, text) -> assertEquals(
                            Optional.empty(),
                            TextEquivalence.difference(
                                    text, after.definitions().texts().get(key)),
                            () -> key.toString()));
        }
    }

    private static TestDatabase load(String script) throws IOException, SQLException {
        List<String> statements = StatementSplitter.split(Files.readString(CORPUS.resolve(script))).stream()
                .map(Fragment::text)
                .toList();
        return TestDatabase.of(statements.toArray(String[]::new));
    }

    private static void create(TestDatabase database, Schema schema) throws SQLException {
        List<Operation> operations = new ArrayList<>();
        schema.tables().values().forEach(table -> operations.add(CreateTable.of(table)));
        schema.views().values().forEach(view -> operations.add(new CreateView(view, false)));
        for (OtherObject other : schema.others().values()) {
            operations.add(Execute.of(other.definition().toString()));
        }
        schema.triggers().values().forEach(trigger -> operations.add(new CreateTrigger(trigger, false)));
        List<PlacedOperation> placed = operations.stream()
                .map(operation -> new PlacedOperation(operation, SourceLocation.NONE, Schema.EMPTY, schema))
                .toList();
        placed.forEach(
                operation -> assertEquals(List.of(), database.dialect.ddl().check(operation)));
        database.execute(database.dialect.ddl().render(placed, Definitions.NONE));
    }

    /** Texts of objects that differ, by the object's name and its first difference. */
    private static Map<String, String> differences(Definitions one, Definitions other) {
        Map<String, String> result = new TreeMap<>();
        one.texts().forEach((key, text) -> {
            String before = AcceptedDifferences.normalized(text);
            String after = AcceptedDifferences.normalized(other.texts().getOrDefault(key, "CREATE VIEW v AS SELECT 1"));
            TextEquivalence.difference(before, after)
                    .filter(difference -> !before.equals(after))
                    .ifPresent(difference -> result.put(key.kind() + " " + key.name() + ", " + difference, text));
        });
        return result;
    }
}
