// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.DialectProvider;
import dev.retort.engine.plan.PortableSql;
import dev.retort.schema.Column;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import dev.retort.testkit.PortableCases;
import dev.retort.testkit.TestDatabase;
import dev.retort.testkit.server.ServerKind;
import dev.retort.testkit.server.TestServers;
import dev.retort.testkit.server.TestServersExtension;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/** Portable SQL, rendered for a dialect, has the values on a real server that it must have everywhere. */
@ExtendWith(TestServersExtension.class)
class PortableSqlTest {

    private final PortableSql portable =
            ServiceLoader.load(PortableSql.class).findFirst().orElseThrow();
    private final Schema schema = PortableCases.schema();

    @TestFactory
    Stream<DynamicTest> aPortableTextHasItsValueOnMysql(TestServers servers) throws Exception {
        return tests(new MysqlDialectProvider(), servers, ServerKind.MYSQL);
    }

    @TestFactory
    Stream<DynamicTest> aPortableTextHasItsValueOnMariadb(TestServers servers) throws Exception {
        return tests(new MariadbDialectProvider(), servers, ServerKind.MARIADB);
    }

    private Stream<DynamicTest> tests(DialectProvider provider, TestServers servers, ServerKind kind) throws Exception {
        FamilyHarness harness = new FamilyHarness(provider, servers.get(kind));
        Dialect dialect = harness.dialect();
        TestDatabase database = harness.newDatabase();
        Connection connection = database.connect();
        for (Table table : List.of(PortableCases.row(), PortableCases.many())) {
            run(
                    connection,
                    "CREATE TABLE " + table.name() + " ("
                            + table.columns().stream()
                                    .map(column -> definition(dialect, column))
                                    .collect(Collectors.joining(", "))
                            + ") COLLATE "
                            + (kind == ServerKind.MYSQL ? "utf8mb4_0900_bin" : "utf8mb4_nopad_bin"));
        }
        for (String row : PortableCases.rows()) {
            run(connection, portable.render(row, dialect, schema));
        }
        List<PortableCases.Case> cases = PortableCases.all();
        assertTrue(cases.size() > 250);
        return cases.stream()
                .map(each -> DynamicTest.dynamicTest(each.sql(), () -> check(each, dialect, connection)))
                .onClose(() -> {
                    try {
                        connection.close();
                    } catch (SQLException gone) {
                        throw new IllegalStateException(gone);
                    }
                    database.close();
                });
    }

    private void check(PortableCases.Case each, Dialect dialect, Connection connection) throws SQLException {
        String sql = portable.render(each.sql(), dialect, schema, each.isQuery() ? null : PortableCases.row());
        String query = each.isQuery() ? sql : "SELECT " + sql + " FROM `v`";
        try {
            assertEquals(each.expected(), PortableCases.shown(values(connection, query), each.expected()), sql);
        } catch (SQLException refused) {
            throw new AssertionError(refused.getMessage() + "\nin: " + query, refused);
        }
    }

    private static String definition(Dialect dialect, Column column) {
        return dialect.writer().name(column.name()) + " " + dialect.types().render(column.type());
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<@Nullable Object> values(Connection connection, String sql) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getObject(1));
            }
        }
        return values;
    }
}
