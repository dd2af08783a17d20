// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.dialect.PlacedOperation;
import dev.retort.dialect.Statement;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.Batch;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DeleteRows;
import dev.retort.operation.InsertRows;
import dev.retort.operation.Operation;
import dev.retort.operation.Row;
import dev.retort.operation.UpdateRows;
import dev.retort.schema.Column;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.Literal;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Scalar;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Points on the time line, which the server reads in the time zone of the session. */
final class Moments {

    static final Statement IN_UTC = new Statement.SessionSetting(
            "time_zone", "SELECT @@session.time_zone", "SET time_zone = '+00:00'", "SET time_zone = '%s'");

    private Moments() {}

    /** Whether a literal of an operation is one. */
    static boolean in(PlacedOperation placed) {
        QualifiedName table = TableGroup.tableOf(placed.operation(), placed.before());
        boolean restated = table != null
                && placed.before()
                        .table(table)
                        .filter(found -> found.columns().stream().anyMatch(Moments::in))
                        .isPresent();
        return restated || in(placed.operation());
    }

    private static boolean in(Operation operation) {
        if (operation instanceof InsertRows insert) {
            return in(insert.rows());
        }
        if (operation instanceof DeleteRows delete) {
            return in(delete.rows());
        }
        if (operation instanceof UpdateRows update) {
            return in(List.of(update.set()));
        }
        if (operation instanceof CreateTable create) {
            return create.table().columns().stream().anyMatch(Moments::in);
        }
        if (operation instanceof AddColumn add) {
            return in(add.column());
        }
        if (operation instanceof AlterColumn alter) {
            return alter.defaultValue().newValue().orElse(null) instanceof DefaultValue.Constant constant
                    && is(constant.value());
        }
        return operation instanceof Batch batch && batch.operations().stream().anyMatch(Moments::in);
    }

    private static boolean in(List<Row> rows) {
        return rows.stream().flatMap(row -> row.cells().values().stream()).anyMatch(Moments::is);
    }

    private static boolean in(Column column) {
        return column.defaultValue() instanceof DefaultValue.Constant constant && is(constant.value());
    }

    private static boolean is(@Nullable Scalar value) {
        return value instanceof Literal.TimestampTz;
    }
}
