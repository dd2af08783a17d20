// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.node;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes a text as a YAML scalar: without quotes where every reader of YAML 1.1 and 1.2 takes it for that text, in quotes
 * otherwise.
 */
final class Quoting {

    private static final Set<String> WORDS_WITH_MEANING =
            Set.of("", "~", "null", "true", "false", "yes", "no", "on", "off", "y", "n", "<<", "=");
    private static final Pattern NUMBER_TO_SOMEBODY =
            Pattern.compile("[-+]?(?:[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\\.[0-9_]*)?"
                    + "|0[xX][0-9a-fA-F_]+|0[oO]?[0-7_]+|0[bB][01_]+"
                    + "|(?:[0-9][0-9_]*)?\\.?[0-9_]+(?:[eE][-+]?[0-9]+)?|[0-9][0-9_]*\\.(?:[eE][-+]?[0-9]+)?"
                    + "|\\.(?:inf|Inf|INF|nan|NaN|NAN))");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt \\t].*)?");
    private static final String FIRST_WITH_MEANING = "-?:,[]{}#&*!|>'\"%@`~";
    private static final String FLOW_WITH_MEANING = ",[]{}?"; // the question mark ends a plain scalar for some readers

    private Quoting() {}

    static String print(String text, boolean inFlow) {
        if (isPlain(text, inFlow)) {
            return text;
        }
        if (!text.codePoints().allMatch(Quoting::isPrintable)) {
            return escaped(text);
        }
        return text.indexOf('"') < 0 && text.indexOf('\\') < 0 ? '"' + text + '"' : "'" + text.replace("'", "''") + "'";
    }

    private static boolean isPlain(String text, boolean inFlow) {
        if (WORDS_WITH_MEANING.contains(text.toLowerCase(Locale.ROOT))
                || FIRST_WITH_MEANING.indexOf(text.charAt(0)) >= 0
                || text.startsWith("...")
                || text.startsWith(" ")
                || text.endsWith(" ")
                || text.endsWith(":")
                || text.contains(": ")
                || text.contains(" #")) {
            return false;
        }
        if (inFlow && text.chars().anyMatch(c -> FLOW_WITH_MEANING.indexOf(c) >= 0)) {
            return false;
        }
        return text.codePoints().allMatch(Quoting::isPrintable)
                && !NUMBER_TO_SOMEBODY.matcher(text).matches()
                && !DATE.matcher(text).matches();
    }

    /** {@return whether a character shows itself as it is; tabs and invisible ones do not} */
    static boolean isPrintable(int c) {
        if (c < 0x7F) {
            return c >= 0x20;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> false;
            default -> true;
        };
    }

    /** {@return whether a text of several lines can stand as a literal block, with nothing in it that cannot be seen} */
    static boolean isBlock(String text) {
        int end = text.endsWith("\n") ? text.length() - 1 : text.length();
        if (text.indexOf('\n') < 0
                || end == 0
                || text.charAt(0) == ' '
                || text.charAt(0) == '\n'
                || text.charAt(0) == '\t') {
            return false;
        }
        for (String line : text.substring(0, end).split("\n", -1)) {
            if (line.endsWith(" ")
                    || line.endsWith("\t")
                    || !line.codePoints().allMatch(c -> c == '\t' || isPrintable(c))) {
                return false;
            }
        }
        return text.charAt(end - 1) != '\n';
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                case '\r' -> out.append("\\r");
                default -> {
                    if (isPrintable(c)) {
                        out.appendCodePoint(c);
                    } else if (c <= 0xFF) {
                        out.append(String.format("\\x%02X", c));
                    } else {
                        out.append(String.format(c <= 0xFFFF ? "\\u%04X" : "\\U%08X", c));
                    }
                }
            }
        });
        return out.append('"').toString();
    }
}
