// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.schema.DataType;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The width with which MariaDB displays whole numbers, which it keeps and shows, and which changes nothing else. */
final class DisplayWidth {

    private static final Pattern WIDTH =
            Pattern.compile("(tinyint|smallint|mediumint|int|integer|bigint)\\s*\\((\\d+)\\)\\s*(unsigned)?");
    private static final Map<String, Integer> SIGNED =
            Map.of("tinyint", 4, "smallint", 6, "mediumint", 9, "int", 11, "integer", 11, "bigint", 20);

    private DisplayWidth() {}

    /** The width that a type says; 0 for none and for that which it has anyway. */
    static long of(String type) {
        Matcher matcher = WIDTH.matcher(type.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches() || matcher.group(2).length() > 3) {
            return 0;
        }
        int width = Integer.parseInt(matcher.group(2));
        int signed = SIGNED.get(matcher.group(1));
        boolean isUnsigned = matcher.group(3) != null;
        boolean isBoolean = matcher.group(1).equals("tinyint") && width == 1 && !isUnsigned;
        int usual = isUnsigned && signed != 20 ? signed - 1 : signed;
        return isBoolean || width == usual ? 0 : width;
    }

    /** The width that a type of the user's says. */
    static long of(DataType type) {
        return type instanceof DataType.Native words ? of(words.sql()) : 0;
    }

    /** A type as it is written, with a width behind its first word. */
    static String in(String type, String width) {
        return type.matches("[a-z]+( unsigned)?") ? type.replaceFirst("^[a-z]+", "$0(" + width + ")") : type;
    }
}
