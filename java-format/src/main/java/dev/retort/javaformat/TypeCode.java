// SPDX-License-Identifier: Apache-2.0
package dev.retort.javaformat;

import dev.retort.schema.DataType;
import dev.retort.schema.TextAttributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes types. */
final class TypeCode {

    private final ValueCode values;

    TypeCode(ValueCode values) {
        this.values = values;
    }

    Code type(DataType type) {
        // Those of an array stand with its elements.
        TextAttributes text = type instanceof DataType.Array ? TextAttributes.DEFAULT : TextAttributes.of(type);
        Code code = plain(type);
        if (text.charset() != null) {
            code = Words.call("charset", code, Words.text(text.charset())).code();
        }
        if (text.collation() != null) {
            code = Words.call("collate", code, Words.text(text.collation())).code();
        }
        return code;
    }

    private Code plain(DataType type) {
        if (type instanceof DataType.Decimal decimal) {
            return sized("decimal", decimal.precision(), decimal.scale());
        }
        if (type instanceof DataType.Char character) {
            return sized("character", character.length());
        }
        if (type instanceof DataType.Varchar varchar) {
            return sized("varchar", varchar.length());
        }
        if (type instanceof DataType.Binary binary) {
            return sized("binary", binary.length());
        }
        if (type instanceof DataType.Varbinary varbinary) {
            return sized("varbinary", varbinary.length());
        }
        if (type instanceof DataType.Time time) {
            return sized(time.withTimeZone() ? "timeTz" : "time", time.precision());
        }
        if (type instanceof DataType.Timestamp timestamp) {
            return sized(timestamp.withTimeZone() ? "timestampTz" : "timestamp", timestamp.precision());
        }
        if (type instanceof DataType.Json json) {
            return sized(json.binary() ? "jsonBinary" : "json");
        }
        if (type instanceof DataType.Enum words) {
            return words.name() == null
                    ? Words.call("enumOf", Words.strings(words.values())).code()
                    : Words.call(
                                    "enumType",
                                    Words.list(values.nameOrString(words.name()), Words.strings(words.values())))
                            .code();
        }
        if (type instanceof DataType.Array array) {
            return Words.call("arrayOf", type(array.element())).code();
        }
        if (type instanceof DataType.Native other) {
            return Words.call("nativeType", Words.text(other.sql())).code();
        }
        return sized(simple(type));
    }

    private static String simple(DataType type) {
        if (type instanceof DataType.SmallInt) {
            return "smallInt";
        }
        if (type instanceof DataType.Integer) {
            return "integer";
        }
        if (type instanceof DataType.BigInt) {
            return "bigInt";
        }
        if (type instanceof DataType.Real) {
            return "real";
        }
        if (type instanceof DataType.Double) {
            return "doublePrecision";
        }
        if (type instanceof DataType.Boolean) {
            return "bool";
        }
        if (type instanceof DataType.Text) {
            return "text";
        }
        if (type instanceof DataType.Blob) {
            return "blob";
        }
        if (type instanceof DataType.Date) {
            return "date";
        }
        if (type instanceof DataType.Interval) {
            return "interval";
        }
        if (type instanceof DataType.Uuid) {
            return "uuid";
        }
        throw new IllegalArgumentException("type must have a word in Java, but was " + type);
    }

    private static Code sized(String word, @Nullable Integer... sizes) {
        List<Code> arguments = new ArrayList<>();
        for (Integer size : sizes) {
            if (size != null) {
                arguments.add(Words.number(size));
            }
        }
        return Words.call(word, arguments).code();
    }
}
