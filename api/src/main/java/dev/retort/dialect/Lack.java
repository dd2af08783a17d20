// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import dev.retort.schema.MatchType;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;
import dev.retort.schema.TextAttributes;
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
    SEQUENCE_OWNERS;

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
                    .forEach(key -> sentences.add("A foreign key of table " + table.name() + " cannot be MATCH " + key.match()));
        }
        return sentences;
    }

    /** A sentence for each thing in a sequence that cannot be had. */
    static List<String> in(Sequence sequence, Set<Lack> lacks) {
        return sequence.ownedBy() == null || !lacks.contains(SEQUENCE_OWNERS)
                ? List.of()
                : List.of("Sequence " + sequence.name() + " cannot belong to a column");
    }
}
