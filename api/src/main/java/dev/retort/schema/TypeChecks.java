// SPDX-License-Identifier: Apache-2.0
package dev.retort.schema;

import org.jspecify.annotations.Nullable;

/** Bounds of type arguments. */
final class TypeChecks {

    private TypeChecks() {}

    static void length(String type, @Nullable Integer length) {
        if (length != null && length < 1) {
            throw new IllegalArgumentException(type + " length must be at least 1, but was " + length);
        }
    }

    static void fraction(String type, @Nullable Integer precision) {
        if (precision != null && (precision < 0 || precision > 9)) {
            throw new IllegalArgumentException(type + " precision must be 0 to 9, but was " + precision);
        }
    }
}
