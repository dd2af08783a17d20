// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import dev.retort.schema.DataType;
import dev.retort.schema.TextAttributes;

/** Sizes that ISO SQL supplies where none is given; one form for those that say it and those that do not. */
final class StandardSizes {

    private static final Integer NONE = 0;
    private static final Integer MICROSECONDS = 6;

    private StandardSizes() {}

    /** A character or some bytes are told with the 1, moments without their default, decimals always with both sizes. */
    static DataType without(DataType type) {
        if (type instanceof DataType.Char text && text.length() == null) {
            return new DataType.Char(1, TextAttributes.DEFAULT);
        }
        if (type instanceof DataType.Binary bytes && bytes.length() == null) {
            return new DataType.Binary(1);
        }
        if (type instanceof DataType.Decimal number && number.precision() != null && number.scale() == null) {
            return new DataType.Decimal(number.precision(), 0);
        }
        if (type instanceof DataType.Timestamp time && MICROSECONDS.equals(time.precision())) {
            return new DataType.Timestamp(null, time.withTimeZone());
        }
        return type instanceof DataType.Time time && NONE.equals(time.precision())
                ? new DataType.Time(null, time.withTimeZone())
                : type;
    }
}
