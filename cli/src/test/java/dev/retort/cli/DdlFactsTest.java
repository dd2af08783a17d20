// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The files of {@code conformance/ddl-facts} list what is known of the operations, the batch mode and the DDL cases of
 * Alembic. Each fact says for each server which tests hold it, or why it is none of that server's; the tests exist and run on
 * that server.
 */
class DdlFactsTest {

    private static final Path LISTS = Path.of("src/test/resources/conformance/ddl-facts");

    private static final Set<String> OPERATIONS = Set.of(
            "create_table",
            "drop_table",
            "rename_table",
            "add_column",
            "drop_column",
            "alter_column",
            "alter_column on MySQL",
            "create_index",
            "drop_index",
            "create_primary_key",
            "create_unique_constraint",
            "create_foreign_key",
            "create_check_constraint",
            "create_exclude_constraint",
            "drop_constraint",
            "create_table_comment and drop_table_comment",
            "bulk_insert",
            "execute",
            "misc",
            "batch_alter_table",
            "not offered there",
            "if exists on columns and constraints",
            "SQLite without batch",
            "PostgreSQL enums");

    private static final Set<String> BATCH = Set.of("flow", "auto", "messages", "kept", "lost", "data loss");

    private static final int FIRST_CASE = 50;
    private static final int LAST_CASE = 60;

    private static List<DdlFact> facts() throws IOException {
        List<DdlFact> facts = new ArrayList<>();
        for (String name : List.of("operations.txt", "batch-mode.txt", "cases.txt")) {
            facts.addAll(DdlFact.all(Files.readAllLines(LISTS.resolve(name))));
        }
        return facts;
    }

    @Test
    void everyOperationPartOfBatchModeAndCaseHasFacts() throws IOException {
        Set<String> wanted = Stream.of(
                        OPERATIONS.stream().map(name -> "1.7 " + name),
                        BATCH.stream().map(name -> "1.8 " + name),
                        IntStream.rangeClosed(FIRST_CASE, LAST_CASE).mapToObj(number -> "2." + number))
                .flatMap(headings -> headings)
                .collect(Collectors.toSet());
        assertEquals(wanted, facts().stream().map(DdlFact::heading).collect(Collectors.toSet()));
    }

    @Test
    void everyFactHasTestsOrAReasonForEveryServer() throws IOException {
        assertEquals(
                List.of(),
                facts().stream()
                        .filter(fact -> !fact.isAnswered())
                        .map(DdlFact::toString)
                        .toList());
    }

    @Test
    void everyListedTestExistsAndRunsOnItsServers() throws IOException {
        ListedTests tests = new ListedTests(Path.of(".."));
        assertEquals(
                List.of(),
                facts().stream().flatMap(fact -> fact.missing(tests).stream()).toList());
    }

    @Test
    void aTestThatDoesNotExistOrRunsElsewhereIsFound() throws IOException {
        ListedTests tests = new ListedTests(Path.of(".."));
        List<DdlFact> facts = DdlFact.all(List.of(
                "[1.7 x]",
                "- fact",
                "  all = create_table/nothing",
                "  sqlite = dialect.sqlite.LostByAlembicTest#nothing",
                "  mysql = dialect.postgres.AlembicFactsTest#aNullableKeyColumnIsNoDifference",
                "  mariadb = dialect.mysql.AlembicFactsOfTablesTest#aFullTextIndexHasAParser"));
        assertEquals(4, facts.get(0).missing(tests).stream().distinct().count());
        assertTrue(facts.get(0).isAnswered());
    }
}
