// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import dev.retort.operation.InsertRows;
import dev.retort.operation.Row;
import dev.retort.schema.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** INSERT statements for rows: one for each run of rows with the same columns, up to a limit. */
final class RowStatements {

    private static final String INDENT = "    ";

    private final Supplier<SqlWriter> writers;
    private final int limit;

    /** A limit of 1 or less gives each row its own statement. */
    RowStatements(Supplier<SqlWriter> writers, int limit) {
        this.writers = writers;
        this.limit = limit;
    }

    List<Statement> insert(InsertRows operation) {
        List<Statement> statements = new ArrayList<>();
        List<Row> run = new ArrayList<>();
        for (Row row : operation.rows()) {
            if (!run.isEmpty() && (run.size() >= limit || !columns(run.get(0)).equals(columns(row)))) {
                statements.add(insert(operation, run));
                run.clear();
            }
            run.add(row);
        }
        if (!run.isEmpty()) {
            statements.add(insert(operation, run));
        }
        return statements;
    }

    private static Set<Identifier> columns(Row row) {
        return row.cells().keySet();
    }

    private Statement insert(InsertRows operation, List<Row> rows) {
        Set<Identifier> columns = columns(rows.get(0));
        SqlWriter sql = writers.get();
        sql.sql("INSERT INTO").name(operation.table()).names(columns).sql("VALUES");
        if (rows.size() == 1) {
            values(sql, columns, rows.get(0));
            return new Statement.Sql(sql.toString());
        }
        boolean first = true;
        for (Row row : rows) {
            if (!first) {
                sql.append(",");
            }
            first = false;
            values(sql.newLine().append(INDENT), columns, row);
        }
        return new Statement.Sql(sql.toString());
    }

    private static void values(SqlWriter sql, Set<Identifier> columns, Row row) {
        sql.list(columns, (writer, column) -> writer.scalar(row.cells().get(column)));
    }
}
