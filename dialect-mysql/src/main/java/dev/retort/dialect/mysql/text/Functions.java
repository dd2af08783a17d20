// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql.text;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What is known of functions by their names. */
final class Functions {

    /** The names that the servers themselves use for functions with several. */
    static final Map<String, String> SYNONYMS = Map.of(
            "lcase", "lower",
            "ucase", "upper",
            "substring", "substr",
            "mid", "substr",
            "ceil", "ceiling",
            "pow", "power",
            "character_length", "char_length",
            "octet_length", "length");

    /** Functions of the present moment, which need no parentheses. */
    static final Map<String, String> MOMENTS = Map.of(
            "NOW", "CURRENT_TIMESTAMP",
            "LOCALTIME", "CURRENT_TIMESTAMP",
            "LOCALTIMESTAMP", "CURRENT_TIMESTAMP",
            "CURRENT_TIMESTAMP", "CURRENT_TIMESTAMP",
            "CURDATE", "CURRENT_DATE",
            "CURRENT_DATE", "CURRENT_DATE",
            "CURTIME", "CURRENT_TIME",
            "CURRENT_TIME", "CURRENT_TIME");

    /** Functions whose first argument is a word, not an expression. */
    static final Set<String> WORD_FIRST = Set.of("timestampdiff", "timestampadd", "get_format");

    /** Units of time, behind {@code INTERVAL} and an amount. */
    static final Pattern UNIT = Pattern.compile("(MICROSECOND|SECOND|MINUTE|HOUR|DAY|WEEK|MONTH|QUARTER|YEAR)"
            + "(_(MICROSECOND|SECOND|MINUTE|HOUR|MONTH))?");

    private Functions() {}
}
