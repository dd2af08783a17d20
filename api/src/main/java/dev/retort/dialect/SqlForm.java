// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

/**
 * The places where SQL differs between databases, each with the form that ISO SQL has for it. {@code {0}}, {@code {1}}
 * ... stand for the operands, which the renderer puts in parentheses where they need them. What portable SQL means is
 * stated here; a dialect whose own form means something else gives another one, or none, in its {@link SqlProfile}.
 */
public enum SqlForm {
    /** Strings joined; NULL if one of them is NULL. */
    CONCAT("{0} || {1}"),
    /** Division of integers, truncated towards zero. */
    DIVIDE_INTEGERS("{0} / {1}"),
    /** Division with a fraction. */
    DIVIDE("{0} / {1}"),
    /** Remainder of integers, with the sign of the dividend. */
    MOD_INTEGERS("MOD({0}, {1})"),
    /** Remainder of decimal numbers, with the sign of the dividend. */
    MOD_DECIMALS("MOD({0}, {1})"),
    /** A decimal number rounded to a whole one, halves away from zero. */
    ROUND("ROUND({0})"),
    /** A decimal number rounded to {1} digits after the point, halves away from zero. */
    ROUND_TO("ROUND({0}, {1})"),
    /** Largest whole number that is not above. */
    FLOOR("FLOOR({0})"),
    /** Smallest whole number that is not below. */
    CEILING("CEILING({0})"),
    /** Number without its sign. */
    ABS("ABS({0})"),
    /** {0} to the power of {1}, as floating point number. */
    POWER("POWER({0}, {1})"),
    /** Square root, as floating point number. */
    SQRT("SQRT({0})"),

    /** Capitals; only ASCII letters are sure to change. */
    UPPER("UPPER({0})"),
    /** Small letters; only ASCII letters are sure to change. */
    LOWER("LOWER({0})"),
    /** Number of characters. */
    CHAR_LENGTH("CHAR_LENGTH({0})"),
    /** Where {0} first stands in {1}, from 1 and with regard to case; 0 if nowhere. */
    POSITION("POSITION({0} IN {1})"),
    /** Part of {0} from character {1}; positions below 1 are before the first character. */
    SUBSTRING("SUBSTRING({0} FROM {1})"),
    /** Part of {0} from character {1}, {2} characters; positions below 1 count. */
    SUBSTRING_FOR("SUBSTRING({0} FROM {1} FOR {2})"),
    /** First {1} characters of {0}; none if {1} is negative. */
    LEFT("SUBSTRING({0} FROM 1 FOR CASE WHEN {1} < 0 THEN 0 ELSE {1} END)"),
    /** Last {1} characters of {0}; none if {1} is negative. */
    RIGHT("SUBSTRING({0} FROM CASE WHEN {1} < 0 THEN 1 ELSE CHAR_LENGTH({0}) - {1} + 1 END"
            + " FOR CASE WHEN {1} < 0 THEN 0 ELSE {1} END)"),
    /** {0} with each {1}, with regard to case, replaced by {2}. */
    REPLACE("REPLACE({0}, {1}, {2})"),
    /** {1} without the character {0} at both ends. */
    TRIM_BOTH("TRIM(BOTH {0} FROM {1})"),
    /** {1} without the character {0} at its start. */
    TRIM_LEADING("TRIM(LEADING {0} FROM {1})"),
    /** {1} without the character {0} at its end. */
    TRIM_TRAILING("TRIM(TRAILING {0} FROM {1})"),
    /** Whether {0} has the form {1}, with regard to case and without an escape character. */
    LIKE("{0} LIKE {1}"),
    /** Whether {0} has the form {1}, with regard to case, where {2} escapes. */
    LIKE_ESCAPE("{0} LIKE {1} ESCAPE {2}"),
    /** In place of LIKE: {1} is a constant with {@code * ? [...]} as its wildcards. ISO SQL has none. */
    GLOB(""),

    /** Whether {0} and {1} differ, NULL taken as a value. */
    DISTINCT_FROM("{0} IS DISTINCT FROM {1}"),
    /** Whether {0} and {1} are the same, NULL taken as a value. */
    NOT_DISTINCT_FROM("{0} IS NOT DISTINCT FROM {1}"),

    /** Today. */
    CURRENT_DATE("CURRENT_DATE"),
    /** Time of day. */
    CURRENT_TIME("CURRENT_TIME"),
    /** Now, with or without a time zone. */
    CURRENT_TIMESTAMP("CURRENT_TIMESTAMP"),
    /** Now, in the session's time zone. */
    LOCALTIMESTAMP("LOCALTIMESTAMP"),
    /** Year of a date or timestamp, as integer. */
    EXTRACT_YEAR("CAST(EXTRACT(YEAR FROM {0}) AS INTEGER)"),
    /** Month, 1 to 12. */
    EXTRACT_MONTH("CAST(EXTRACT(MONTH FROM {0}) AS INTEGER)"),
    /** Day of the month. */
    EXTRACT_DAY("CAST(EXTRACT(DAY FROM {0}) AS INTEGER)"),
    /** Hour of a time or timestamp. */
    EXTRACT_HOUR("CAST(EXTRACT(HOUR FROM {0}) AS INTEGER)"),
    /** Minute. */
    EXTRACT_MINUTE("CAST(EXTRACT(MINUTE FROM {0}) AS INTEGER)"),
    /** Whole seconds. */
    EXTRACT_SECOND("CAST(FLOOR(EXTRACT(SECOND FROM {0})) AS INTEGER)"),
    /** Date {1} days later; {1} is a constant, as in all of these, and may be negative. */
    DATE_ADD_DAYS("{0} + INTERVAL '{1}' DAY"),
    /** Date {1} months later, the last day of that month if it is shorter. */
    DATE_ADD_MONTHS("{0} + INTERVAL '{1}' MONTH"),
    /** Timestamp {1} days later. */
    TIMESTAMP_ADD_DAYS("{0} + INTERVAL '{1}' DAY"),
    /** Timestamp {1} months later, the last day of that month if it is shorter. */
    TIMESTAMP_ADD_MONTHS("{0} + INTERVAL '{1}' MONTH"),
    /** Timestamp {1} seconds later. */
    TIMESTAMP_ADD_SECONDS("{0} + INTERVAL '{1}' SECOND"),
    /** Any of the timestamp forms, where {0} has fractions of a second that must be kept. */
    FRACTIONS_IN_ARITHMETIC("{0}"),
    /** Days from date {0} to date {1}. */
    DAYS_BETWEEN("EXTRACT(DAY FROM ({1} - {0}) DAY)"),

    /** Integer as integer of type {1}. */
    CAST_INTEGER_TO_INTEGER("CAST({0} AS {1})"),
    /** Decimal number as integer of type {1}, rounded with halves away from zero. */
    CAST_DECIMAL_TO_INTEGER("CAST(ROUND({0}) AS {1})"),
    /** Floating point number as integer of type {1}, rounded with halves away from zero. */
    CAST_FLOAT_TO_INTEGER("CAST(ROUND({0}) AS {1})"),
    /** Text that is a whole number as integer of type {1}. */
    CAST_TEXT_TO_INTEGER("CAST({0} AS {1})"),
    /** 1, 0 or NULL, as integer of type {1}. */
    CAST_BOOLEAN_TO_INTEGER("CASE WHEN {0} THEN 1 WHEN NOT {0} THEN 0 END"),
    /** Number as decimal of precision {1} and scale {2}, rounded with halves away from zero. */
    CAST_NUMBER_TO_DECIMAL("CAST({0} AS DECIMAL({1}, {2}))"),
    /** Text that is a number as decimal of precision {1} and scale {2}. */
    CAST_TEXT_TO_DECIMAL("CAST({0} AS DECIMAL({1}, {2}))"),
    /** Number as floating point number of double precision. */
    CAST_NUMBER_TO_FLOAT("CAST({0} AS DOUBLE PRECISION)"),
    /** Text that is a number as floating point number of double precision. */
    CAST_TEXT_TO_FLOAT("CAST({0} AS DOUBLE PRECISION)"),
    /** Text as text of any length, to state a type. */
    CAST_TEXT_TO_TEXT("CAST({0} AS VARCHAR)"),
    /** First {1} characters of a text. */
    CAST_TEXT_TO_VARCHAR("CAST({0} AS VARCHAR({1}))"),
    /** Integer as its decimal digits. */
    CAST_INTEGER_TO_TEXT("CAST({0} AS VARCHAR(20))"),
    /** Date as year-month-day. */
    CAST_DATE_TO_TEXT("CAST({0} AS VARCHAR(10))"),
    /** Number other than 0. */
    CAST_INTEGER_TO_BOOLEAN("{0} <> 0"),
    /** Text of the form year-month-day as date. */
    CAST_TEXT_TO_DATE("CAST({0} AS DATE)"),
    /** Date of a timestamp. */
    CAST_TIMESTAMP_TO_DATE("CAST({0} AS DATE)"),
    /** Text of the form year-month-day hour:minute:second as timestamp. */
    CAST_TEXT_TO_TIMESTAMP("CAST({0} AS TIMESTAMP)"),
    /** First second of a date. */
    CAST_DATE_TO_TIMESTAMP("CAST({0} AS TIMESTAMP)"),

    /** Sort key {0} in direction {1}, NULL before all. */
    NULLS_FIRST("{0} {1} NULLS FIRST"),
    /** Sort key {0} in direction {1}, NULL after all. */
    NULLS_LAST("{0} {1} NULLS LAST"),
    /** At most {0} rows. */
    LIMIT("FETCH FIRST {0} ROWS ONLY"),
    /** All but the first {0} rows. */
    OFFSET("OFFSET {0} ROWS"),
    /** At most {0} rows after the first {1}. */
    LIMIT_OFFSET("OFFSET {1} ROWS FETCH FIRST {0} ROWS ONLY"),
    /** Rows without a partner from the right side. */
    RIGHT_JOIN("RIGHT JOIN"),
    /** Rows without a partner from both sides. */
    FULL_JOIN("FULL JOIN"),
    /** Rows of both queries, once. */
    INTERSECT("INTERSECT"),
    /** Rows of the first query alone, once. */
    EXCEPT("EXCEPT"),
    /** An assignment in UPDATE that reads a column assigned before it, which must give the old value. */
    ASSIGNMENT_READS_OLD("{0}");

    private final String standard;

    SqlForm(String standard) {
        this.standard = standard;
    }

    /** {@return the form in ISO SQL; empty if it has none} */
    public String standard() {
        return standard;
    }
}
