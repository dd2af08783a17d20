// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.dialect.SqlWriter;
import dev.retort.operation.CreateTable;
import dev.retort.schema.Index;
import dev.retort.schema.IndexKey;
import dev.retort.schema.Options;
import dev.retort.schema.SqlText;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What of a new table has to wait until other objects are there: policies about other tables, and indexes by functions that
 * take a row of the table.
 *
 * @param left     the table without them
 * @param indexes  the indexes that wait
 * @param policies the policies that wait
 */
record WaitingParts(CreateTable left, List<Index> indexes, Options policies) {

    /** The parts of a table whose texts must wait. */
    static WaitingParts of(CreateTable create, Predicate<String> waits) {
        Table table = create.table();
        List<Index> indexes = table.indexes().stream()
                .filter(index -> texts(index).stream().anyMatch(waits))
                .toList();
        List<String> policies = PostgresOptions.list(table.options(), PostgresOptions.POLICIES);
        List<String> waiting = policies.stream().filter(waits).toList();
        Options none = Options.of(PostgresOptions.DIALECT, PostgresOptions.POLICIES, waiting);
        if (indexes.isEmpty() && waiting.isEmpty()) {
            return new WaitingParts(create, List.of(), none);
        }
        List<String> now = policies.stream().filter(waits.negate()).toList();
        Table left = table.toBuilder()
                .mapIndexes(index -> indexes.contains(index) ? null : index)
                .options(table.options().with(PostgresOptions.DIALECT, PostgresOptions.POLICIES, now))
                .build();
        return new WaitingParts(new CreateTable(left, create.ifNotExists(), create.prefixes()), indexes, none);
    }

    private static List<String> texts(Index index) {
        List<String> texts = new ArrayList<>();
        index.parts().forEach(part -> {
            if (part.key() instanceof IndexKey.OfExpression expression) {
                texts.add(SqlWriter.verbatim(expression.sql()));
            }
        });
        SqlText where = index.where();
        if (where != null) {
            texts.add(SqlWriter.verbatim(where));
        }
        return texts;
    }
}
