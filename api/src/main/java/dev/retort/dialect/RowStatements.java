// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import dev.retort.operation.DeleteRows;
import dev.retort.operation.InsertRows;
import dev.retort.operation.Row;
import dev.retort.schema.Identifier;
import dev.retort.schema.Literal;
import dev.retort.schema.SqlText;
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

    List<Statement> delete(DeleteRows operation) {
        List<Statement> statements = new ArrayList<>();
        int step = Math.max(1, limit);
        for (int from = 0; from < operation.rows().size(); from += step) {
            List<Row> rows = operation
                    .rows()
                    .subList(from, Math.min(from + step, operation.rows().size()));
            statements.add(delete(operation, rows));
        }
        return operation.rows().isEmpty() ? List.of(delete(operation, List.of())) : statements;
    }

    private Statement delete(DeleteRows operation, List<Row> rows) {
        SqlWriter sql = writers.get().sql("DELETE FROM").name(operation.table());
        SqlText where = operation.where();
        if (!rows.isEmpty()) {
            sql.sql("WHERE");
            if (where != null) {
                sql.parenthesized(where).sql("AND (");
            }
            matching(sql, rows);
            sql.append(where == null ? "" : ")");
        } else if (where != null) {
            sql.sql("WHERE").text(where);
        }
        return new Statement.Sql(sql.toString());
    }

    /** Rows told by the same single column make a list, which databases search faster than a chain of ORs. */
    private static void matching(SqlWriter sql, List<Row> rows) {
        Set<Identifier> columns = columns(rows.get(0));
        Identifier only = columns.iterator().next();
        if (rows.size() > 1
                && columns.size() == 1
                && rows.stream().allMatch(row -> columns(row).equals(columns) && !isNull(row, only))) {
            sql.name(only)
                    .sql("IN")
                    .list(rows, (writer, row) -> writer.scalar(row.cells().get(only)));
            return;
        }
        String or = "";
        for (Row row : rows) {
            sql.sql(or).sql(rows.size() == 1 ? "" : "(");
            String and = "";
            for (Identifier column : columns(row)) {
                sql.sql(and).name(column);
                if (isNull(row, column)) {
                    sql.sql("IS NULL");
                } else {
                    sql.sql("=").scalar(row.cells().get(column));
                }
                and = "AND";
            }
            sql.append(rows.size() == 1 ? "" : ")");
            or = "OR";
        }
    }

    private static boolean isNull(Row row, Identifier column) {
        return Literal.NULL.equals(row.cells().get(column));
    }

    private static void values(SqlWriter sql, Set<Identifier> columns, Row row) {
        sql.list(columns, (writer, column) -> writer.scalar(row.cells().get(column)));
    }
}
