// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.RetortException;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.PlacedOperation;
import dev.retort.dialect.SqlWriter;
import dev.retort.dialect.Statement;
import dev.retort.operation.AlterEnum;
import dev.retort.operation.EnumChange;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.EnumType;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * A change to an enum type, which the server has only as the list of values of each column: all columns with the list that
 * the type had get the new one. A value is renamed by way of a list that has both.
 */
record EnumAlteration(Dialect dialect, MysqlWords words, AlterEnum operation) {

    List<Statement> render(PlacedOperation placed) {
        EnumType old = placed.before().enums().get(operation.type());
        EnumType now = placed.after().enums().get(operation.type());
        if (old == null || now == null) {
            throw new RetortException(Finding.error(
                            ErrorCode.UNKNOWN_SCHEMA,
                            "The values of enum type " + operation.type()
                                    + " are not known here, and the server has them only in its columns.")
                    .at(placed.location()));
        }
        List<Statement> statements = new ArrayList<>();
        for (Table table : placed.before().tables().values()) {
            List<Column> columns = table.columns().stream()
                    .filter(column -> column.type() instanceof DataType.Enum type && isOf(type, old))
                    .toList();
            if (columns.isEmpty()) {
                continue;
            }
            if (operation.change() instanceof EnumChange.RenameValue rename) {
                List<String> both = new ArrayList<>(old.values());
                both.add(rename.to());
                statements.add(modify(table, columns, both));
                columns.forEach(column -> statements.add(update(table, column, rename)));
            }
            statements.add(modify(table, columns, now.values()));
        }
        return statements;
    }

    private boolean isOf(DataType.Enum type, EnumType old) {
        return type.name() != null
                ? type.name().equals(operation.type())
                : type.values().equals(old.values());
    }

    private Statement modify(Table table, List<Column> columns, List<String> values) {
        SqlWriter sql = dialect.writer().sql("ALTER TABLE").name(table.name());
        sql.join(
                columns,
                (writer, column) -> words.columns.definition(
                        writer.sql("MODIFY COLUMN"), column.withType(new DataType.Enum(null, values))));
        return new Statement.Sql(sql.toString());
    }

    private Statement update(Table table, Column column, EnumChange.RenameValue rename) {
        return new Statement.Sql(dialect.writer()
                .sql("UPDATE")
                .name(table.name())
                .sql("SET")
                .name(column.name())
                .sql("=")
                .string(rename.to())
                .sql("WHERE")
                .name(column.name())
                .sql("=")
                .string(rename.from())
                .toString());
    }
}
