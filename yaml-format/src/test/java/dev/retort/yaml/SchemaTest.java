// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.SnakeYamlNode;
import dev.retort.diagnostic.SourceLocation;
import dev.retort.migration.Downgrade;
import dev.retort.migration.MigrationDraft;
import dev.retort.migration.MigrationHeader;
import dev.retort.migration.MigrationStep;
import dev.retort.migration.RevisionId;
import dev.retort.migration.TransactionMode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The shipped JSON Schema is the one that the forms make, and agrees with the reader on what is right. */
class SchemaTest {

    private static final Path SHIPPED = Path.of("src/main/resources/dev/retort/yaml", YamlSchemas.MIGRATION_FILE);
    private static final long SEED = Long.getLong("retort.seed", new Random().nextLong());

    private final Validator validator = new ValidatorFactory()
            .withJsonNodeFactory(new SnakeYamlNode.Factory())
            .createValidator();
    private final URI schema = validator.registerSchema(YamlSchemas.migration());

    /** Run with {@code -Dretort.schema.write=true} after a change to the forms. */
    @Test
    void theShippedSchemaIsUpToDate() throws IOException {
        if (Boolean.getBoolean("retort.schema.write")) {
            Files.createDirectories(SHIPPED.getParent());
            Files.writeString(SHIPPED, YamlSchemas.migration());
        }
        assertEquals(Files.readString(SHIPPED), YamlSchemas.migration());
    }

    @Test
    void everyExampleOfTheDocumentIsValid() throws IOException {
        for (String example : DocumentExamples.migrations()) {
            assertTrue(isValid(example), () -> problems(example) + "\n" + example);
        }
    }

    @Test
    void everythingWrittenIsValid() {
        RandomOperations random = new RandomOperations(new Random(SEED));
        for (int round = 0; round < 5; round++) {
            for (int kind = 0; kind < random.kinds(); kind++) {
                MigrationStep step = MigrationStep.of(random.ofKind(kind), SourceLocation.NONE);
                MigrationHeader header = new MigrationHeader(
                        new RevisionId("a1"),
                        List.of(),
                        List.of(),
                        List.of(),
                        "",
                        null,
                        TransactionMode.AUTO,
                        SourceLocation.NONE);
                String text = new YamlMigrationFormat()
                        .write(new MigrationDraft(header, List.of(step), new Downgrade.Steps(List.of())));
                assertTrue(isValid(text), () -> "-Dretort.seed=" + SEED + "\n" + problems(text) + "\n" + text);
            }
        }
    }

    @Test
    void wrongDocumentsAreInvalid() {
        for (String wrong : List.of(
                "message: no id",
                "revision: a1\nmesage: hi",
                "revision: a1\ntransaction: maybe",
                "revision: a1\ndowngrade: atuo",
                "revision: a1\nupgrade: [{create_tabel: {name: t}}]",
                "revision: a1\nupgrade: [{drop_table: users, drop_column: {table: t, column: c}}]",
                "revision: a1\nupgrade: [{drop_table: users, wen: {dialect: x}}]",
                "revision: a1\nupgrade: [{create_table: {name: t}}]",
                "revision: a1\nupgrade: [{create_table: {name: t, columns: [{name: a, type: text, nulable: true}]}}]",
                "revision: a1\nupgrade: [{create_table: {name: t, columns: [{name: a, type: [text]}]}}]",
                "revision: a1\nupgrade: [{add_foreign_key: {table: t, columns: [a], references: u, on_delete: cascde}}]",
                "revision: a1\nupgrade: [{rename_column: {table: t, from: a}}]",
                "revision: a1\nupgrade: [{execute: [x]}]",
                "revision: a1\nupgrade: [{execute: {sql: x, effects: [{drop_tabel: x}]}}]",
                "revision: a1\nupgrade: [{batch: {table: t, operations: [{drop_column: {colum: a}}]}}]",
                "revision: a1\nupgrade: {drop_table: users}")) {
            assertFalse(isValid(wrong), wrong);
        }
    }

    @Test
    void itNamesTheIdThatEveryWrittenFileNames() {
        assertTrue(YamlSchemas.migration().contains("\"$id\": \"" + YamlSchemas.MIGRATION_ID + "\""));
    }

    private boolean isValid(String yaml) {
        return validator.validate(schema, yaml).isValid();
    }

    private String problems(String yaml) {
        Stream<String> errors = validator.validate(schema, yaml).getErrors().stream()
                .map(error -> error.getInstanceLocation() + " " + error.getError());
        return String.join("\n", errors.limit(20).toList());
    }
}
