// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.retort.dialect.InspectionScope;
import dev.retort.testkit.TestDatabase;
import dev.retort.testkit.server.ServerKind;
import dev.retort.testkit.server.TestServers;
import dev.retort.testkit.server.TestServersExtension;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A large schema is read by as many queries as a small one. */
@ExtendWith(TestServersExtension.class)
class InspectorQueriesTest {

    private static final String TABLE =
            "CREATE TABLE t%d (id int AUTO_INCREMENT PRIMARY KEY, a varchar(20) DEFAULT 'x',"
                    + " b int CHECK (b > 0), c int GENERATED ALWAYS AS (b + 1) STORED, d varbinary(9) NOT NULL DEFAULT '',"
                    + " e json, f point NOT NULL, UNIQUE (a), KEY (b), SPATIAL KEY (f), KEY k (a(3)) COMMENT 'k',"
                    + " FOREIGN KEY (b) REFERENCES t0 (id)) COMMENT 't'";

    @ParameterizedTest
    @CsvSource({"MYSQL, 11", "MARIADB, 15"})
    void theNumberOfQueriesDoesNotDependOnTheNumberOfTables(ServerKind kind, int queries, TestServers servers)
            throws Exception {
        FamilyHarness harness = LockTest.harness(servers, kind);
        try (TestDatabase database = harness.newDatabase();
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE p (id int) PARTITION BY HASH (id) PARTITIONS 3");
            for (int count : new int[] {1, 12}) {
                for (int i = 0; i < count; i++) {
                    statement.execute(String.format(TABLE.replace("TABLE t", "TABLE IF NOT EXISTS t"), i));
                    statement.execute("CREATE TABLE p" + count + "_" + i + " LIKE p");
                }
                long before = questions(statement);
                harness.dialect().inspector().inspect(connection, InspectionScope.DEFAULT);
                assertEquals(queries, questions(statement) - before - 1, count + " tables");
            }
        }
    }

    private static long questions(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SHOW SESSION STATUS LIKE 'Questions'")) {
            rows.next();
            return rows.getLong(2);
        }
    }
}
