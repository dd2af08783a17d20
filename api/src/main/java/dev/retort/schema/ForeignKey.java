// SPDX-License-Identifier: Apache-2.0
package dev.retort.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A foreign key.
 *
 * @param name            its name, or null
 * @param columns         referring columns, at least one
 * @param referredTable   the table referred to
 * @param referredColumns columns referred to, as many as {@code columns}; empty for that table's primary key
 * @param onDelete        referential action when the referred row goes
 * @param onUpdate        referential action when the referred columns change
 * @param match           treatment of NULLs
 * @param deferrability   when it is checked
 * @param validated       whether rows that were there before it are known to satisfy it (PostgreSQL's NOT VALID if not)
 * @param options         what only one dialect knows
 */
public record ForeignKey(
        @Nullable Identifier name,
        List<Identifier> columns,
        QualifiedName referredTable,
        List<Identifier> referredColumns,
        ReferentialAction onDelete,
        ReferentialAction onUpdate,
        MatchType match,
        Deferrability deferrability,
        boolean validated,
        Options options)
        implements TableConstraint {

    public ForeignKey {
        columns = ColumnLists.distinct("foreign key", columns);
        referredColumns = List.copyOf(referredColumns);
        if (!referredColumns.isEmpty() && referredColumns.size() != columns.size()) {
            throw new IllegalArgumentException("foreign key must refer to as many columns as it has, but has "
                    + columns.size() + " and refers to " + referredColumns.size());
        }
    }

    /**
     * A plain foreign key without actions.
     *
     * @param name            its name, or null
     * @param columns         referring columns
     * @param referredTable   the table referred to
     * @param referredColumns columns referred to, or none for the primary key
     * @return the foreign key
     */
    public static ForeignKey of(
            @Nullable String name,
            List<Identifier> columns,
            QualifiedName referredTable,
            List<Identifier> referredColumns) {
        return new ForeignKey(
                name == null ? null : new Identifier(name),
                columns,
                referredTable,
                referredColumns,
                ReferentialAction.NO_ACTION,
                ReferentialAction.NO_ACTION,
                MatchType.SIMPLE,
                Deferrability.NOT_DEFERRABLE,
                true,
                Options.NONE);
    }

    @Override
    public ConstraintKind kind() {
        return ConstraintKind.FOREIGN_KEY;
    }

    @Override
    public ForeignKey withName(@Nullable Identifier value) {
        return new ForeignKey(
                value,
                columns,
                referredTable,
                referredColumns,
                onDelete,
                onUpdate,
                match,
                deferrability,
                validated,
                options);
    }

    /**
     * The same foreign key with other columns on both sides.
     *
     * @param own      referring columns
     * @param table    the table referred to
     * @param referred columns referred to
     * @return a copy
     */
    public ForeignKey withReference(List<Identifier> own, QualifiedName table, List<Identifier> referred) {
        return new ForeignKey(name, own, table, referred, onDelete, onUpdate, match, deferrability, validated, options);
    }

    /**
     * The same foreign key with referential actions.
     *
     * @param delete when the referred row goes
     * @param update when the referred columns change
     * @return a copy
     */
    public ForeignKey withActions(ReferentialAction delete, ReferentialAction update) {
        return new ForeignKey(
                name,
                columns,
                referredTable,
                referredColumns,
                delete,
                update,
                match,
                deferrability,
                validated,
                options);
    }

    /**
     * The same foreign key, validated or not.
     *
     * @param value whether existing rows are known to satisfy it
     * @return a copy
     */
    public ForeignKey withValidated(boolean value) {
        return new ForeignKey(
                name,
                columns,
                referredTable,
                referredColumns,
                onDelete,
                onUpdate,
                match,
                deferrability,
                value,
                options);
    }

    /**
     * The same foreign key, checked at another moment.
     *
     * @param value when it is checked
     * @return a copy
     */
    public ForeignKey withDeferrability(Deferrability value) {
        return new ForeignKey(
                name, columns, referredTable, referredColumns, onDelete, onUpdate, match, value, validated, options);
    }
}
