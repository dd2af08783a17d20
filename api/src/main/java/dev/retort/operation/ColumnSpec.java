// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.Generated;
import dev.retort.schema.Identifier;
import dev.retort.schema.Identity;
import dev.retort.schema.Options;
import dev.retort.schema.SqlText;
import dev.retort.schema.TableBuilder;
import org.jspecify.annotations.Nullable;

/** A column as it is to be made; nullable until it is told otherwise. */
public final class ColumnSpec extends TablePart {

    private final String name;
    private final DataType type;
    private boolean nullable = true;
    private @Nullable DefaultValue defaultValue;
    private @Nullable Identity identity;
    private @Nullable Generated generated;
    private @Nullable String comment;
    private Options options = Options.NONE;

    ColumnSpec(String name, DataType type) {
        this.name = name;
        this.type = type;
    }

    /** {@return this, now without NULL} */
    public ColumnSpec notNull() {
        nullable = false;
        return this;
    }

    /**
     * Gives the column a server default.
     *
     * @param value a Java value (see {@link dev.retort.schema.Literal#of}); null for an explicit {@code DEFAULT NULL};
     *              an {@link SqlText} such as {@code sql("current_timestamp")} for an expression
     * @return this
     */
    public ColumnSpec defaultTo(@Nullable Object value) {
        defaultValue = Values.defaultValue(value);
        return this;
    }

    /** {@return this, now numbered by the database from 1, where no value is given} */
    public ColumnSpec identity() {
        identity = Identity.DEFAULT;
        return this;
    }

    /**
     * Numbers the column.
     *
     * @param numbering such as {@code Dsl.identity().always().startWith(100)}
     * @return this
     */
    public ColumnSpec identity(IdentitySpec numbering) {
        identity = numbering.build();
        return this;
    }

    /**
     * Computes the column from others and keeps the value.
     *
     * @param expression SQL, passed as it is
     * @return this
     */
    public ColumnSpec storedAs(String expression) {
        return storedAs(SqlText.verbatim(expression));
    }

    /**
     * Computes the column from others and keeps the value.
     *
     * @param expression SQL
     * @return this
     */
    public ColumnSpec storedAs(SqlText expression) {
        generated = new Generated(expression, true);
        return this;
    }

    /**
     * Computes the column from others when it is read.
     *
     * @param expression SQL, passed as it is
     * @return this
     */
    public ColumnSpec virtualAs(String expression) {
        return virtualAs(SqlText.verbatim(expression));
    }

    /**
     * Computes the column from others when it is read.
     *
     * @param expression SQL
     * @return this
     */
    public ColumnSpec virtualAs(SqlText expression) {
        generated = new Generated(expression, false);
        return this;
    }

    /**
     * Comments the column.
     *
     * @param words words about it
     * @return this
     */
    public ColumnSpec comment(String words) {
        comment = words;
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
    public ColumnSpec option(String dialect, String key, Object value) {
        options = options.with(dialect, key, value);
        return this;
    }

    Column build() {
        return new Column(new Identifier(name), type, nullable, defaultValue, identity, generated, comment, options);
    }

    @Override
    void addTo(TableBuilder table) {
        table.column(build());
    }
}
