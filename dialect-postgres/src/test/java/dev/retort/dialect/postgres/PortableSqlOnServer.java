// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.dialect.Dialect;
import dev.retort.engine.plan.PortableSql;
import dev.retort.project.DatabaseUrl;
import dev.retort.schema.Column;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import dev.retort.testkit.PortableCases;
import dev.retort.testkit.server.ServerKind;
import dev.retort.testkit.server.TestServers;
import dev.retort.testkit.server.TestServersExtension;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Portable SQL has the values on a real server that it must have everywhere. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(TestServersExtension.class)
abstract class PortableSqlOnServer {

    private final ServerKind kind;
    private Dialect dialect;
    private final PortableSql portable =
            ServiceLoader.load(PortableSql.class).findFirst().orElseThrow();
    private final Schema schema = PortableCases.schema();
    private Connection connection;

    PortableSqlOnServer(ServerKind kind) {
        this.kind = kind;
    }

    @BeforeAll
    void createTables(TestServers servers) throws SQLException {
        PostgresDialectProvider provider = new PostgresDialectProvider();
        connection = provider.connect(DatabaseUrl.parse(servers.get(kind).url()), Path.of("."));
        dialect = provider.dialect(provider.version(connection));
        run("CREATE SCHEMA portable");
        run("SET search_path = portable");
        for (Table table : List.of(PortableCases.row(), PortableCases.many())) {
            run("CREATE TABLE " + table.name() + " ("
                    + table.columns().stream().map(this::definition).collect(Collectors.joining(", ")) + ")");
        }
        for (String row : PortableCases.rows()) {
            run(portable.render(row, dialect, schema));
        }
    }

    @AfterAll
    void close() throws SQLException {
        run("DROP SCHEMA portable CASCADE");
        connection.close();
    }

    private String definition(Column column) {
        return dialect.writer().name(column.name()) + " " + dialect.types().render(column.type());
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<@Nullable Object> values(String sql) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(value(rows));
            }
        }
        return values;
    }

    /** Moments as the server writes them, not as the driver does. */
    private static @Nullable Object value(ResultSet rows) throws SQLException {
        Object value = rows.getObject(1);
        return value instanceof java.util.Date ? rows.getString(1) : value;
    }

    static List<PortableCases.Case> cases() {
        return PortableCases.all();
    }

    @Test
    void theTableIsNotEmpty() {
        assertTrue(cases().size() > 250);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aPortableTextHasItsValue(PortableCases.Case each) throws SQLException {
        String sql = portable.render(each.sql(), dialect, schema, each.isQuery() ? null : PortableCases.row());
        String query = each.isQuery() ? sql : "SELECT " + sql + " FROM \"v\"";
        assertEquals(each.expected(), PortableCases.shown(values(query), each.expected()), sql);
    }

    @Test
    void updatesReadTheOldValuesOfColumns() throws SQLException {
        run("CREATE TEMP TABLE swap AS SELECT 1 AS id, 2 AS i");
        String update = portable.render("UPDATE v SET id = i, i = id WHERE i / 2 = 1", dialect, schema);
        run(update.replace("\"v\"", "\"swap\""));
        assertEquals(List.of(21), values("SELECT id * 10 + i FROM swap"));
    }

    @Test
    void anInsertTakesRowsOfAQuery() throws SQLException {
        run("CREATE TEMP TABLE copy (id INTEGER, grp TEXT, qty INTEGER, price NUMERIC)");
        String insert = portable.render(
                "INSERT INTO many (id, grp) SELECT id + 10, grp || '-' || qty FROM many WHERE price > 2",
                dialect,
                schema);
        run(insert.replaceFirst("\"many\"", "\"copy\""));
        String delete = portable.render("DELETE FROM many WHERE grp IS NULL OR NOT grp LIKE 'a%'", dialect, schema);
        run(delete.replace("\"many\"", "\"copy\""));
        assertEquals(List.of("a-20"), values("SELECT grp FROM copy"));
    }
}
