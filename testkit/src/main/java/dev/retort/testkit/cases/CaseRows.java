// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit.cases;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.SqlWriter;
import dev.retort.operation.Row;
import dev.retort.schema.Identifier;
import dev.retort.schema.Literal;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Scalar;
import java.math.BigDecimal;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares the rows of a database with those that a case expects; truth values may be told as 0 and 1. */
record CaseRows(Dialect dialect, Connection connection) {

    void compare(String when, Map<QualifiedName, List<Row>> expected) throws SQLException {
        for (Map.Entry<QualifiedName, List<Row>> table : expected.entrySet()) {
            List<Identifier> columns = table.getValue().isEmpty()
                    ? List.of()
                    : List.copyOf(table.getValue().get(0).cells().keySet());
            List<String> wanted = table.getValue().stream()
                    .map(row -> columns.stream()
                            .map(column -> shown(row.cells().get(column)))
                            .toList()
                            .toString())
                    .sorted()
                    .toList();
            List<String> found = read(table.getKey(), columns).stream().sorted().toList();
            if (!wanted.equals(found)) {
                throw new AssertionError(when + ", the rows of " + table.getKey() + ", columns " + columns
                        + ", must be\n  " + wanted + "\nbut are\n  " + found);
            }
        }
    }

    private List<String> read(QualifiedName table, List<Identifier> columns) throws SQLException {
        SqlWriter sql = dialect.writer().sql("SELECT");
        if (columns.isEmpty()) {
            sql.sql("*");
        } else {
            sql.join(columns, (writer, column) -> writer.name(column));
        }
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery(sql.sql("FROM").name(table).toString())) {
            while (result.next()) {
                List<String> cells = new ArrayList<>();
                for (int i = 1; i <= columns.size(); i++) {
                    Object value = result.getObject(i);
                    cells.add(shown(value instanceof Clob ? result.getString(i) : value));
                }
                rows.add(cells.toString());
            }
        }
        return rows;
    }

    private static String shown(@Nullable Scalar cell) {
        if (cell instanceof Literal.Text text) {
            return text.value();
        }
        if (cell instanceof Literal.Number number) {
            return shown(number.value());
        }
        if (cell instanceof Literal.Bool bool) {
            return shown(bool.value());
        }
        if (cell instanceof Literal.Bytes bytes) {
            return bytes.hex();
        }
        if (cell instanceof Literal.Date date) {
            return date.value().toString();
        }
        return cell instanceof Literal.Null ? "NULL" : String.valueOf(cell);
    }

    private static String shown(@Nullable Object value) {
        if (value == null) {
            return "NULL";
        }
        if (value instanceof Boolean truth) {
            return truth ? "1" : "0";
        }
        if (value instanceof Number) {
            BigDecimal number = new BigDecimal(value.toString());
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        return value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value.toString();
    }
}
