// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.DataType;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.TextAttributes;
import java.util.List;

/** Column types by name, for use through {@link Dsl}. */
public abstract class TypeFactories {

    TypeFactories() {}

    /** {@return a 16 bit signed integer} */
    public static DataType smallInt() {
        return new DataType.SmallInt();
    }

    /** {@return a 32 bit signed integer} */
    public static DataType integer() {
        return new DataType.Integer();
    }

    /** {@return a 64 bit signed integer} */
    public static DataType bigInt() {
        return new DataType.BigInt();
    }

    /** {@return an exact decimal number of the database's default size} */
    public static DataType decimal() {
        return new DataType.Decimal(null, null);
    }

    /** @param precision number of digits
     *  @return an exact decimal number */
    public static DataType decimal(int precision) {
        return new DataType.Decimal(precision, null);
    }

    /** @param precision number of digits
     *  @param scale     digits after the point
     *  @return an exact decimal number */
    public static DataType decimal(int precision, int scale) {
        return new DataType.Decimal(precision, scale);
    }

    /** {@return a floating point number of single precision} */
    public static DataType real() {
        return new DataType.Real();
    }

    /** {@return a floating point number of double precision} */
    public static DataType doublePrecision() {
        return new DataType.Double();
    }

    /** {@return a truth value} */
    public static DataType bool() {
        return new DataType.Boolean();
    }

    /** {@return text of fixed length, of the database's default length} */
    public static DataType character() {
        return new DataType.Char(null, TextAttributes.DEFAULT);
    }

    /** @param length in characters
     *  @return text of fixed length */
    public static DataType character(int length) {
        return new DataType.Char(length, TextAttributes.DEFAULT);
    }

    /** {@return text without a limit, where the database allows that} */
    public static DataType varchar() {
        return new DataType.Varchar(null, TextAttributes.DEFAULT);
    }

    /** @param length in characters
     *  @return text of limited length */
    public static DataType varchar(int length) {
        return new DataType.Varchar(length, TextAttributes.DEFAULT);
    }

    /** {@return text of any length} */
    public static DataType text() {
        return new DataType.Text(TextAttributes.DEFAULT);
    }

    /** {@return bytes of fixed length, of the database's default length} */
    public static DataType binary() {
        return new DataType.Binary(null);
    }

    /** @param length in bytes
     *  @return bytes of fixed length */
    public static DataType binary(int length) {
        return new DataType.Binary(length);
    }

    /** {@return bytes without a limit, where the database allows that} */
    public static DataType varbinary() {
        return new DataType.Varbinary(null);
    }

    /** @param length in bytes
     *  @return bytes of limited length */
    public static DataType varbinary(int length) {
        return new DataType.Varbinary(length);
    }

    /** {@return bytes of any length} */
    public static DataType blob() {
        return new DataType.Blob();
    }

    /** {@return a calendar date} */
    public static DataType date() {
        return new DataType.Date();
    }

    /** {@return a time of day} */
    public static DataType time() {
        return new DataType.Time(null, false);
    }

    /** @param precision digits of a second
     *  @return a time of day */
    public static DataType time(int precision) {
        return new DataType.Time(precision, false);
    }

    /** {@return a time of day with an offset} */
    public static DataType timeTz() {
        return new DataType.Time(null, true);
    }

    /** @param precision digits of a second
     *  @return a time of day with an offset */
    public static DataType timeTz(int precision) {
        return new DataType.Time(precision, true);
    }

    /** {@return a date and time, as a local clock shows it} */
    public static DataType timestamp() {
        return new DataType.Timestamp(null, false);
    }

    /** @param precision digits of a second
     *  @return a date and time, as a local clock shows it */
    public static DataType timestamp(int precision) {
        return new DataType.Timestamp(precision, false);
    }

    /** {@return a point on the time line} */
    public static DataType timestampTz() {
        return new DataType.Timestamp(null, true);
    }

    /** @param precision digits of a second
     *  @return a point on the time line */
    public static DataType timestampTz(int precision) {
        return new DataType.Timestamp(precision, true);
    }

    /** {@return a span of time} */
    public static DataType interval() {
        return new DataType.Interval();
    }

    /** {@return a universally unique identifier} */
    public static DataType uuid() {
        return new DataType.Uuid();
    }

    /** {@return a JSON document, kept as text} */
    public static DataType json() {
        return new DataType.Json(false);
    }

    /** {@return a JSON document, kept in a parsed form where the database has one} */
    public static DataType jsonBinary() {
        return new DataType.Json(true);
    }

    /** @param values the words, in order, at least one
     *  @return one of these words, without a type of its own */
    public static DataType enumOf(String... values) {
        return new DataType.Enum(null, List.of(values));
    }

    /** @param name   an enum type's name
     *  @param values its words, or none for those of the schema's type
     *  @return one of its words */
    public static DataType enumType(String name, String... values) {
        return new DataType.Enum(QualifiedName.of(name), List.of(values));
    }

    /** @param name   an enum type's name with its namespace
     *  @param values its words, or none for those of the schema's type
     *  @return one of its words */
    public static DataType enumType(QualifiedName name, String... values) {
        return new DataType.Enum(name, List.of(values));
    }

    /** @param element the type of each value
     *  @return a list of values */
    public static DataType arrayOf(DataType element) {
        return new DataType.Array(element);
    }

    /** @param sql a type in the dialect's own words; empty for a column without a declared type
     *  @return that type */
    public static DataType nativeType(String sql) {
        return new DataType.Native(sql);
    }

    /** @param type      a text type
     *  @param collation a collation
     *  @return the same type with that collation
     *  @throws IllegalArgumentException for a type that holds no text */
    public static DataType collate(DataType type, String collation) {
        return TextAttributes.of(type).withCollation(collation).appliedTo(type);
    }

    /** @param type    a text type
     *  @param charset a character set
     *  @return the same type with that character set
     *  @throws IllegalArgumentException for a type that holds no text */
    public static DataType charset(DataType type, String charset) {
        return TextAttributes.of(type).withCharset(charset).appliedTo(type);
    }
}
