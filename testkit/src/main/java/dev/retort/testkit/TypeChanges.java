// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit;

import dev.retort.engine.replay.ColumnSets;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.Operation;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.Identifier;
import dev.retort.schema.Index;
import dev.retort.schema.IndexKey;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Changes of a column's type that keep every value: an integer becomes a larger one, a text may be longer. */
final class TypeChanges {

    private final Vocabulary words;
    private final Random random;

    TypeChanges(Vocabulary words, Random random) {
        this.words = words;
        this.random = random;
    }

    /** All that are possible in a schema, in random order. Columns that others are computed from are left alone. */
    List<Operation> of(Schema schema) {
        List<Operation> changes = new ArrayList<>();
        for (Table table : schema.tables().values()) {
            Set<Identifier> used = used(table);
            for (Column column : table.columns()) {
                boolean free = column.generated() == null
                        && column.identity() == null
                        && !used.contains(column.name())
                        && !OperationKinds.isMentioned(schema, table)
                        && !PartKinds.isReference(schema, table, column);
                if (free) {
                    wider(column)
                            .forEach(type -> changes.add(
                                    AlterColumn.of(table.name(), column.name()).withType(type)));
                }
            }
        }
        Collections.shuffle(changes, random);
        return changes;
    }

    private List<DataType> wider(Column column) {
        return words.types().stream()
                .map(type -> RandomTypes.likeText(type, column.type()))
                .filter(type -> !type.equals(column.type()) && RandomTypes.isWider(column.type(), type))
                .toList();
    }

    /** Columns that an expression of the table speaks of. */
    private static Set<Identifier> used(Table table) {
        ColumnSets sets = new ColumnSets(table);
        Set<Identifier> used = new HashSet<>();
        table.checks().forEach(check -> used.addAll(sets.of(check)));
        table.columns().stream()
                .flatMap(column -> java.util.stream.Stream.ofNullable(column.generated()))
                .forEach(generated -> used.addAll(sets.of(generated.expression())));
        table.indexes().stream().filter(TypeChanges::hasExpression).forEach(index -> used.addAll(sets.of(index)));
        return used;
    }

    private static boolean hasExpression(Index index) {
        return index.where() != null
                || index.parts().stream().anyMatch(part -> part.key() instanceof IndexKey.OfExpression);
    }
}
