// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.RetortException;
import dev.retort.project.DatabaseUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a URL's parameters do, and which files it means. */
class SqliteUrlTest {

    @TempDir
    Path folder;

    private final SqliteDialectProvider provider = new SqliteDialectProvider();

    private TestDatabase open(String url, String... statements) throws SQLException {
        return TestDatabase.of(DatabaseUrl.parse(url), folder, statements);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private List<Finding> refused(String url) {
        return assertThrows(RetortException.class, () -> open(url)).findings();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sqlite:///app.db?mode=ro",
                "sqlite:///file:app.db?mode=ro&uri=true",
                "jdbc:sqlite:app.db?mode=ro",
                "jdbc:sqlite:file:app.db?mode=ro"
            })
    void readOnlyDatabaseIsReadAndNotWritten(String url) throws Exception {
        open("sqlite:///app.db", "CREATE TABLE t (a)").close();
        try (TestDatabase database = open(url)) {
            assertEquals("t", database.text("SELECT name FROM sqlite_master"));
            SQLException refused = assertThrows(
                    SQLException.class,
                    () -> database.connection.createStatement().execute("CREATE TABLE u (a)"));
            assertEquals(
                    ErrorCode.READ_ONLY,
                    provider.errors().translate(refused, null).orElseThrow().code());
        }
        assertEquals(List.of("app.db"), files());
    }

    @Test
    void fileThatMustExistIsNotMade() throws Exception {
        for (String mode : List.of("ro", "rw")) {
            DatabaseUrl url = DatabaseUrl.parse("sqlite:///missing.db?mode=" + mode);
            SQLException refused = assertThrows(SQLException.class, () -> provider.connect(url, folder));
            assertEquals(
                    ErrorCode.NO_DATABASE,
                    provider.errors().translate(refused, url).orElseThrow().code());
        }
        assertEquals(List.of(), files());
    }

    @Test
    void settingsOfTheDriverAreMade() throws Exception {
        try (TestDatabase database = open("sqlite:///app.db?foreign_keys=on&busy_timeout=123&mode=rwc&cache=private")) {
            assertEquals("1", database.text("PRAGMA foreign_keys"));
            assertEquals("123", database.text("PRAGMA busy_timeout"));
        }
        try (TestDatabase database = open("jdbc:sqlite:app.db?foreign_keys=true")) {
            assertEquals("1", database.text("PRAGMA foreign_keys"));
            assertEquals(SqliteUrl.BUSY_TIMEOUT, database.text("PRAGMA busy_timeout"));
        }
        assertEquals(List.of("app.db"), files());
    }

    @Test
    void parameterThatNobodyKnowsIsRefused() throws Exception {
        List<Finding> findings = refused("sqlite:///app.db?foreign_key=on&timeout=3");
        assertEquals(
                List.of(ErrorCode.BAD_URL, ErrorCode.BAD_URL),
                findings.stream().map(Finding::code).toList());
        assertTrue(String.valueOf(findings.get(0).hint()).contains("foreign_keys"), findings.toString());
        assertEquals(List.of(), files());
    }

    @Test
    void hostIsRefused() {
        Finding finding = refused("sqlite://app.db").get(0);
        assertEquals(ErrorCode.BAD_URL, finding.code());
        assertTrue(finding.message().contains("three slashes"), finding.message());
    }

    @Test
    void namesAreTakenAsTheyAre() throws Exception {
        open("sqlite:///100%25%20of%20it%3F%23.db", "CREATE TABLE t (a)").close();
        open("sqlite:///100%25%20of%20it%3F%23.db?mode=ro").close();
        open("sqlite:///~home.db", "CREATE TABLE t (a)").close();
        open("sqlite:///gr%C3%BCn.db", "CREATE TABLE t (a)").close();
        assertEquals(List.of("100% of it?#.db", "grün.db", "~home.db"), files());
    }
}
