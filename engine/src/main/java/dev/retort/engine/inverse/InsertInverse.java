// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.inverse;

import dev.retort.dialect.SqlSyntax;
import dev.retort.dialect.StandardSyntax;
import dev.retort.operation.DeleteRows;
import dev.retort.operation.InsertRows;
import dev.retort.operation.Operation;
import dev.retort.operation.Row;
import dev.retort.schema.Identifier;
import dev.retort.schema.Literal;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.SqlText;
import dev.retort.schema.Table;
import dev.retort.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The inverse of {@code insert_rows}: each row is deleted by a key that it gives. */
final class InsertInverse {

    private static final SqlSyntax SYNTAX = new StandardSyntax();

    private InsertInverse() {}

    static Reversal of(InsertRows insert, Table table) {
        List<Operation> deletes = new ArrayList<>();
        for (Row row : insert.rows()) {
            Optional<String> condition = keys(table).stream()
                    .filter(key -> gives(row, key))
                    .findFirst()
                    .map(key -> condition(row, key));
            if (condition.isEmpty()) {
                return new Reversal.Irreversible(
                        "a row gives neither the primary key nor all columns of a unique constraint of table '"
                                + table.name() + "', so it cannot be found again",
                        "Give the rows their key, or write the downgrade.");
            }
            deletes.add(new DeleteRows(insert.table(), SqlText.portable(condition.get())));
        }
        Collections.reverse(deletes);
        return new Reversal.By(deletes, List.of());
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

    private static String condition(Row row, List<Identifier> key) {
        return key.stream()
                .map(column -> SYNTAX.quote(column.value()) + " = "
                        + SYNTAX.literal((Literal) row.cells().get(column)))
                .collect(Collectors.joining(" AND "));
    }
}
