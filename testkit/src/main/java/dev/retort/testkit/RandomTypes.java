// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit;

import dev.retort.schema.DataType;
import dev.retort.schema.TextAttributes;
import java.util.List;
import java.util.Random;

/** Types of random columns, and what can be done with them on every database. */
final class RandomTypes {

    static final List<DataType> ALL = List.of(
            new DataType.SmallInt(),
            new DataType.Integer(),
            new DataType.BigInt(),
            new DataType.Decimal(12, 3),
            new DataType.Decimal(18, 6),
            new DataType.Decimal(null, null),
            new DataType.Real(),
            new DataType.Double(),
            new DataType.Boolean(),
            new DataType.Char(8, TextAttributes.DEFAULT),
            new DataType.Varchar(40, TextAttributes.DEFAULT),
            new DataType.Varchar(80, TextAttributes.DEFAULT),
            new DataType.Text(TextAttributes.DEFAULT),
            new DataType.Binary(4),
            new DataType.Varbinary(20),
            new DataType.Blob(),
            new DataType.Date(),
            new DataType.Time(null, false),
            new DataType.Time(3, true),
            new DataType.Timestamp(null, false),
            new DataType.Timestamp(3, false),
            new DataType.Timestamp(null, true),
            new DataType.Interval(),
            new DataType.Uuid(),
            new DataType.Json(false),
            new DataType.Json(true),
            new DataType.Enum(null, List.of("sad", "o'k", "happy; --")),
            new DataType.Array(new DataType.Integer()));

    private RandomTypes() {}

    static DataType collated(DataType type, Vocabulary words, Random random) {
        if (words.collations().isEmpty() || random.nextInt(4) != 0) {
            return type;
        }
        TextAttributes text = TextAttributes.collate(
                words.collations().get(random.nextInt(words.collations().size())));
        if (type instanceof DataType.Varchar varchar) {
            return new DataType.Varchar(varchar.length(), text);
        }
        return type instanceof DataType.Text ? new DataType.Text(text) : type;
    }

    static boolean isInteger(DataType type) {
        return type instanceof DataType.SmallInt || type instanceof DataType.Integer || type instanceof DataType.BigInt;
    }

    static boolean isText(DataType type) {
        return type instanceof DataType.Varchar || type instanceof DataType.Text;
    }

    /** Types that keys and indexes can be on, with room for many different values. */
    static boolean isKey(DataType type) {
        return isInteger(type)
                || type instanceof DataType.Varchar
                || type instanceof DataType.Date
                || (type instanceof DataType.Decimal decimal && decimal.precision() != null);
    }

    /** Whether a value of the one is one of the other, so that a change of the type is sure to keep rows. */
    static boolean isWider(DataType from, DataType to) {
        if (isInteger(from) && isInteger(to)) {
            return rank(to) >= rank(from);
        }
        if (from instanceof DataType.Decimal a && to instanceof DataType.Decimal b) {
            return isWider(a, b);
        }
        if (from instanceof DataType.Varchar a && to instanceof DataType.Varchar b) {
            return a.length() != null && b.length() != null && b.length() >= a.length();
        }
        return from instanceof DataType.Varchar && to instanceof DataType.Text;
    }

    private static boolean isWider(DataType.Decimal from, DataType.Decimal to) {
        Integer precision = from.precision();
        Integer scale = from.scale();
        Integer newPrecision = to.precision();
        Integer newScale = to.scale();
        return precision != null
                && scale != null
                && newPrecision != null
                && newScale != null
                && newScale >= scale
                && newPrecision - newScale >= precision - scale;
    }

    /** The type with the collation and character set of another, if both are texts. */
    static DataType likeText(DataType type, DataType model) {
        TextAttributes text = model instanceof DataType.Varchar varchar ? varchar.text() : TextAttributes.DEFAULT;
        if (type instanceof DataType.Varchar varchar) {
            return new DataType.Varchar(varchar.length(), text);
        }
        return type instanceof DataType.Text ? new DataType.Text(text) : type;
    }

    private static int rank(DataType type) {
        return type instanceof DataType.SmallInt ? 0 : type instanceof DataType.Integer ? 1 : 2;
    }
}
