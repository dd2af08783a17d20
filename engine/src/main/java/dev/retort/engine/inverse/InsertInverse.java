// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.inverse;

import dev.retort.operation.DeleteRows;
import dev.retort.operation.InsertRows;
import dev.retort.operation.Row;
import dev.retort.schema.Identifier;
import dev.retort.schema.Literal;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.Scalar;
import dev.retort.schema.Table;
import dev.retort.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The inverse of {@code insert_rows}: each row is deleted by a key that it gives. */
final class InsertInverse {

    private InsertInverse() {}

    static Reversal of(InsertRows insert, Table table) {
        List<Row> found = new ArrayList<>();
        for (Row row : insert.rows()) {
            Optional<Row> key = keys(table).stream()
                    .filter(columns -> gives(row, columns))
                    .findFirst()
                    .map(columns -> part(row, columns));
            if (key.isEmpty()) {
                return new Reversal.Irreversible(
                        "a row gives neither the primary key nor all columns of a unique constraint of table '"
                                + table.name() + "', so it cannot be found again",
                        "Give the rows their key, or write the downgrade.");
            }
            found.add(key.get());
        }
        // Rows that refer to rows before them in the same table go first.
        Collections.reverse(found);
        return new Reversal.By(
                found.isEmpty() ? List.of() : List.of(new DeleteRows(insert.table(), found, null)), List.of());
    }

    private static List<List<Identifier>> keys(Table table) {
        List<List<Identifier>> keys = new ArrayList<>();
        PrimaryKey primaryKey = table.primaryKey();
        if (primaryKey != null) {
            keys.add(primaryKey.columns());
        }
        table.uniques().stream().map(UniqueConstraint::columns).forEach(keys::add);
        return keys;
    }

    private static boolean gives(Row row, List<Identifier> key) {
        return key.stream()
                .allMatch(
                        column -> row.cells().get(column) instanceof Literal literal && !literal.equals(Literal.NULL));
    }

    private static Row part(Row row, List<Identifier> columns) {
        Map<Identifier, Scalar> cells = new LinkedHashMap<>();
        columns.forEach(
                column -> cells.put(column, Objects.requireNonNull(row.cells().get(column))));
        return new Row(cells);
    }
}
