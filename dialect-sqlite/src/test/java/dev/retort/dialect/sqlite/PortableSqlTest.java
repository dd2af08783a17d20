// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.ServerVersion;
import dev.retort.engine.plan.PortableSql;
import dev.retort.schema.Column;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import dev.retort.testkit.PortableCases;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Portable SQL, rendered for SQLite, has the values on a real SQLite that it must have everywhere. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PortableSqlTest {

    private final Dialect dialect = new SqliteDialect(new ServerVersion(3, 40, 0, "SQLite"));
    private final PortableSql portable =
            ServiceLoader.load(PortableSql.class).findFirst().orElseThrow();
    private final Schema schema = PortableCases.schema();
    private Connection connection;

    @BeforeAll
    void createTables() throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite::memory:");
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
                values.add(rows.getObject(1));
            }
        }
        return values;
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

    @Test
    void randomArithmeticHasTheValueOfTheReference() throws SQLException {
        Random random = new Random(20261122);
        for (int i = 0; i < 500; i++) {
            Sum sum = Sum.random(random, 4);
            List<@Nullable Object> values = values("SELECT " + portable.render(sum.sql(), dialect, schema));
            assertEquals(
                    sum.value() == null ? "null" : sum.value().toString(), String.valueOf(values.get(0)), sum.sql());
        }
    }

    /** An expression of integers and what it gives, NULL where a divisor is zero (as SQLite has it). */
    private record Sum(String sql, @Nullable Long value) {

        static Sum random(Random random, int depth) {
            if (depth == 0 || random.nextInt(4) == 0) {
                long number = random.nextInt(21) - 10L;
                return new Sum(Long.toString(number), number);
            }
            Sum left = random(random, depth - 1);
            if (random.nextInt(6) == 0) {
                return new Sum("-(" + left.sql + ")", left.value == null ? null : -left.value);
            }
            Sum right = random(random, depth - 1);
            String operator = List.of("+", "-", "*", "/", "%").get(random.nextInt(5));
            if ((operator.equals("/") || operator.equals("%")) && right.sql.equals("0")) {
                return left;
            }
            String sql = "(" + left.sql + ") " + operator + " (" + right.sql + ")";
            Long a = left.value;
            Long b = right.value;
            if (a == null || b == null || ((operator.equals("/") || operator.equals("%")) && b == 0)) {
                return new Sum(sql, null);
            }
            return new Sum(
                    sql,
                    switch (operator) {
                        case "+" -> a + b;
                        case "-" -> a - b;
                        case "*" -> a * b;
                        case "/" -> a / b;
                        default -> a % b;
                    });
        }
    }
}
