// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit;

import dev.retort.dialect.Capability;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.EnumType;
import dev.retort.schema.Identifier;
import dev.retort.schema.Options;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Routine;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.Sequence;
import dev.retort.schema.SqlText;
import dev.retort.schema.Table;
import dev.retort.schema.Trigger;
import dev.retort.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Random schemas within a vocabulary. The same random numbers give the same schema. */
public final class RandomSchemas {

    private final Vocabulary words;
    private final Random random;
    private final RandomNames names;
    private final RandomTables tables;

    /**
     * @param words  what schemas may be made of
     * @param random where chance comes from
     */
    public RandomSchemas(Vocabulary words, Random random) {
        this.words = words;
        this.random = random;
        this.names = new RandomNames(random, words.has(Feature.ODD_NAMES));
        this.tables = new RandomTables(words, random, names);
    }

    /**
     * Keeps the names of a schema from being given out again.
     *
     * @param schema a schema
     * @return this
     */
    public RandomSchemas reserving(Schema schema) {
        schema.namespaces().forEach(names::reserve);
        schema.views().keySet().forEach(name -> names.reserve(name.name()));
        schema.enums().keySet().forEach(name -> names.reserve(name.name()));
        schema.sequences().keySet().forEach(name -> names.reserve(name.name()));
        schema.triggers().keySet().forEach(key -> names.reserve(key.name()));
        schema.routines().keySet().forEach(key -> names.reserve(key.name().name()));
        for (Table table : schema.tables().values()) {
            names.reserve(table.name().name());
            table.indexes().forEach(index -> reserve(index.name()));
            table.constraints().forEach(constraint -> reserve(constraint.name()));
        }
        return this;
    }

    private void reserve(@Nullable Identifier name) {
        if (name != null) {
            names.reserve(name);
        }
    }

    /** {@return a schema of a few tables, and of whatever else there is} */
    public Schema schema() {
        SchemaBuilder builder = new SchemaBuilder();
        List<Table> made = new ArrayList<>();
        Identifier namespace = words.can(Capability.SCHEMAS) && random.nextInt(4) == 0 ? names.of("ns") : null;
        if (namespace != null) {
            builder.namespaces().add(namespace);
        }
        EnumType type = enumType(builder);
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            Identifier space = namespace != null && random.nextInt(3) == 0 ? namespace : null;
            Table table = tables.table(new QualifiedName(space, names.table()), made);
            if (type != null && random.nextBoolean()) {
                table = withEnum(table, type);
            }
            made.add(table);
        }
        closeCircle(made);
        builder.tables(made);
        sequences(builder, made);
        views(builder, made);
        triggers(builder, made);
        if (words.can(Capability.ROUTINES) && random.nextInt(3) == 0) {
            routine().ifPresent(builder::routine);
        }
        return builder.build();
    }

    private @Nullable EnumType enumType(SchemaBuilder builder) {
        if (!words.can(Capability.ENUM_TYPES) || random.nextBoolean()) {
            return null;
        }
        EnumType type = new EnumType(new QualifiedName(null, names.of("en")), List.of("a", "b'c", "D e"), null);
        builder.enumType(type);
        return type;
    }

    private Table withEnum(Table table, EnumType type) {
        RandomNames columnNames = names.columns();
        table.columns().forEach(column -> columnNames.reserve(column.name()));
        Column column = Column.of(columnNames.column().value(), new DataType.Enum(type.name(), List.of()));
        return table.toBuilder().column(column).build();
    }

    /** Lets the first table refer to the last, which may refer to it. */
    private void closeCircle(List<Table> made) {
        if (words.has(Feature.CIRCULAR_REFERENCES) && made.size() > 1 && random.nextInt(3) == 0) {
            Table last = made.get(made.size() - 1);
            made.set(0, tables.referring(made.get(0), List.of(last), names.columns()));
        }
    }

    private void sequences(SchemaBuilder builder, List<Table> made) {
        if (!words.can(Capability.SEQUENCES) || random.nextBoolean()) {
            return;
        }
        Table table = made.get(random.nextInt(made.size()));
        Sequence.ColumnReference owner = random.nextBoolean()
                ? null
                : new Sequence.ColumnReference(
                        table.name(), table.columns().get(0).name());
        builder.sequence(new Sequence(
                table.name().sibling(names.of("sq")),
                null,
                5L,
                2L,
                null,
                900L,
                random.nextBoolean(),
                null,
                owner,
                null));
    }

    private void views(SchemaBuilder builder, List<Table> made) {
        for (int i = random.nextInt(3); i > 0; i--) {
            Table table = made.get(random.nextInt(made.size()));
            builder.view(view(new QualifiedName(null, names.table()), table));
        }
        if (words.has(Feature.NESTED_VIEWS) && !builder.views().isEmpty() && random.nextBoolean()) {
            View inner = builder.views().values().iterator().next();
            String query = "SELECT * FROM " + qualified(inner.name());
            builder.view(new View(
                    new QualifiedName(null, names.table()),
                    List.of(),
                    SqlText.verbatim(query),
                    false,
                    null,
                    Options.NONE));
        }
    }

    View view(QualifiedName name, Table table) {
        List<Column> columns =
                table.columns().subList(0, 1 + random.nextInt(table.columns().size()));
        List<String> selected =
                columns.stream().map(c -> words.quote().apply(c.name())).toList();
        String where =
                random.nextBoolean() ? "" : " WHERE " + selected.get(0) + " IS NOT NULL AND 'it''s; -- \"x\"' <> ''";
        String query = "SELECT " + String.join(", ", selected) + " FROM " + qualified(table.name()) + where;
        List<Identifier> viewColumns = words.has(Feature.VIEW_COLUMNS) && random.nextInt(3) == 0
                ? columns.stream().map(c -> new Identifier("v " + c.name())).toList()
                : List.of();
        boolean materialized = words.can(Capability.MATERIALIZED_VIEWS) && random.nextInt(4) == 0;
        return new View(
                name,
                viewColumns,
                SqlText.verbatim(query),
                materialized,
                tables.columns().comment(),
                Options.NONE);
    }

    private String qualified(QualifiedName name) {
        String table = words.quote().apply(name.name());
        return name.namespace() == null
                ? table
                : words.quote().apply(Objects.requireNonNull(name.namespace())) + "." + table;
    }

    private void triggers(SchemaBuilder builder, List<Table> made) {
        if (words.can(Capability.TRIGGERS) && random.nextInt(3) == 0) {
            Table table = made.get(random.nextInt(made.size()));
            trigger(table).ifPresent(builder::trigger);
        }
        if (words.can(Capability.TRIGGERS) && !builder.views().isEmpty() && random.nextInt(3) == 0) {
            viewTrigger(builder.views().values().iterator().next()).ifPresent(builder::trigger);
        }
    }

    /** A routine, where there are such. */
    Optional<Routine> routine() {
        return words.routine().apply(words.quote().apply(names.of("fn")), random);
    }

    /** A trigger in place of a change of a view, where there are such. */
    Optional<Trigger> viewTrigger(View view) {
        if (view.materialized()) {
            return Optional.empty();
        }
        return words.viewTriggerBody()
                .apply(view, random)
                .map(body -> new Trigger(
                        names.of("tr"),
                        view.name(),
                        Trigger.Timing.INSTEAD_OF,
                        Set.of(Trigger.Event.values()[random.nextInt(3)]),
                        List.of(),
                        true,
                        null,
                        body,
                        null,
                        Options.NONE));
    }

    Optional<Trigger> trigger(Table table) {
        Trigger.Event event = Trigger.Event.values()[random.nextInt(3)];
        List<Identifier> updateOf = event == Trigger.Event.UPDATE && random.nextBoolean()
                ? List.of(table.columns().get(0).name())
                : List.of();
        return words.triggerBody()
                .apply(table, random)
                .map(body -> new Trigger(
                        names.of("tr"),
                        table.name(),
                        random.nextBoolean() ? Trigger.Timing.BEFORE : Trigger.Timing.AFTER,
                        Set.of(event),
                        updateOf,
                        true,
                        null,
                        body,
                        null,
                        Options.NONE));
    }

    RandomNames names() {
        return names;
    }

    RandomTables tables() {
        return tables;
    }
}
