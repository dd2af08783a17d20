// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.diagnostic.Outcome;
import dev.retort.migration.MigrationContext;
import dev.retort.migration.MigrationSource;
import dev.retort.project.ProjectSettings;
import dev.retort.schema.Identifier;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import dev.retort.yaml.model.YamlModelSource;
import dev.retort.yaml.project.ProjectFileReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the reference shows works, and it shows every key of every operation. */
class DocumentTest {

    @TempDir
    Path folder;

    @Test
    void everyMigrationReads() throws IOException {
        List<String> migrations = DocumentExamples.migrations();
        assertTrue(migrations.size() >= 10);
        for (String migration : migrations) {
            MigrationSource source = new Migrations(folder).source(migration);
            assertEquals(List.of(), source.header().findings(), migration);
            assertEquals(List.of(), source.body(MigrationContext.EMPTY).findings(), migration);
        }
    }

    @Test
    void everyKeyOfTheSchemaIsShown() throws IOException {
        String document = DocumentExamples.document();
        List<String> keys = Pattern.compile("\"([a-z_]+)\": \\{\n\\s*\"description\"")
                .matcher(YamlSchemas.migration())
                .results()
                .map(MatchResult::group)
                .map(text -> text.substring(1, text.indexOf('"', 1)))
                .toList();
        assertTrue(keys.size() > 100);
        List<String> missing = new TreeSet<>(keys)
                .stream()
                        .filter(key -> !document.contains(key + ":") && !document.contains("`" + key))
                        .toList();
        assertEquals(List.of(), missing);
    }

    @Test
    void theModelReads() throws IOException {
        for (String model : DocumentExamples.blocks("model")) {
            Files.writeString(folder.resolve("schema.yaml"), model);
            Outcome<Schema> outcome =
                    new YamlModelSource().load("schema.yaml", folder).orElseThrow();
            assertEquals(List.of(), outcome.findings());
            Table roles =
                    outcome.orThrow().table(QualifiedName.of("user_roles")).orElseThrow();
            assertEquals("pk_user_roles", String.valueOf(roles.primaryKey().name()));
            assertEquals(
                    "fk_user_roles_owner_id_users",
                    String.valueOf(roles.foreignKeys().get(0).name()));
            assertEquals(
                    "ck_user_roles_name_not_blank",
                    String.valueOf(roles.checks().get(0).name()));
            assertEquals(
                    "fullname",
                    roles.column(new Identifier("full_name"))
                            .orElseThrow()
                            .options()
                            .text("retort", "renamed_from")
                            .orElseThrow());
            assertTrue(outcome.orThrow()
                    .table(QualifiedName.of("billing", "invoices"))
                    .isPresent());
        }
    }

    @Test
    void theProjectFileReads() throws IOException {
        for (String project : DocumentExamples.blocks("project")) {
            Path file = Files.writeString(folder.resolve("retort.yaml"), project);
            Outcome<ProjectSettings> outcome = ProjectFileReader.read(file, "retort.yaml", null);
            assertEquals(List.of(), outcome.findings());
            ProjectSettings settings = outcome.orThrow();
            assertEquals("${DATABASE_URL}", settings.url());
            assertEquals(Map.of("acme.region", "eu"), settings.settings());
            assertEquals(List.of(List.of("prettier", "--write", "{file}")), settings.postWriteHooks());
            assertEquals(
                    "postgresql://app@staging.example.org/app",
                    ProjectFileReader.read(file, "retort.yaml", "staging")
                            .orThrow()
                            .url());
        }
    }
}
