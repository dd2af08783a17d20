// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.SourceLocation;
import dev.retort.dialect.Definitions;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.Inspection;
import dev.retort.dialect.InspectionScope;
import dev.retort.dialect.PlacedOperation;
import dev.retort.dialect.Statement;
import dev.retort.engine.autogenerate.Comparator;
import dev.retort.engine.replay.Replay;
import dev.retort.operation.Operation;
import dev.retort.schema.Identifier;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.Table;
import dev.retort.testkit.Compact;
import dev.retort.testkit.TestDatabase;
import dev.retort.testkit.server.TestServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** An empty database on a real server, and the schema that it should have. */
final class Live implements AutoCloseable {

    private final PostgresHarness harness;
    private final TestDatabase database;
    private final Connection connection;
    private Schema schema = Schema.EMPTY;

    Live(TestServer server) throws Exception {
        harness = new PostgresHarness(server);
        database = harness.newDatabase();
        connection = database.connect();
    }

    Dialect dialect() {
        return harness.dialect();
    }

    Connection connection() {
        return connection;
    }

    TestDatabase database() {
        return database;
    }

    private List<PlacedOperation> placed(List<? extends Operation> operations) {
        List<PlacedOperation> placed = new ArrayList<>();
        Schema before = schema;
        for (Operation operation : operations) {
            Schema after = Replay.after(before, List.of(operation));
            placed.add(new PlacedOperation(operation, SourceLocation.NONE, before, after));
            before = after;
        }
        return placed;
    }

    List<Finding> findings(Operation... operations) {
        return placed(List.of(operations)).stream()
                .flatMap(placed -> dialect().ddl().check(placed).stream())
                .toList();
    }

    List<Statement> statements(Operation... operations) {
        return dialect().ddl().render(placed(List.of(operations)), Definitions.NONE);
    }

    List<String> sql(Operation... operations) {
        return statements(operations).stream()
                .map(statement -> ((Statement.Sql) statement).sql())
                .toList();
    }

    /** Runs operations, and looks whether the database is then what replay says. */
    Live run(Operation... operations) throws SQLException {
        List<PlacedOperation> placed = placed(List.of(operations));
        List<Finding> findings = findings(operations);
        assertEquals(List.of(), findings, findings::toString);
        for (Statement statement : dialect().ddl().render(placed, Definitions.NONE)) {
            execute(((Statement.Sql) statement).sql());
        }
        schema = placed.get(placed.size() - 1).after();
        same(dialect().canonical(schema), inspect());
        return this;
    }

    /** Takes what is there as where the next operations start from. */
    Live read() throws SQLException {
        schema = inspect();
        return this;
    }

    /** Makes a schema, and looks whether nothing differs. */
    Live create(Schema wanted) throws SQLException {
        return run(new Comparator(false).compare(schema, wanted).operations().toArray(Operation[]::new));
    }

    static void same(Schema expected, Schema actual) {
        assertEquals(expected, actual, () -> Compact.difference(expected, actual));
    }

    void execute(String sql) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            throw new SQLException(refused.getMessage() + "\nin: " + sql, refused.getSQLState(), refused);
        }
    }

    /** From here on, what was read is what replay starts from. */
    void adopt() throws SQLException {
        schema = inspect();
    }

    /** As {@link #adopt}, with further namespaces. */
    void adoptAll(String... namespaces) throws SQLException {
        SchemaBuilder builder = new SchemaBuilder();
        for (String namespace : namespaces) {
            builder.namespaces().add(new Identifier(namespace));
        }
        schema = builder.build();
        adopt();
    }

    /** The first column of a query's rows, with commas between them. */
    String value(String query) throws SQLException {
        List<String> values = new ArrayList<>();
        try (java.sql.Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(String.valueOf(rows.getString(1)));
            }
        }
        return values.stream().collect(Collectors.joining(","));
    }

    Inspection inspection() throws SQLException {
        Set<Identifier> namespaces = schema.namespaces();
        return dialect().inspector().inspect(connection, new InspectionScope(namespaces, name -> true));
    }

    Schema inspect() throws SQLException {
        return inspection().schema();
    }

    Table table(String name) throws SQLException {
        return inspect().table(QualifiedName.of(name)).orElseThrow();
    }

    /** What is read back, made anew in an empty database, is the same again. */
    void recreates() throws Exception {
        Schema read = inspect();
        TestDatabase second = harness.newDatabase();
        try (Connection other = second.connect()) {
            List<PlacedOperation> placed = new ArrayList<>();
            Schema before = Schema.EMPTY;
            for (Operation operation :
                    new Comparator(false).compare(Schema.EMPTY, read).operations()) {
                Schema after = Replay.after(before, List.of(operation));
                placed.add(new PlacedOperation(operation, SourceLocation.NONE, before, after));
                before = after;
            }
            for (Statement statement : dialect().ddl().render(placed, Definitions.NONE)) {
                try (java.sql.Statement run = other.createStatement()) {
                    run.execute(((Statement.Sql) statement).sql());
                } catch (SQLException refused) {
                    throw new SQLException(
                            refused.getMessage() + "\nin: " + ((Statement.Sql) statement).sql(), refused);
                }
            }
            Set<Identifier> namespaces = schema.namespaces();
            same(
                    read,
                    dialect()
                            .inspector()
                            .inspect(other, new InspectionScope(namespaces, name -> true))
                            .schema());
        } finally {
            second.close();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        database.close();
    }
}
