// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.Outcome;
import dev.retort.project.ProjectSettings;
import dev.retort.yaml.project.ProjectFileReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectFileReaderTest {

    @TempDir
    Path folder;

    @Test
    void anEmptyFileMeansEverythingByDefault() throws IOException {
        assertEquals(ProjectSettings.defaults(folder), read("# nothing\n", null).orThrow());
        assertEquals(ProjectSettings.defaults(folder), read("{}", null).orThrow());
    }

    @Test
    void shorthandsAreUnderstood() throws IOException {
        ProjectSettings settings = read(
                        "migrations: db\ndatabase: sqlite:///x.db\nmodel: [a.yaml, b.yaml]\n"
                                + "version_table: alembic_version\ntimezone: utc\n",
                        null)
                .orThrow();
        assertEquals(List.of("db"), settings.versionLocations());
        assertEquals("sqlite:///x.db", settings.url());
        assertEquals("alembic_version", settings.versionTable());
        assertEquals(ZoneId.of("UTC"), settings.timezone());
    }

    @Test
    void anEnvironmentIsLaidOverTheRest() throws IOException {
        String text = "database: {url: a}\nversion_table: {name: v}\nenvironments:\n  prod:\n    database: {url: b}\n"
                + "    version_table: {schema: s}\n    migrations: [x, y]\n  test:\n";
        ProjectSettings prod = read(text, "prod").orThrow();
        assertEquals("b", prod.url());
        assertEquals("v", prod.versionTable());
        assertEquals("s", prod.versionSchema());
        assertEquals(List.of("x", "y"), prod.versionLocations());
        assertEquals("a", read(text, null).orThrow().url());
        assertEquals("a", read(text, "test").orThrow().url());
        assertEquals(List.of("There is no environment 'prd'. | Did you mean 'prod'?"), messages(read(text, "prd")));
    }

    @Test
    void mistakesOfAllEnvironmentsAreReportedOnce() throws IOException {
        String text = "timezone: Mars/Base\nformt: yaml\nlock_timeout: -1\nnaming: {unique: \"%{tabel}\"}\n"
                + "environments:\n  a:\n    recursiv: true\n  b: x\n";
        assertEquals(
                List.of(
                        "1:11 Can't locate timezone: Mars/Base",
                        "2:1 Unknown key 'formt' in the project file.",
                        "3:15 Expected a whole number, but it must be at least 0, and was -1.",
                        "4:9 The naming template '%{tabel}' must have known tokens only, but has %{tabel}; a template for unique"
                                + " knows %{table}, %{columns}, %{column_0}.",
                        "7:5 Unknown key 'recursiv' in the project file.",
                        "8:6 Expected a mapping with the keys of the project file, found 'x'."),
                read(text, null).findings().stream()
                        .map(finding -> finding.toString()
                                .replaceFirst("^retort.yaml:", "")
                                .replaceFirst(": ", " "))
                        .toList());
    }

    private Outcome<ProjectSettings> read(String text, @org.jspecify.annotations.Nullable String environment)
            throws IOException {
        return ProjectFileReader.read(
                Files.writeString(folder.resolve("retort.yaml"), text), "retort.yaml", environment);
    }

    private static List<String> messages(Outcome<ProjectSettings> outcome) {
        return outcome.findings().stream()
                .map((Finding f) -> f.message() + " | " + f.hint())
                .toList();
    }
}
