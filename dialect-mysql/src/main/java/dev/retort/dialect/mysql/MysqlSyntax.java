// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.dialect.StandardSyntax;
import dev.retort.dialect.mysql.text.Quote;
import dev.retort.schema.Literal;
import java.time.ZoneOffset;

/**
 * Backticks around names, backslashes in strings. It is that of the default modes of the server: sessions that Retort opens
 * run without ANSI_QUOTES and NO_BACKSLASH_ESCAPES.
 */
final class MysqlSyntax extends StandardSyntax {

    @Override
    public String quote(String name) {
        return Quote.name(name);
    }

    /** A moment is written in UTC, in which Retort's sessions run, since only MySQL understands offsets. */
    @Override
    public String literal(Literal literal) {
        if (literal instanceof Literal.TimestampTz moment) {
            return super.literal(new Literal.Timestamp(
                    moment.value().withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()));
        }
        return super.literal(literal);
    }

    @Override
    protected String string(String value) {
        return Quote.string(value);
    }
}
