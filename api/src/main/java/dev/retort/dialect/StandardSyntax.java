// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import dev.retort.schema.Literal;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;

/** The lexical rules of ISO SQL, to start a dialect from. */
public class StandardSyntax implements SqlSyntax {

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter(java.util.Locale.ROOT);
    private static final DateTimeFormatter TIMESTAMP = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral(' ')
            .append(TIME)
            .toFormatter(java.util.Locale.ROOT);
    private static final DateTimeFormatter TIMESTAMP_TZ = new DateTimeFormatterBuilder()
            .append(TIMESTAMP)
            .appendOffset("+HH:MM", "+00:00")
            .toFormatter(java.util.Locale.ROOT);

    /** Rules of ISO SQL. */
    public StandardSyntax() {}

    @Override
    public String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    @Override
    public String literal(Literal literal) {
        if (literal instanceof Literal.Text text) {
            return string(text.value());
        }
        if (literal instanceof Literal.Number number) {
            return number.value().toPlainString();
        }
        if (literal instanceof Literal.Bool bool) {
            return bool(bool.value());
        }
        if (literal instanceof Literal.Bytes bytes) {
            return bytes(bytes.hex());
        }
        if (literal instanceof Literal.Date date) {
            return temporal("DATE", date.value().toString());
        }
        if (literal instanceof Literal.Time time) {
            return temporal("TIME", TIME.format(time.value()));
        }
        if (literal instanceof Literal.Timestamp timestamp) {
            return temporal("TIMESTAMP", TIMESTAMP.format(timestamp.value()));
        }
        if (literal instanceof Literal.TimestampTz timestamp) {
            return temporal("TIMESTAMP WITH TIME ZONE", TIMESTAMP_TZ.format(timestamp.value()));
        }
        return "NULL";
    }

    /** @param value any characters
     *  @return a string literal */
    protected String string(String value) {
        return "'" + value.replace("'", "''") + "'";
    }

    /** @param value true or false
     *  @return a literal */
    protected String bool(boolean value) {
        return value ? "TRUE" : "FALSE";
    }

    /** @param hex an even number of hexadecimal digits
     *  @return a literal of these bytes */
    protected String bytes(String hex) {
        return "X'" + hex + "'";
    }

    /** @param type DATE, TIME, TIMESTAMP or TIMESTAMP WITH TIME ZONE
     *  @param value in ISO form, with a blank between date and time
     *  @return a literal */
    protected String temporal(String type, String value) {
        return type + " '" + value + "'";
    }
}
