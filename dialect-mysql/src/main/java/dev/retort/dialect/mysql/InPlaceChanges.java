// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.dialect.SqlWriter;
import dev.retort.dialect.mysql.text.SqlTexts;
import dev.retort.schema.Column;
import dev.retort.schema.Identifier;
import dev.retort.schema.IndexKey;
import dev.retort.schema.IndexPart;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What becomes of columns of foreign keys in a statement of its own, before another one that copies the table. */
final class InPlaceChanges {

    private final MysqlWords words;
    private final ForeignKeyColumns held;
    private final Table before;
    private final Table plainBefore;
    private final Table plainAfter;
    private final Map<Identifier, Identifier> origins;
    private final Map<Identifier, Identifier> successors;
    private final Set<Identifier> remade;
    private final List<Consumer<SqlWriter>> clauses = new ArrayList<>();
    private boolean copied;

    InPlaceChanges(
            MysqlWords words,
            ForeignKeyColumns held,
            Table before,
            Table plainBefore,
            Table plainAfter,
            Map<Identifier, Identifier> origins,
            Map<Identifier, Identifier> successors,
            Set<Identifier> remade) {
        this.words = words;
        this.held = held;
        this.before = before;
        this.plainBefore = plainBefore;
        this.plainAfter = plainAfter;
        this.origins = origins;
        this.successors = successors;
        this.remade = remade;
    }

    /** Says that something else than a column makes the server copy the table. */
    void besideCopy() {
        copied = true;
    }

    /** Whether columns of foreign keys have to change before the rest does. */
    boolean areApart() {
        return isRefused() && !isBound();
    }

    /** Columns, as they were called, that can neither change before the rest nor beside it as long as foreign keys hold them. */
    Set<Identifier> detached() {
        return isRefused() && isBound()
                ? pairs().filter(pair -> held.isTouched(pair.old(), pair.now()))
                        .map(pair -> pair.old().name())
                        .collect(Collectors.toSet())
                : Set.of();
    }

    /** A column that stays. */
    private record Pair(Column old, Column now) {}

    private Stream<Pair> pairs() {
        return plainAfter.columns().stream().flatMap(now -> {
            Identifier origin = remade.contains(now.name()) ? null : origins.get(now.name());
            return Optional.ofNullable(origin).flatMap(plainBefore::column).map(old -> new Pair(old, now)).stream();
        });
    }

    /** Whether one statement would copy the table and change columns of foreign keys, which the servers refuse. */
    private boolean isRefused() {
        boolean added = plainAfter.columns().stream()
                .filter(now -> remade.contains(now.name()) || !origins.containsKey(now.name()))
                .anyMatch(now -> Alteration.kind(now.generated()) == 2);
        return words.flavor.hasRenameColumn()
                && pairs().anyMatch(pair -> held.isTouched(pair.old(), pair.now()))
                && (copied
                        || added
                        || !plainBefore.options().equals(plainAfter.options())
                        || pairs().anyMatch(InPlaceChanges::isCopied));
    }

    private static boolean isCopied(Pair pair) {
        Column now = pair.now();
        return !pair.old().withName(now.name()).withNullable(now.nullable()).equals(now);
    }

    /** Whether a column gets another name that it can only get together with other changes. */
    private boolean isBound() {
        return pairs().filter(pair -> !pair.old().name().equals(pair.now().name()))
                .anyMatch(pair ->
                        isFreed(pair.now().name()) || isComputedFrom(pair.old().name()));
    }

    /** Whether a computed column or an indexed expression of before names it: the server renames such a column only with that. */
    private boolean isComputedFrom(Identifier name) {
        Stream<String> computed = plainBefore.columns().stream()
                .map(Column::generated)
                .filter(Objects::nonNull)
                .map(generated -> generated.expression().toString());
        Stream<String> indexed = plainBefore.indexes().stream()
                .flatMap(index -> index.parts().stream())
                .map(IndexPart::key)
                .filter(IndexKey.OfExpression.class::isInstance)
                .map(key -> ((IndexKey.OfExpression) key).sql().toString());
        return Stream.concat(computed, indexed).anyMatch(text -> SqlTexts.mentions(text, name.value()));
    }

    /** Whether the name is that of a column that goes, so that it is free only when that has gone. */
    private boolean isFreed(Identifier name) {
        @Nullable Identifier now = successors.get(name);
        return plainBefore.column(name).isPresent() && (now == null || remade.contains(now));
    }

    /** Renames a column, and makes it NOT NULL if it is of a foreign key; returns what it is then. */
    Column changed(Column old, Column now) {
        Column renamed = old.withName(now.name());
        if (held.isTouched(old, now) && old.nullable() && !now.nullable()) {
            Column required =
                    before.column(old.name()).orElseThrow().withName(now.name()).withNullable(false);
            clauses.add(sql -> words.columns.definition(sql.sql("CHANGE COLUMN").name(old.name()), required));
            return renamed.withNullable(false);
        }
        if (!renamed.equals(old)) {
            clauses.add(
                    sql -> sql.sql("RENAME COLUMN").name(old.name()).sql("TO").name(now.name()));
        }
        return renamed;
    }

    List<Consumer<SqlWriter>> clauses() {
        return clauses;
    }
}
