// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.Identifier;
import org.jspecify.annotations.Nullable;

/** Adds a column. */
public final class AddColumnStep extends QualifiedStep<AddColumnStep> {

    private final ColumnSpec column;
    private ColumnPosition position = ColumnPosition.LAST;
    private @Nullable ForeignKeySpec references;
    private boolean primaryKey;
    private boolean ifNotExists;

    AddColumnStep(String table, ColumnSpec column) {
        super(table);
        this.column = column;
    }

    /** {@return this, now before all other columns} */
    public AddColumnStep first() {
        position = ColumnPosition.FIRST;
        return this;
    }

    /** @param other the column that it comes right after
     *  @return this */
    public AddColumnStep after(String other) {
        position = new ColumnPosition.After(new Identifier(other));
        return this;
    }

    /** @param other the column that it comes right before
     *  @return this */
    public AddColumnStep before(String other) {
        position = new ColumnPosition.Before(new Identifier(other));
        return this;
    }

    /**
     * Makes a foreign key of the new column in the same statement, where the database can.
     *
     * @param foreignKey a foreign key of this column alone
     * @return this
     */
    public AddColumnStep inline(ForeignKeySpec foreignKey) {
        references = foreignKey;
        return this;
    }

    /** {@return this, now making the column the primary key in the same statement} */
    public AddColumnStep primaryKey() {
        primaryKey = true;
        return this;
    }

    /** {@return this, now without a mistake if the column exists already} */
    public AddColumnStep ifNotExists() {
        ifNotExists = true;
        return this;
    }

    @Override
    Operation build() {
        return new AddColumn(
                name(),
                column.build(),
                position,
                references == null ? null : references.build(),
                primaryKey,
                ifNotExists);
    }
}
