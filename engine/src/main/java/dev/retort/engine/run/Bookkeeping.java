// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.run;

import dev.retort.diagnostic.SourceLocation;
import dev.retort.dialect.Capability;
import dev.retort.dialect.Definitions;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.PlacedOperation;
import dev.retort.dialect.Statement;
import dev.retort.operation.CreateSchema;
import dev.retort.operation.CreateTable;
import dev.retort.operation.Operation;
import dev.retort.schema.Identifier;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Creates the tables in which Retort keeps its books. */
public final class Bookkeeping {

    private final Dialect dialect;

    /**
     * @param dialect for which dialect
     */
    public Bookkeeping(Dialect dialect) {
        this.dialect = dialect;
    }

    /**
     * The statements that create a table, and its namespace if it has one.
     *
     * @param table the table
     * @return SQL, in order
     */
    public List<String> creation(Table table) {
        return creation(table, false);
    }

    /**
     * The statements that create a table, and its namespace if it has one.
     *
     * @param table       the table
     * @param ifNotExists whether it is no mistake if the table exists already
     * @return SQL, in order
     */
    public List<String> creation(Table table, boolean ifNotExists) {
        List<Operation> operations = new ArrayList<>();
        Identifier namespace = table.name().namespace();
        if (namespace != null && dialect.can(Capability.SCHEMAS)) {
            operations.add(new CreateSchema(namespace, true, null));
        }
        operations.add(new CreateTable(table, ifNotExists, List.of()));
        List<String> statements = new ArrayList<>();
        Schema after = Schema.EMPTY.toBuilder().table(table).build();
        for (Operation operation : operations) {
            PlacedOperation placed = new PlacedOperation(operation, SourceLocation.NONE, Schema.EMPTY, after);
            for (Statement statement : dialect.ddl().render(List.of(placed), Definitions.NONE)) {
                if (statement instanceof Statement.Sql sql) {
                    statements.add(sql.sql());
                }
            }
        }
        return statements;
    }

    /** Creates those tables that are not there, in one transaction where that can be; says whether there were any. */
    boolean createIfMissing(Session session, List<Table> tables) throws SQLException {
        List<String> statements = new ArrayList<>();
        for (Table table : tables) {
            if (!TableLookup.exists(session.connection(), table.name())) {
                statements.addAll(creation(table));
            }
        }
        if (statements.isEmpty()) {
            return false;
        }
        StepTransaction transaction = new StepTransaction(session, true);
        try {
            transaction.begin();
            for (String sql : statements) {
                try (java.sql.Statement statement = session.connection().createStatement()) {
                    statement.execute(sql);
                }
            }
            transaction.commit();
            return true;
        } finally {
            transaction.rollback();
        }
    }
}
