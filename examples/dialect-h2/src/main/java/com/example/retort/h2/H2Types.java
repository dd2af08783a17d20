// SPDX-License-Identifier: Apache-2.0
package com.example.retort.h2;

import dev.retort.dialect.StandardTypes;
import dev.retort.schema.DataType;
import org.jspecify.annotations.Nullable;

/** H2's types are those of the standard, but a {@code NUMERIC} without sizes is one without decimals. */
final class H2Types extends StandardTypes {

    H2Types() {
        super(H2Dialect.SYNTAX);
    }

    @Override
    protected String words(DataType type) {
        boolean floating = type instanceof DataType.Decimal decimal && decimal.precision() == null;
        return floating ? "DECFLOAT" : super.words(type);
    }

    @Override
    protected @Nullable DataType plain(String words) {
        return words.equals("DECFLOAT") ? new DataType.Decimal(null, null) : super.plain(words);
    }
}
