// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.Outcome;
import dev.retort.dialect.Timeouts;
import dev.retort.project.ProjectSettings;
import dev.retort.project.RunLimits;
import dev.retort.yaml.project.ProjectFileReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
    void timeoutsAndRetriesAreReadAndAnEnvironmentChangesSingleOnes() throws IOException {
        String text = "timeouts: {lock: 5s, statement: 10min}\nretry: {backoff: 500ms}\n"
                + "environments: {prod: {timeouts: {lock: 2}, retry: {attempts: 5}}}\n";
        Timeouts base = new Timeouts(Duration.ofSeconds(5), Duration.ofMinutes(10), null);
        Timeouts prod = new Timeouts(Duration.ofSeconds(2), Duration.ofMinutes(10), null);
        assertEquals(
                new RunLimits(base, 3, Duration.ofMillis(500)),
                read(text, null).orThrow().limits());
        assertEquals(
                new RunLimits(prod, 5, Duration.ofMillis(500)),
                read(text, "prod").orThrow().limits());
        assertEquals(
                RunLimits.DEFAULT, read("recursive: true\n", null).orThrow().limits());
    }

    @Test
    void mistakesInTimeoutsSayWhereAndWhatWasMeant() throws IOException {
        String text = "timeouts: {lock: 5m, statment: 1s, idle: -1}\nretry: {attempts: 0}\n";
        assertEquals(
                List.of(
                        "1:18 Expected a duration such as 500ms, 5s, 10min or 1h, but the unit of a duration must be ms, s,"
                                + " min or h, but was 'm' (did you mean 5min?).",
                        "1:22 Unknown key 'statment' in timeouts.",
                        "1:42 Expected a duration such as 500ms, 5s, 10min or 1h, but a duration must be a whole number with"
                                + " a unit, such as 500ms, 5s, 10min or 1h, but was '-1'.",
                        "2:19 Expected a whole number, but it must be at least 1, and was 0."),
                read(text, null).findings().stream()
                        .map(finding -> finding.location().line() + ":"
                                + finding.location().column() + " " + finding.message())
                        .toList());
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
