// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.Deferrability;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identifier;
import dev.retort.schema.MatchType;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import org.jspecify.annotations.Nullable;

/** A foreign key as it is to be made. */
public final class ForeignKeySpec extends ConstraintSpec {

    private final String[] columns;
    private @Nullable QualifiedName referredTable;
    private String[] referredColumns = {};
    private ReferentialAction onDelete = ReferentialAction.NO_ACTION;
    private ReferentialAction onUpdate = ReferentialAction.NO_ACTION;
    private MatchType match = MatchType.SIMPLE;
    private boolean validated = true;

    ForeignKeySpec(String... columns) {
        this.columns = columns;
    }

    /**
     * Says what is referred to.
     *
     * @param table           a table in the connection's default namespace
     * @param referredColumns its columns, as many as the foreign key has, or none for its primary key
     * @return this
     */
    public ForeignKeySpec references(String table, String... referredColumns) {
        return references(QualifiedName.of(table), referredColumns);
    }

    /**
     * Says what is referred to.
     *
     * @param table           a table with its namespace
     * @param referredColumns its columns, as many as the foreign key has, or none for its primary key
     * @return this
     */
    public ForeignKeySpec references(QualifiedName table, String... referredColumns) {
        this.referredTable = table;
        this.referredColumns = referredColumns;
        return this;
    }

    /** @param action what happens to referring rows when the row referred to goes
     *  @return this */
    public ForeignKeySpec onDelete(ReferentialAction action) {
        onDelete = action;
        return this;
    }

    /** @param action what happens to referring rows when the columns referred to change
     *  @return this */
    public ForeignKeySpec onUpdate(ReferentialAction action) {
        onUpdate = action;
        return this;
    }

    /** @param value treatment of NULLs
     *  @return this */
    public ForeignKeySpec match(MatchType value) {
        match = value;
        return this;
    }

    /** @param value its name
     *  @return this */
    public ForeignKeySpec named(String value) {
        setName(value);
        return this;
    }

    /** @param value when it is checked
     *  @return this */
    public ForeignKeySpec deferrability(Deferrability value) {
        setDeferrability(value);
        return this;
    }

    /**
     * Sets an attribute that only one dialect knows.
     *
     * @param dialect dialect id
     * @param key     option name
     * @param value   a string, boolean, number or list of these
     * @return this
     */
    public ForeignKeySpec option(String dialect, String key, Object value) {
        setOption(dialect, key, value);
        return this;
    }

    /** {@return this, now without a look at the rows there are (PostgreSQL's NOT VALID)} */
    public ForeignKeySpec notValid() {
        validated = false;
        return this;
    }

    @Override
    ForeignKey build() {
        if (referredTable == null) {
            throw new IllegalArgumentException(
                    "foreign key of " + String.join(", ", columns) + " must say what it references");
        }
        return new ForeignKey(
                name(),
                Identifier.listOf(columns),
                referredTable,
                Identifier.listOf(referredColumns),
                onDelete,
                onUpdate,
                match,
                deferrability(),
                validated,
                options());
    }
}
