// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.DataType;
import dev.retort.schema.Generated;
import dev.retort.schema.Identifier;
import dev.retort.schema.Identity;
import dev.retort.schema.SqlText;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Changes a column; what is not mentioned stays as it is. */
public final class AlterColumnStep extends OptionStep<AlterColumnStep> {

    private final String column;
    private UnaryOperator<AlterColumn> changes = UnaryOperator.identity();

    AlterColumnStep(String table, String column) {
        super(table);
        this.column = column;
    }

    /** @param value new type
     *  @return this */
    public AlterColumnStep type(DataType value) {
        return change(alter -> alter.withType(value));
    }

    /** {@return this, now without NULL} */
    public AlterColumnStep notNull() {
        return change(alter -> alter.withNullable(false));
    }

    /** {@return this, now with NULL} */
    public AlterColumnStep nullable() {
        return change(alter -> alter.withNullable(true));
    }

    /**
     * Sets the server default.
     *
     * @param value as for {@link ColumnSpec#defaultTo}
     * @return this
     */
    public AlterColumnStep defaultTo(@Nullable Object value) {
        return change(alter -> alter.withDefault(Values.defaultValue(value)));
    }

    /** {@return this, now without a server default} */
    public AlterColumnStep dropDefault() {
        return change(alter -> alter.withDefault(null));
    }

    /** {@return this, now numbered by the database, where no value is given} */
    public AlterColumnStep identity() {
        return change(alter -> alter.withIdentity(Identity.DEFAULT));
    }

    /** @param numbering how the column is numbered from now on
     *  @return this */
    public AlterColumnStep identity(IdentitySpec numbering) {
        return change(alter -> alter.withIdentity(numbering.build()));
    }

    /** {@return this, now no longer numbered by the database} */
    public AlterColumnStep dropIdentity() {
        return change(alter -> alter.withIdentity(null));
    }

    /** @param expression what the column is computed from, as SQL that is passed as it is; the value is kept
     *  @return this */
    public AlterColumnStep storedAs(String expression) {
        return storedAs(SqlText.verbatim(expression));
    }

    /** @param expression what the column is computed from; the value is kept
     *  @return this */
    public AlterColumnStep storedAs(SqlText expression) {
        return change(alter -> alter.withGenerated(new Generated(expression, true)));
    }

    /** @param expression what the column is computed from when it is read, as SQL that is passed as it is
     *  @return this */
    public AlterColumnStep virtualAs(String expression) {
        return virtualAs(SqlText.verbatim(expression));
    }

    /** @param expression what the column is computed from when it is read
     *  @return this */
    public AlterColumnStep virtualAs(SqlText expression) {
        return change(alter -> alter.withGenerated(new Generated(expression, false)));
    }

    /** {@return this, now a plain column with the values that it had} */
    public AlterColumnStep dropGenerated() {
        return change(alter -> alter.withGenerated(null));
    }

    /** @param words words about it
     *  @return this */
    public AlterColumnStep comment(String words) {
        return change(alter -> alter.withComment(words));
    }

    /** {@return this, now without a comment} */
    public AlterColumnStep dropComment() {
        return change(alter -> alter.withComment(null));
    }

    /** @param name new name
     *  @return this */
    public AlterColumnStep rename(String name) {
        return change(alter -> alter.withRename(new Identifier(name)));
    }

    /** {@return this, now before all other columns} */
    public AlterColumnStep first() {
        return change(alter -> alter.withPosition(ColumnPosition.FIRST));
    }

    /** {@return this, now after all other columns} */
    public AlterColumnStep last() {
        return change(alter -> alter.withPosition(ColumnPosition.LAST));
    }

    /** @param other the column that it comes right after
     *  @return this */
    public AlterColumnStep after(String other) {
        return change(alter -> alter.withPosition(new ColumnPosition.After(new Identifier(other))));
    }

    /** @param other the column that it comes right before
     *  @return this */
    public AlterColumnStep before(String other) {
        return change(alter -> alter.withPosition(new ColumnPosition.Before(new Identifier(other))));
    }

    /** @param expression how existing values become values of the new type, as SQL that is passed as it is
     *  @return this */
    public AlterColumnStep using(String expression) {
        return using(SqlText.verbatim(expression));
    }

    /** @param expression how existing values become values of the new type
     *  @return this */
    public AlterColumnStep using(SqlText expression) {
        return change(alter -> alter.withUsing(expression));
    }

    private AlterColumnStep change(UnaryOperator<AlterColumn> next) {
        UnaryOperator<AlterColumn> before = changes;
        changes = alter -> next.apply(before.apply(alter));
        return this;
    }

    @Override
    Operation build() {
        return changes.apply(AlterColumn.of(name(), new Identifier(column))).withOptions(options());
    }
}
