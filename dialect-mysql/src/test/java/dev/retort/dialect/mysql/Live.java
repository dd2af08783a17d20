// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.retort.diagnostic.SourceLocation;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.Inspection;
import dev.retort.dialect.InspectionScope;
import dev.retort.dialect.PlacedOperation;
import dev.retort.dialect.Statement;
import dev.retort.engine.replay.Replay;
import dev.retort.operation.Operation;
import dev.retort.schema.Column;
import dev.retort.schema.Identifier;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import dev.retort.testkit.SchemaLines;
import dev.retort.testkit.TestDatabase;
import dev.retort.testkit.server.ServerKind;
import dev.retort.testkit.server.TestServers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** An empty database on a real server, whose schema is made by statements and changed by operations. */
final class Live implements AutoCloseable {

    private final Dialect dialect;
    private final TestDatabase database;
    private final Connection connection;

    Live(TestServers servers, ServerKind kind) throws SQLException {
        FamilyHarness harness = LockTest.harness(servers, kind);
        dialect = harness.dialect();
        database = harness.newDatabase();
        connection = database.connect();
    }

    Dialect dialect() {
        return dialect;
    }

    Live execute(String... statements) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
        return this;
    }

    Inspection inspect() throws SQLException {
        return dialect.inspector().inspect(connection, InspectionScope.DEFAULT);
    }

    /** The statements of operations on what is there. */
    List<String> sql(Operation... operations) throws SQLException {
        Inspection inspection = inspect();
        List<PlacedOperation> placed = new ArrayList<>();
        Schema before = inspection.schema();
        for (Operation operation : operations) {
            Schema after = Replay.after(before, List.of(operation));
            placed.add(new PlacedOperation(operation, SourceLocation.NONE, before, after));
            before = after;
        }
        return dialect.ddl().render(placed, inspection.definitions()).stream()
                .map(statement -> ((Statement.Sql) statement).sql())
                .toList();
    }

    Schema inspect(InspectionScope scope) throws SQLException {
        return dialect.inspector().inspect(connection, scope).schema();
    }

    /** Runs operations on what is there, and looks whether the database is then what replay says. */
    Live run(Operation... operations) throws SQLException {
        Inspection inspection = inspect();
        List<PlacedOperation> placed = new ArrayList<>();
        Schema before = inspection.schema();
        for (Operation operation : operations) {
            Schema after = Replay.after(before, List.of(operation));
            PlacedOperation next = new PlacedOperation(operation, SourceLocation.NONE, before, after);
            assertEquals(List.of(), dialect.ddl().check(next));
            placed.add(next);
            before = after;
        }
        for (Statement statement : dialect.ddl().render(placed, inspection.definitions())) {
            execute(
                    statement instanceof Statement.SessionSetting setting
                            ? setting.set()
                            : ((Statement.Sql) statement).sql());
        }
        assertEquals(
                "", SchemaLines.differences(dialect.canonical(before), inspect().schema()));
        return this;
    }

    Table table() throws SQLException {
        return inspect().schema().table(QualifiedName.of("t")).orElseThrow();
    }

    Column column(String name) throws SQLException {
        return table().column(new Identifier(name)).orElseThrow();
    }

    /** What the server says that a table is. */
    String shown() throws SQLException {
        return value("SHOW CREATE TABLE t", 2);
    }

    String value(String query) throws SQLException {
        return value(query, 1);
    }

    private String value(String query, int column) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? String.valueOf(rows.getString(column)) : "";
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        database.close();
    }
}
