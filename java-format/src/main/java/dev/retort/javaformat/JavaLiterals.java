// SPDX-License-Identifier: Apache-2.0
package dev.retort.javaformat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** String literals of Java. */
final class JavaLiterals {

    /** A constant may have 65,535 bytes in the class file; a character takes at most three. */
    private static final int LONGEST = 21_000;

    private JavaLiterals() {}

    /** A literal, or an expression of the same value if the text is too long for one constant. */
    static String string(String value) {
        if (value.length() <= LONGEST) {
            return quoted(value);
        }
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < value.length(); i += LONGEST) {
            parts.add(quoted(value.substring(i, Math.min(value.length(), i + LONGEST))));
        }
        return parts.stream().collect(Collectors.joining(", ", "String.join(\"\", ", ")"));
    }

    private static String quoted(String value) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < value.length()
                    && Character.isLowSurrogate(value.charAt(i + 1));
            if (pair) {
                out.append(c).append(value.charAt(++i));
            } else {
                out.append(escaped(c));
            }
        }
        return out.append('"').toString();
    }

    /** A Unicode escape is read before anything else, so a line feed or quote must never be one. */
    private static String escaped(char c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            default -> isPlain(c) ? String.valueOf(c) : c <= 0xFF ? octal(c) : String.format("\\u%04x", (int) c);
        };
    }

    private static boolean isPlain(char c) {
        return c == ' '
                || !(Character.isISOControl(c)
                        || Character.isSpaceChar(c)
                        || Character.isSurrogate(c)
                        || Character.getType(c) == Character.FORMAT
                        || Character.getType(c) == Character.UNASSIGNED);
    }

    private static String octal(char c) {
        return "\\" + (c >> 6) + ((c >> 3) & 7) + (c & 7);
    }
}
