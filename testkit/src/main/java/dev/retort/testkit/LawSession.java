// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit;

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
import dev.retort.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One database during one case. */
final class LawSession implements AutoCloseable {

    private final Dialect dialect;
    private final TestDatabase database;
    private final Connection connection;
    private final List<String> log = new ArrayList<>();
    private final Set<Identifier> namespaces = new HashSet<>();

    LawSession(DialectHarness harness) throws Exception {
        this.dialect = harness.dialect();
        this.database = harness.newDatabase();
        this.connection = database.connect();
    }

    TestDatabase database() {
        return database;
    }

    Connection connection() {
        return connection;
    }

    /** What was sent to the database, for messages. */
    String log() {
        return String.join(";\n", log);
    }

    Inspection inspection() throws SQLException {
        return dialect.inspector().inspect(connection, new InspectionScope(namespaces, name -> true));
    }

    Schema inspect() throws SQLException {
        return inspection().schema();
    }

    /** Operations with the schemas around each, by replay. */
    List<PlacedOperation> placed(Schema start, List<? extends Operation> operations) {
        List<PlacedOperation> placed = new ArrayList<>();
        Schema schema = start;
        for (Operation operation : operations) {
            Schema after = Replay.after(schema, List.of(operation));
            placed.add(new PlacedOperation(operation, SourceLocation.NONE, schema, after));
            namespaces.addAll(after.namespaces());
            schema = after;
        }
        return placed;
    }

    /** Creates a schema in the empty database. */
    void create(Schema schema) throws SQLException {
        run(
                placed(
                        Schema.EMPTY,
                        new Comparator(false).compare(Schema.EMPTY, schema).operations()),
                Definitions.NONE);
    }

    /** Runs operations, with the definitions that the database has, if some are needed. */
    void run(Schema start, List<? extends Operation> operations) throws SQLException {
        List<PlacedOperation> placed = placed(start, operations);
        boolean needed = placed.stream().anyMatch(p -> dialect.ddl().needsDefinition(p.operation()));
        run(placed, needed ? inspection().definitions() : Definitions.NONE);
    }

    private void run(List<PlacedOperation> placed, Definitions definitions) throws SQLException {
        List<Statement> statements = dialect.ddl().render(placed, definitions);
        for (Statement statement : statements) {
            log.add(statement instanceof Statement.Sql sql ? sql.sql() : "(" + statement + ")");
        }
        new StatementExecutor(connection).run(statements);
    }

    @Override
    public void close() throws SQLException {
        try {
            connection.close();
        } finally {
            database.close();
        }
    }
}
