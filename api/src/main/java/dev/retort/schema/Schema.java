// SPDX-License-Identifier: Apache-2.0
package dev.retort.schema;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a database looks like. Immutable; use {@link #toBuilder()} to make another one.
 *
 * @param namespaces namespaces beside the default one
 * @param tables     tables by name
 * @param views      views by name
 * @param enums      enum types by name
 * @param sequences  sequences by name, other than those behind identity columns
 * @param routines   functions and procedures
 * @param triggers   triggers
 * @param others     objects that the model has no type for
 */
public record Schema(
        SortedSet<Identifier> namespaces,
        SortedMap<QualifiedName, Table> tables,
        SortedMap<QualifiedName, View> views,
        SortedMap<QualifiedName, EnumType> enums,
        SortedMap<QualifiedName, Sequence> sequences,
        SortedMap<Routine.Key, Routine> routines,
        SortedMap<Trigger.Key, Trigger> triggers,
        SortedMap<QualifiedName, OtherObject> others) {

    /** Nothing at all. */
    public static final Schema EMPTY = new SchemaBuilder().build();

    public Schema {
        namespaces = Collections.unmodifiableSortedSet(new TreeSet<>(namespaces));
        tables = copy(tables);
        views = copy(views);
        enums = copy(enums);
        sequences = copy(sequences);
        routines = copy(routines);
        triggers = copy(triggers);
        others = copy(others);
    }

    private static <K, V> SortedMap<K, V> copy(Map<K, V> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }

    /**
     * @param name a table's name
     * @return the table, if there is one of that name
     */
    public Optional<Table> table(QualifiedName name) {
        return Optional.ofNullable(tables.get(name));
    }

    /**
     * @param name a view's name
     * @return the view, if there is one of that name
     */
    public Optional<View> view(QualifiedName name) {
        return Optional.ofNullable(views.get(name));
    }

    /** {@return whether there is nothing in it} */
    public boolean isEmpty() {
        return equals(EMPTY);
    }

    /** {@return a builder that starts with everything in this schema} */
    public SchemaBuilder toBuilder() {
        return new SchemaBuilder(this);
    }
}
