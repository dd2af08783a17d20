// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.replay;

import dev.retort.schema.Column;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Generated;
import dev.retort.schema.Identifier;
import dev.retort.schema.Index;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.Table;
import dev.retort.schema.TableConstraint;
import dev.retort.schema.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * Takes a column away with everything that is about it alone, and finds what is about more than that.
 *
 * <p>Databases differ in the latter: PostgreSQL drops an index or unique constraint on several columns silently, MySQL
 * shortens it, SQLite refuses. Here it has to be dropped first, or {@code cascade} be said.
 */
final class ColumnUses {

    private final SchemaBuilder schema;
    private final Table table;
    private final Identifier column;
    private final ColumnSets sets;

    ColumnUses(SchemaBuilder schema, Table table, Identifier column) {
        this.schema = schema;
        this.table = table;
        this.column = column;
        this.sets = new ColumnSets(table);
    }

    /** What keeps the column from going without a cascade, in words. */
    List<String> blockers() {
        List<String> found = new ArrayList<>();
        table.constraints().filter(c -> isShared(sets.of(c))).forEach(c -> found.add(described(c)));
        table.indexes().stream()
                .filter(i -> isShared(sets.of(i)))
                .forEach(i -> found.add("index " + Objects.requireNonNullElse(i.name(), "without a name")));
        table.columns().stream().filter(this::isComputedFromIt).forEach(c -> found.add("generated column " + c.name()));
        for (Table other : schema.tables().values()) {
            other.foreignKeys().stream()
                    .filter(key -> refersToIt(key) && !isOwnAndAlone(other, key))
                    .forEach(key -> found.add(described(key) + " of table " + other.name()));
        }
        triggersOnIt().forEach(trigger -> found.add("trigger " + trigger.name()));
        return found;
    }

    private static String described(TableConstraint constraint) {
        String kind = constraint.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return constraint.name() == null ? kind : kind + " " + constraint.name();
    }

    private boolean isShared(Set<Identifier> columns) {
        return columns.contains(column) && columns.size() > 1;
    }

    private boolean isComputedFromIt(Column other) {
        Generated generated = other.generated();
        return generated != null
                && !other.name().equals(column)
                && sets.of(generated.expression()).contains(column);
    }

    private boolean refersToIt(ForeignKey key) {
        return key.referredTable().equals(table.name())
                && References.referredColumns(key, table).contains(column);
    }

    private boolean isOwnAndAlone(Table other, ForeignKey key) {
        return other.name().equals(table.name()) && key.columns().equals(List.of(column));
    }

    private List<Trigger> triggersOnIt() {
        return schema.triggers().values().stream()
                .filter(t -> t.table().equals(table.name()))
                .filter(t -> t.updateOf().contains(column) || sets.of(t.when()).contains(column))
                .toList();
    }

    /** Takes the column away with all that uses it. */
    void remove() {
        List<Identifier> computed = table.columns().stream()
                .filter(this::isComputedFromIt)
                .map(Column::name)
                .toList();
        triggersOnIt().forEach(trigger -> schema.triggers().remove(trigger.key()));
        schema.sequences().values().removeIf(s -> References.isOwnedBy(s, table.name(), column));
        for (Table other : List.copyOf(schema.tables().values())) {
            if (other.foreignKeys().stream().anyMatch(this::refersToIt)) {
                schema.table(other.toBuilder()
                        .mapForeignKeys(key -> refersToIt(key) ? null : key)
                        .build());
            }
        }
        Table rest = Objects.requireNonNull(schema.tables().get(table.name()));
        schema.table(without(rest));
        for (Identifier other : computed) {
            new ColumnUses(schema, Objects.requireNonNull(schema.tables().get(table.name())), other).remove();
        }
    }

    private Table without(Table rest) {
        var builder = rest.toBuilder().mapColumns(c -> c.name().equals(column) ? null : c);
        rest.constraints().filter(c -> sets.of(c).contains(column)).forEach(builder::withoutConstraint);
        return builder.mapIndexes(index -> uses(index) ? null : index).build();
    }

    private boolean uses(Index index) {
        return sets.of(index).contains(column);
    }
}
