// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.replay;

import dev.retort.engine.text.Mentions;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identifier;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.Sequence;
import dev.retort.schema.Sequence.ColumnReference;
import dev.retort.schema.Table;
import dev.retort.schema.View;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What refers to what. */
final class References {

    private References() {}

    static boolean refersTo(Table table, QualifiedName name) {
        return table.foreignKeys().stream().anyMatch(key -> key.referredTable().equals(name));
    }

    /** The columns that a foreign key refers to; those of the primary key if it names none. */
    static List<Identifier> referredColumns(ForeignKey key, @Nullable Table referred) {
        if (!key.referredColumns().isEmpty() || referred == null) {
            return key.referredColumns();
        }
        PrimaryKey primaryKey = referred.primaryKey();
        return primaryKey == null ? List.of() : primaryKey.columns();
    }

    static boolean isOwnedBy(Sequence sequence, QualifiedName table, @Nullable Identifier column) {
        ColumnReference owner = sequence.ownedBy();
        return owner != null
                && owner.table().equals(table)
                && (column == null || owner.column().equals(column));
    }

    static ColumnReference owner(Sequence sequence) {
        return Objects.requireNonNull(sequence.ownedBy());
    }

    static Sequence withOwner(Sequence s, @Nullable ColumnReference owner) {
        return new Sequence(
                s.name(),
                s.type(),
                s.start(),
                s.increment(),
                s.minValue(),
                s.maxValue(),
                s.cycle(),
                s.cache(),
                owner,
                s.comment());
    }

    /** Drops the views that mention one of the names, those that mention these views, and so on, with their triggers. */
    static void dropViewsThatMention(SchemaBuilder schema, Collection<Identifier> names) {
        Deque<Identifier> open = new ArrayDeque<>(names);
        while (!open.isEmpty()) {
            Identifier name = open.pop();
            for (View view : List.copyOf(schema.views().values())) {
                if (Mentions.of(view.query()).has(name.value())) {
                    schema.views().remove(view.name());
                    schema.triggers().keySet().removeIf(key -> key.table().equals(view.name()));
                    open.push(view.name().name());
                }
            }
        }
    }
}
