// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.Generated;
import dev.retort.schema.Identifier;
import dev.retort.schema.Identity;
import dev.retort.schema.Options;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlText;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Changes attributes of a column; those that are not mentioned stay as they are, on every dialect.
 *
 * @param table        the table
 * @param column       the column
 * @param type         new type, or null to keep it
 * @param nullable     whether NULL is allowed, or null to keep it
 * @param defaultValue what happens to the server default
 * @param identity     what happens to the identity
 * @param generated    what happens to the computation
 * @param comment      what happens to the comment
 * @param rename       new name, or null to keep it
 * @param position     new place among the columns, or null to keep it
 * @param using        how existing values become values of the new type (PostgreSQL's {@code USING}), or null for a cast
 * @param options      options to set; others stay
 */
public record AlterColumn(
        QualifiedName table,
        Identifier column,
        @Nullable DataType type,
        @Nullable Boolean nullable,
        Setting<DefaultValue> defaultValue,
        Setting<Identity> identity,
        Setting<Generated> generated,
        Setting<String> comment,
        @Nullable Identifier rename,
        @Nullable ColumnPosition position,
        @Nullable SqlText using,
        Options options)
        implements Operation {

    /**
     * The operation that changes nothing yet.
     *
     * @param table  the table
     * @param column the column
     * @return the operation, to be continued by the {@code with} methods
     */
    public static AlterColumn of(QualifiedName table, Identifier column) {
        return new AlterColumn(
                table,
                column,
                null,
                null,
                Setting.keep(),
                Setting.keep(),
                Setting.keep(),
                Setting.keep(),
                null,
                null,
                null,
                Options.NONE);
    }

    /** @param value new type
     *  @return a copy */
    public AlterColumn withType(DataType value) {
        return new AlterColumn(
                table,
                column,
                value,
                nullable,
                defaultValue,
                identity,
                generated,
                comment,
                rename,
                position,
                using,
                options);
    }

    /** @param value whether NULL is allowed
     *  @return a copy */
    public AlterColumn withNullable(boolean value) {
        return new AlterColumn(
                table,
                column,
                type,
                value,
                defaultValue,
                identity,
                generated,
                comment,
                rename,
                position,
                using,
                options);
    }

    /** @param value new default, or null to drop it
     *  @return a copy */
    public AlterColumn withDefault(@Nullable DefaultValue value) {
        return new AlterColumn(
                table,
                column,
                type,
                nullable,
                Setting.ofNullable(value),
                identity,
                generated,
                comment,
                rename,
                position,
                using,
                options);
    }

    /** @param value new identity, or null to drop it
     *  @return a copy */
    public AlterColumn withIdentity(@Nullable Identity value) {
        return new AlterColumn(
                table,
                column,
                type,
                nullable,
                defaultValue,
                Setting.ofNullable(value),
                generated,
                comment,
                rename,
                position,
                using,
                options);
    }

    /** @param value new computation, or null to keep the values as those of a plain column
     *  @return a copy */
    public AlterColumn withGenerated(@Nullable Generated value) {
        return new AlterColumn(
                table,
                column,
                type,
                nullable,
                defaultValue,
                identity,
                Setting.ofNullable(value),
                comment,
                rename,
                position,
                using,
                options);
    }

    /** @param value new comment, or null to drop it
     *  @return a copy */
    public AlterColumn withComment(@Nullable String value) {
        return new AlterColumn(
                table,
                column,
                type,
                nullable,
                defaultValue,
                identity,
                generated,
                Setting.ofNullable(value),
                rename,
                position,
                using,
                options);
    }

    /** @param value new name
     *  @return a copy */
    public AlterColumn withRename(Identifier value) {
        return new AlterColumn(
                table,
                column,
                type,
                nullable,
                defaultValue,
                identity,
                generated,
                comment,
                value,
                position,
                using,
                options);
    }

    /** @param value new place
     *  @return a copy */
    public AlterColumn withPosition(ColumnPosition value) {
        return new AlterColumn(
                table,
                column,
                type,
                nullable,
                defaultValue,
                identity,
                generated,
                comment,
                rename,
                value,
                using,
                options);
    }

    /** @param value how existing values become values of the new type
     *  @return a copy */
    public AlterColumn withUsing(SqlText value) {
        return new AlterColumn(
                table,
                column,
                type,
                nullable,
                defaultValue,
                identity,
                generated,
                comment,
                rename,
                position,
                value,
                options);
    }

    /** @param value options to set
     *  @return a copy */
    public AlterColumn withOptions(Options value) {
        return new AlterColumn(
                table,
                column,
                type,
                nullable,
                defaultValue,
                identity,
                generated,
                comment,
                rename,
                position,
                using,
                value);
    }

    /** {@return whether it changes nothing} */
    public boolean isEmpty() {
        return equals(of(table, column));
    }

    /**
     * The column after this operation.
     *
     * @param before the column before it
     * @return the column with the changed attributes; its place and name included in neither {@code before} nor here
     *     are the table's affair
     */
    public Column applyTo(Column before) {
        return new Column(
                rename == null ? before.name() : rename,
                type == null ? before.type() : type,
                nullable == null ? before.nullable() : nullable,
                defaultValue.applyTo(before.defaultValue()),
                identity.applyTo(before.identity()),
                generated.applyTo(before.generated()),
                comment.applyTo(before.comment()),
                before.options().overlaidBy(options));
    }

    @Override
    public String keyword() {
        return "alter_column";
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visitAlterColumn(this);
    }

    @Override
    public Footprint footprint() {
        return Footprint.ofColumn(table, column);
    }

    @Override
    public AlterColumn mapSql(UnaryOperator<SqlText> change) {
        return SqlMapping.alterColumn(this, change);
    }
}
