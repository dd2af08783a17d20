// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.dialect.SqlWriter;
import dev.retort.dialect.mysql.text.SqlTexts;
import dev.retort.schema.Column;
import dev.retort.schema.Identifier;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
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

    /**
     * Whether columns of foreign keys have to change before the rest does.
     *
     * @param othersCopy whether something else than a column makes the server copy the table
     */
    boolean areApart(boolean othersCopy) {
        boolean touched = false;
        boolean copied = othersCopy || !plainBefore.options().equals(plainAfter.options());
        for (Column now : plainAfter.columns()) {
            Identifier origin = remade.contains(now.name()) ? null : origins.get(now.name());
            Column old = origin == null ? null : plainBefore.column(origin).orElse(null);
            if (old == null) {
                copied |= Alteration.kind(now.generated()) == 2;
                continue;
            }
            touched |= held.isTouched(old, now);
            copied |= !old.withName(now.name()).withNullable(now.nullable()).equals(now);
            if (!old.name().equals(now.name()) && (isFreed(now.name()) || isComputedFrom(old.name()))) {
                return false;
            }
        }
        return touched && copied && words.flavor.hasRenameColumn();
    }

    /** Whether a computed column of before names it: the server renames such a column only with that one. */
    private boolean isComputedFrom(Identifier name) {
        return plainBefore.columns().stream()
                .map(Column::generated)
                .anyMatch(generated -> generated != null
                        && SqlTexts.mentions(generated.expression().toString(), name.value()));
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
