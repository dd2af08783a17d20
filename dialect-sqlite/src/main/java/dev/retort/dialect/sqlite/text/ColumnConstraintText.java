// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

import org.jspecify.annotations.Nullable;

/** One constraint or clause in a column definition. */
public sealed interface ColumnConstraintText {

    /** The whole clause, {@code CONSTRAINT name} included. */
    Fragment fragment();

    /** The name given with {@code CONSTRAINT}, null when there is none. */
    @Nullable
    NameText name();

    /** {@code PRIMARY KEY}. */
    record PrimaryKey(
            Fragment fragment,
            @Nullable NameText name,
            @Nullable SortOrder order,
            @Nullable ConflictResolution conflict,
            boolean autoincrement)
            implements ColumnConstraintText {}

    /** {@code NOT NULL}. */
    record NotNull(
            Fragment fragment,
            @Nullable NameText name,
            @Nullable ConflictResolution conflict) implements ColumnConstraintText {}

    /** {@code NULL}, which SQLite reads and ignores. */
    record Null(
            Fragment fragment,
            @Nullable NameText name,
            @Nullable ConflictResolution conflict) implements ColumnConstraintText {}

    /** {@code UNIQUE}. */
    record Unique(
            Fragment fragment,
            @Nullable NameText name,
            @Nullable ConflictResolution conflict) implements ColumnConstraintText {}

    /** {@code CHECK}; the expression is what stands between the parentheses. */
    record Check(Fragment fragment, @Nullable NameText name, Fragment expression) implements ColumnConstraintText {}

    /** {@code DEFAULT}; the value is as written, with its sign or its parentheses. */
    record Default(Fragment fragment, @Nullable NameText name, Fragment value) implements ColumnConstraintText {

        /** Whether the value is an expression in parentheses. */
        public boolean isExpression() {
            return value.text().startsWith("(");
        }
    }

    /** {@code COLLATE}. */
    record Collate(Fragment fragment, @Nullable NameText name, NameText collation) implements ColumnConstraintText {}

    /** {@code REFERENCES}, with the deferral that follows it. */
    record References(Fragment fragment, @Nullable NameText name, ReferencesText target)
            implements ColumnConstraintText {}

    /** A {@code [NOT] DEFERRABLE} that does not follow its {@code REFERENCES} directly; it holds for the latest one. */
    record Deferred(Fragment fragment, @Nullable NameText name, Deferral deferral) implements ColumnConstraintText {}

    /** {@code [GENERATED ALWAYS] AS (expression)}; the expression is what stands between the parentheses. */
    record Generated(Fragment fragment, @Nullable NameText name, Fragment expression, boolean stored)
            implements ColumnConstraintText {}

    /** {@code CONSTRAINT name} with nothing behind it, which SQLite lets pass. */
    record Dangling(Fragment fragment, NameText name) implements ColumnConstraintText {}
}
