// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import dev.retort.diagnostic.SourceLocation;
import dev.retort.dialect.Definitions;
import dev.retort.dialect.Inspection;
import dev.retort.dialect.InspectionScope;
import dev.retort.dialect.PlacedOperation;
import dev.retort.dialect.Statement;
import dev.retort.engine.replay.Replay;
import dev.retort.operation.Operation;
import dev.retort.project.DatabaseUrl;
import dev.retort.schema.Schema;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A real SQLite database that operations run on as the runner runs them: settings, one transaction, settings back. */
final class TestDatabase implements AutoCloseable {

    final Connection connection;
    final SqliteDialect dialect;

    private TestDatabase(Connection connection) throws SQLException {
        this.connection = connection;
        this.dialect = new SqliteDialect(new SqliteDialectProvider().version(connection));
    }

    static TestDatabase of(String... statements) throws SQLException {
        return of(DatabaseUrl.parse("sqlite://"), Path.of(""), statements);
    }

    static TestDatabase of(DatabaseUrl url, Path project, String... statements) throws SQLException {
        TestDatabase database = new TestDatabase(new SqliteDialectProvider().connect(url, project));
        for (String statement : statements) {
            database.execute(statement);
        }
        return database;
    }

    void execute(String sql) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    Inspection inspect() throws SQLException {
        return dialect.inspector().inspect(connection, InspectionScope.DEFAULT);
    }

    Schema schema() throws SQLException {
        return inspect().schema();
    }

    static List<PlacedOperation> place(Schema start, List<Operation> operations) {
        List<PlacedOperation> placed = new ArrayList<>();
        Schema before = start;
        for (Operation operation : operations) {
            Schema after = Replay.after(before, List.of(operation));
            placed.add(new PlacedOperation(operation, SourceLocation.NONE, before, after));
            before = after;
        }
        return placed;
    }

    List<Statement> render(Operation... operations) throws SQLException {
        Inspection inspection = inspect();
        return dialect.ddl().render(place(inspection.schema(), List.of(operations)), inspection.definitions());
    }

    List<String> sql(Operation... operations) throws SQLException {
        return texts(render(operations));
    }

    static List<String> texts(List<Statement> statements) {
        return statements.stream()
                .filter(Statement.Sql.class::isInstance)
                .map(statement -> ((Statement.Sql) statement).sql())
                .toList();
    }

    /** Runs operations, with the schema and texts of the database as the runner would read them. */
    void run(Operation... operations) throws SQLException {
        execute(render(operations));
    }

    /** Runs operations from a schema of the migrations' own, without having read the database. */
    Schema replayed(Schema before, Operation... operations) throws SQLException {
        execute(dialect.ddl().render(place(before, List.of(operations)), Definitions.NONE));
        return Replay.after(before, List.of(operations));
    }

    void execute(List<Statement> statements) throws SQLException {
        Map<String, String> restore = new LinkedHashMap<>();
        for (Statement statement : statements) {
            if (statement instanceof Statement.SessionSetting setting && !restore.containsKey(setting.key())) {
                restore.put(setting.key(), setting.restore().formatted(text(setting.query())));
                execute(setting.set());
            }
        }
        connection.setAutoCommit(false);
        try {
            for (Statement statement : statements) {
                step(statement);
            }
            connection.commit();
        } catch (SQLException | IllegalStateException failed) {
            connection.rollback();
            throw failed;
        } finally {
            connection.setAutoCommit(true);
            for (String setting : restore.values()) {
                execute(setting);
            }
        }
    }

    private void step(Statement statement) throws SQLException {
        if (statement instanceof Statement.Sql sql) {
            execute(sql.sql());
        } else if (statement instanceof Statement.Assertion assertion) {
            List<List<String>> rows = rows(assertion.query());
            if (!rows.isEmpty()) {
                throw new IllegalStateException(assertion.message().formatted(rows.get(0)));
            }
        }
    }

    List<List<String>> rows(String query) throws SQLException {
        List<List<String>> result = new ArrayList<>();
        try (java.sql.Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.add(rows.getString(i));
                }
                result.add(row);
            }
        }
        return result;
    }

    /** The rows as text, {@code a|b} each, separated by blanks. */
    String text(String query) throws SQLException {
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows(query)) {
            lines.add(String.join("|", row.stream().map(String::valueOf).toList()));
        }
        return String.join(" ", lines);
    }

    String definition(String name) throws SQLException {
        return text("SELECT sql FROM sqlite_schema WHERE name = '" + name + "'");
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
