// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit;

import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.Severity;
import dev.retort.diagnostic.SourceLocation;
import dev.retort.dialect.Definitions;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.PlacedOperation;
import dev.retort.engine.autogenerate.Comparator;
import dev.retort.engine.autogenerate.Comparison;
import dev.retort.engine.replay.Replay;
import dev.retort.operation.Operation;
import dev.retort.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Creates a whole schema in an empty database, as a migration that autogenerate wrote would. */
public final class SchemaCopy {

    private SchemaCopy() {}

    /**
     * @param schema     what to create
     * @param dialect    whose SQL is rendered
     * @param connection to the empty database
     * @throws SQLException          if the database refuses a statement
     * @throws IllegalStateException if the dialect says beforehand that it cannot do something
     */
    public static void create(Schema schema, Dialect dialect, Connection connection) throws SQLException {
        Comparison comparison = new Comparator(false).compare(Schema.EMPTY, schema);
        List<PlacedOperation> placed = new ArrayList<>();
        List<Finding> findings = new ArrayList<>(comparison.findings());
        Schema before = Schema.EMPTY;
        for (Operation operation : comparison.operations()) {
            Schema after = Replay.after(before, List.of(operation));
            PlacedOperation next = new PlacedOperation(operation, SourceLocation.NONE, before, after);
            dialect.ddl().check(next).stream()
                    .filter(finding -> finding.severity() == Severity.ERROR)
                    .forEach(findings::add);
            placed.add(next);
            before = after;
        }
        if (!findings.isEmpty()) {
            throw new IllegalStateException(findings.toString());
        }
        new StatementExecutor(connection).run(dialect.ddl().render(placed, Definitions.NONE));
    }
}
