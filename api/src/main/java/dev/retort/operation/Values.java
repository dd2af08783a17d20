// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.DefaultValue;
import dev.retort.schema.Literal;
import dev.retort.schema.SqlText;
import org.jspecify.annotations.Nullable;

/** Turns Java values into values of the model. */
final class Values {

    private Values() {}

    static DefaultValue defaultValue(@Nullable Object value) {
        if (value instanceof SqlText sql) {
            return new DefaultValue.Expression(sql);
        }
        return new DefaultValue.Constant(Literal.of(value));
    }
}
