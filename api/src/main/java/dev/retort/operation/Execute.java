// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.SqlText;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Executes SQL. The text is opaque to replay, unless its effects are stated.
 *
 * @param sql     one or more statements; an empty text does nothing
 * @param effects what the text does to the schema, told as operations; empty if it changes no table, view or other
 *                object; null if it does not say
 * @param reverse SQL that undoes it when a downgrade is computed, empty if there is nothing to undo; null if it does not say
 */
public record Execute(
        SqlText sql,
        @Nullable List<Operation> effects,
        @Nullable SqlText reverse) implements Operation {

    public Execute {
        effects = effects == null ? null : List.copyOf(effects);
    }

    /**
     * SQL that does not say what it does.
     *
     * @param sql the text, passed as it is
     * @return the operation
     */
    public static Execute of(String sql) {
        return new Execute(SqlText.verbatim(sql), null, null);
    }

    @Override
    public String keyword() {
        return "execute";
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visitExecute(this);
    }

    @Override
    public Footprint footprint() {
        return effects == null ? Footprint.OPAQUE : Footprint.of(effects).opaquely();
    }

    @Override
    public Execute mapSql(UnaryOperator<SqlText> change) {
        return new Execute(
                change.apply(sql),
                effects == null ? null : SqlMapping.operations(effects, change),
                reverse == null ? null : change.apply(reverse));
    }
}
