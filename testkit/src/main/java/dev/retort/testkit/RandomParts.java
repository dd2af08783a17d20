// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit;

import dev.retort.dialect.Capability;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Deferrability;
import dev.retort.schema.Identifier;
import dev.retort.schema.Index;
import dev.retort.schema.IndexPart;
import dev.retort.schema.Options;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.SqlText;
import dev.retort.schema.Table;
import dev.retort.schema.TableBuilder;
import dev.retort.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Random checks, indexes and unique constraints of a table. Rows of {@link RandomRows} satisfy them. */
final class RandomParts {

    private final Vocabulary words;
    private final Random random;
    private final RandomNames names;

    RandomParts(Vocabulary words, Random random, RandomNames names) {
        this.words = words;
        this.random = random;
        this.names = names;
    }

    @Nullable
    Identifier constraintName(String prefix) {
        return words.has(Feature.UNNAMED_CONSTRAINTS) && random.nextInt(3) == 0 ? null : names.of(prefix);
    }

    Deferrability deferrable(Capability capability) {
        Deferrability[] all = Deferrability.values();
        return words.can(capability) && random.nextInt(4) == 0 ? all[random.nextInt(all.length)] : all[0];
    }

    ReferentialAction action() {
        List<ReferentialAction> actions = new ArrayList<>(Arrays.asList(ReferentialAction.values()));
        if (!words.has(Feature.SET_DEFAULT)) {
            actions.remove(ReferentialAction.SET_DEFAULT);
        }
        if (!words.has(Feature.RESTRICT)) {
            actions.remove(ReferentialAction.RESTRICT);
        }
        return random.nextBoolean() ? ReferentialAction.NO_ACTION : actions.get(random.nextInt(actions.size()));
    }

    UniqueConstraint unique(Identifier... columns) {
        return new UniqueConstraint(
                constraintName("uq"), List.of(columns), deferrable(Capability.DEFERRABLE_UNIQUE), Options.NONE);
    }

    /** The table with some checks and indexes. */
    Table with(Table table) {
        TableBuilder builder = table.toBuilder();
        for (int i = random.nextInt(3); i > 0; i--) {
            check(table).filter(check -> isNew(builder.build(), check)).ifPresent(builder::constraint);
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            index(table).ifPresent(builder::index);
        }
        return builder.build();
    }

    /** Two unnamed checks that say the same are one on some databases. */
    private static boolean isNew(Table table, CheckConstraint check) {
        return table.checks().stream().noneMatch(other -> other.expression().equals(check.expression()));
    }

    Optional<CheckConstraint> check(Table table) {
        List<Column> numbers = table.columns().stream()
                .filter(c -> RandomTypes.isInteger(c.type()) && c.identity() == null && c.generated() == null)
                .toList();
        List<Column> texts = texts(table);
        String expression;
        if (numbers.size() > 1 && random.nextBoolean()) {
            expression = quoted(numbers.get(0)) + " + " + quoted(numbers.get(1)) + " >= 0";
        } else if (!numbers.isEmpty() && (texts.isEmpty() || random.nextBoolean())) {
            expression = quoted(any(numbers)) + " >= " + -random.nextInt(5);
        } else if (!texts.isEmpty()) {
            expression = quoted(any(texts)) + " <> 'for''bidden; -- ' OR " + quoted(any(texts)) + " IS NULL";
        } else {
            return Optional.empty();
        }
        String name = words.can(Capability.NAMED_CHECKS) && random.nextInt(3) != 0
                ? names.of("ck").value()
                : null;
        boolean named = name != null || !words.has(Feature.UNNAMED_CONSTRAINTS);
        return Optional.of(
                CheckConstraint.of(named && name == null ? names.of("ck").value() : name, expression));
    }

    private List<Column> texts(Table table) {
        return table.columns().stream()
                .filter(c -> RandomTypes.isText(c.type()) && c.generated() == null)
                .toList();
    }

    Optional<Index> index(Table table) {
        List<Column> keys = table.columns().stream()
                .filter(c -> RandomTypes.isKey(c.type()))
                .filter(c -> c.generated() == null || words.has(Feature.INDEXED_GENERATED_COLUMNS))
                .toList();
        if (keys.isEmpty()) {
            return Optional.empty();
        }
        List<IndexPart> parts = new ArrayList<>();
        Column first = any(keys);
        parts.add(part(first));
        Column second = any(keys);
        if (!second.equals(first) && random.nextBoolean()) {
            parts.add(part(second));
        }
        if (words.can(Capability.EXPRESSION_INDEX) && random.nextInt(4) == 0) {
            texts(table).stream()
                    .findFirst()
                    .ifPresent(c -> parts.add(IndexPart.expression("lower(" + quoted(c) + ")")));
        }
        boolean unique = isPrimaryKey(table, first) && random.nextBoolean();
        SqlText where = words.can(Capability.PARTIAL_INDEX) && random.nextInt(4) == 0
                ? SqlText.verbatim(quoted(any(keys)) + " IS NOT NULL")
                : null;
        Index index = new Index(names.of("ix"), parts, unique, where, null, Options.NONE);
        return Optional.of(index);
    }

    private static boolean isPrimaryKey(Table table, Column column) {
        PrimaryKey key = table.primaryKey();
        return key != null && key.columns().equals(List.of(column.name()));
    }

    private IndexPart part(Column column) {
        IndexPart part = IndexPart.column(column.name().value());
        return words.can(Capability.DESCENDING_INDEX) && random.nextInt(4) == 0 ? part.desc() : part;
    }

    private String quoted(Column column) {
        return words.quote().apply(column.name());
    }

    private Column any(List<Column> columns) {
        return columns.get(random.nextInt(columns.size()));
    }
}
