// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.Identifier;
import dev.retort.schema.Literal;
import dev.retort.schema.Scalar;
import dev.retort.schema.SqlText;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A row, or the part of one that is given.
 *
 * @param cells value by column, in the order given; at least one
 */
public record Row(Map<Identifier, Scalar> cells) {

    public Row {
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
        if (cells.isEmpty()) {
            throw new IllegalArgumentException("row must have at least one column");
        }
    }

    /**
     * A row with one column, to be continued by {@link #and}.
     *
     * @param column its name
     * @param value  a Java value (see {@link Literal#of}) or an {@link SqlText}
     * @return the row
     */
    public static Row of(String column, @Nullable Object value) {
        return new Row(Map.of(new Identifier(column), scalar(value)));
    }

    /**
     * This row and one more column.
     *
     * @param column its name
     * @param value  as in {@link #of}
     * @return a copy
     */
    public Row and(String column, @Nullable Object value) {
        Map<Identifier, Scalar> copy = new LinkedHashMap<>(cells);
        copy.put(new Identifier(column), scalar(value));
        return new Row(copy);
    }

    private static Scalar scalar(@Nullable Object value) {
        return value instanceof SqlText sql ? sql : Literal.of(value);
    }

    Row mapSql(UnaryOperator<SqlText> change) {
        Map<Identifier, Scalar> copy = new LinkedHashMap<>();
        cells.forEach((column, value) -> copy.put(column, value instanceof SqlText sql ? change.apply(sql) : value));
        return new Row(copy);
    }
}
