// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import dev.retort.operation.DropColumn;
import dev.retort.operation.DropIndex;
import dev.retort.operation.DropSequence;
import dev.retort.operation.Operation;
import dev.retort.schema.DataType;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identifier;
import dev.retort.schema.MatchType;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;
import dev.retort.schema.TextAttributes;
import dev.retort.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Small things that a database may lack and no {@link Capability} speaks of. What needs one is refused. */
public enum Lack {
    /** A column has no collation or character set of its own. */
    COLUMN_COLLATIONS,
    /** A foreign key has no {@code MATCH FULL} or {@code MATCH PARTIAL}. */
    MATCH_TYPES,
    /** A sequence cannot belong to a column. */
    SEQUENCE_OWNERS,
    /** A column with texts or bytes of any length cannot be in a key or an index. */
    INDEXED_LARGE_OBJECTS,
    /** A column, an index or a sequence cannot be dropped together with what depends on it ({@code CASCADE}). */
    CASCADES_OF_PARTS;

    /** A sentence for each thing in a table that cannot be had. */
    static List<String> in(Table table, Set<Lack> lacks) {
        List<String> sentences = new ArrayList<>();
        if (lacks.contains(COLUMN_COLLATIONS)) {
            table.columns().stream()
                    .filter(column -> !TextAttributes.of(column.type()).equals(TextAttributes.DEFAULT))
                    .forEach(column -> sentences.add("Column " + table.name() + "." + column.name()
                            + " cannot have a collation or character set of its own"));
        }
        if (lacks.contains(MATCH_TYPES)) {
            table.foreignKeys().stream()
                    .filter(key -> key.match() != MatchType.SIMPLE)
                    .forEach(key -> sentences.add(
                            "A foreign key of table " + table.name() + " cannot be MATCH " + key.match()));
        }
        if (lacks.contains(INDEXED_LARGE_OBJECTS)) {
            table.columns().stream()
                    .filter(column -> column.type() instanceof DataType.Text || column.type() instanceof DataType.Blob)
                    .filter(column -> isIndexed(column.name(), table))
                    .forEach(column -> sentences.add("Column " + table.name() + "." + column.name()
                            + " cannot have a type without a length, because it is in a key or an index"));
        }
        return sentences;
    }

    private static boolean isIndexed(Identifier column, Table table) {
        return table.indexes().stream().anyMatch(index -> Constraints.covers(index, List.of(column)))
                || table.constraints()
                        .anyMatch(constraint -> constraint instanceof PrimaryKey key
                                        && key.columns().contains(column)
                                || constraint instanceof UniqueConstraint unique
                                        && unique.columns().contains(column)
                                || constraint instanceof ForeignKey foreign
                                        && foreign.columns().contains(column));
    }

    /** A sentence for a part that is dropped together with what depends on it. */
    static List<String> in(Operation operation, Set<Lack> lacks) {
        boolean cascade = operation instanceof DropColumn column
                ? column.cascade()
                : operation instanceof DropIndex index
                        ? index.cascade()
                        : operation instanceof DropSequence sequence && sequence.cascade();
        return cascade && lacks.contains(CASCADES_OF_PARTS)
                ? List.of("What depends on a column, an index or a sequence cannot be dropped with it")
                : List.of();
    }

    /** A sentence for each thing in a sequence that cannot be had. */
    static List<String> in(Sequence sequence, Set<Lack> lacks) {
        return sequence.ownedBy() == null || !lacks.contains(SEQUENCE_OWNERS)
                ? List.of()
                : List.of("Sequence " + sequence.name() + " cannot belong to a column");
    }
}
