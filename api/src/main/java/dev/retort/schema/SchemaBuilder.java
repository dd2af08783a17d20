// SPDX-License-Identifier: Apache-2.0
package dev.retort.schema;

import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Makes a {@link Schema} object by object. The collections are live and may be changed directly: replay does so, since
 * copying a schema of thousands of tables for every operation would be quadratic. Not safe for use by several threads.
 */
public final class SchemaBuilder {

    private final SortedSet<Identifier> namespaces = new TreeSet<>();
    private final SortedMap<QualifiedName, Table> tables = new TreeMap<>();
    private final SortedMap<QualifiedName, View> views = new TreeMap<>();
    private final SortedMap<QualifiedName, EnumType> enums = new TreeMap<>();
    private final SortedMap<QualifiedName, Sequence> sequences = new TreeMap<>();
    private final SortedMap<Routine.Key, Routine> routines = new TreeMap<>();
    private final SortedMap<Trigger.Key, Trigger> triggers = new TreeMap<>();
    private final SortedMap<QualifiedName, OtherObject> others = new TreeMap<>();

    /** An empty schema to start with. */
    public SchemaBuilder() {}

    SchemaBuilder(Schema schema) {
        namespaces.addAll(schema.namespaces());
        tables.putAll(schema.tables());
        views.putAll(schema.views());
        enums.putAll(schema.enums());
        sequences.putAll(schema.sequences());
        routines.putAll(schema.routines());
        triggers.putAll(schema.triggers());
        others.putAll(schema.others());
    }

    /** @param table added, or put in place of one of the same name
     *  @return this */
    public SchemaBuilder table(Table table) {
        tables.put(table.name(), table);
        return this;
    }

    /** @param values added like {@link #table}
     *  @return this */
    public SchemaBuilder tables(Collection<Table> values) {
        values.forEach(this::table);
        return this;
    }

    /** @param view added, or put in place of one of the same name
     *  @return this */
    public SchemaBuilder view(View view) {
        views.put(view.name(), view);
        return this;
    }

    /** @param type added, or put in place of one of the same name
     *  @return this */
    public SchemaBuilder enumType(EnumType type) {
        enums.put(type.name(), type);
        return this;
    }

    /** @param sequence added, or put in place of one of the same name
     *  @return this */
    public SchemaBuilder sequence(Sequence sequence) {
        sequences.put(sequence.name(), sequence);
        return this;
    }

    /** @param routine added, or put in place of one with the same key
     *  @return this */
    public SchemaBuilder routine(Routine routine) {
        routines.put(routine.key(), routine);
        return this;
    }

    /** @param trigger added, or put in place of one with the same key
     *  @return this */
    public SchemaBuilder trigger(Trigger trigger) {
        triggers.put(trigger.key(), trigger);
        return this;
    }

    /** @param other added, or put in place of one of the same name
     *  @return this */
    public SchemaBuilder other(OtherObject other) {
        others.put(other.name(), other);
        return this;
    }

    /** {@return the namespaces, live} */
    public SortedSet<Identifier> namespaces() {
        return namespaces;
    }

    /** {@return the tables, live} */
    public Map<QualifiedName, Table> tables() {
        return tables;
    }

    /** {@return the views, live} */
    public Map<QualifiedName, View> views() {
        return views;
    }

    /** {@return the enum types, live} */
    public Map<QualifiedName, EnumType> enums() {
        return enums;
    }

    /** {@return the sequences, live} */
    public Map<QualifiedName, Sequence> sequences() {
        return sequences;
    }

    /** {@return the routines, live} */
    public Map<Routine.Key, Routine> routines() {
        return routines;
    }

    /** {@return the triggers, live} */
    public Map<Trigger.Key, Trigger> triggers() {
        return triggers;
    }

    /** {@return the other objects, live} */
    public Map<QualifiedName, OtherObject> others() {
        return others;
    }

    /** {@return the schema as it is now} */
    public Schema build() {
        return new Schema(namespaces, tables, views, enums, sequences, routines, triggers, others);
    }
}
