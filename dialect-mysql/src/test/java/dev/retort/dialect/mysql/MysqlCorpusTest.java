// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.retort.testkit.server.ServerKind;
import dev.retort.testkit.server.TestServers;
import dev.retort.testkit.server.TestServersExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Schemas of published projects: loaded by the server's own client, read, created anew from what was read, read again, and
 * compared in the server's own words. They are other people's, so they are read from where they lie.
 */
@ExtendWith(TestServersExtension.class)
class MysqlCorpusTest {

    private static final Path CORPUS = Path.of(System.getProperty("retort.corpus", "../../shared/corpus"));

    /** What MySQL alone has: multi-valued indexes, and paths in generated columns. */
    private static final String OF_MYSQL = "temporal/mysql.sql";

    static List<String> scripts() throws IOException {
        if (!Files.isDirectory(CORPUS)) {
            System.out.println(
                    "MysqlCorpusTest: there is no corpus at " + CORPUS + " (retort.corpus), nothing was tried");
            return List.of("");
        }
        try (Stream<Path> files = Files.walk(CORPUS)) {
            return files.filter(file -> file.endsWith("mysql.sql"))
                    .map(file -> CORPUS.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void mysqlHasTheSameSchemaAgain(String script, TestServers servers) throws Exception {
        assumeTrue(!script.isEmpty());
        RoundTrip.of(script, Files.readString(CORPUS.resolve(script)), mysql(servers));
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void mariadbHasTheSameSchemaAgain(String script, TestServers servers) throws Exception {
        assumeTrue(!script.isEmpty());
        if (script.equals(OF_MYSQL)) {
            System.out.println(
                    "MysqlCorpusTest: " + script + " uses what MariaDB does not have, it was not tried there");
        }
        assumeTrue(!script.equals(OF_MYSQL), "what MySQL alone has");
        RoundTrip.of(script, Files.readString(CORPUS.resolve(script)), mariadb(servers));
    }

    private static FamilyHarness mysql(TestServers servers) throws SQLException {
        return new FamilyHarness(new MysqlDialectProvider(), servers.get(ServerKind.MYSQL));
    }

    private static FamilyHarness mariadb(TestServers servers) throws SQLException {
        return new FamilyHarness(new MariadbDialectProvider(), servers.get(ServerKind.MARIADB));
    }
}
