// SPDX-License-Identifier: Apache-2.0
package dev.retort.javaformat;

import java.util.Arrays;
import java.util.List;

/** A string of several lines as a text block. Java strips common indentation and trailing blanks, so both are guarded. */
record TextBlock(String value) {

    /** Whether a text block is the natural form: several lines of plain characters. */
    static boolean suits(String value) {
        return value.indexOf('\n') >= 0
                && value.strip().indexOf('\n') >= 0
                && value.chars().allMatch(c -> c == '\n' || c == '\t' || isPlain(c));
    }

    private static boolean isPlain(int c) {
        return c == ' '
                || !(Character.isISOControl(c)
                        || Character.isWhitespace(c)
                        || Character.isSpaceChar(c)
                        || Character.isSurrogate((char) c)
                        || Character.getType(c) == Character.FORMAT);
    }

    void write(StringBuilder out, String indent) {
        boolean ended = value.endsWith("\n");
        List<String> lines = Arrays.asList((ended ? value.substring(0, value.length() - 1) : value).split("\n", -1));
        boolean guarded = !ended && lines.stream().allMatch(line -> line.isEmpty() || line.startsWith(" "));
        out.append("\"\"\"");
        for (String line : lines) {
            out.append('\n');
            if (!line.isEmpty()) {
                out.append(indent).append(escaped(line));
            }
        }
        if (ended || guarded) {
            out.append(guarded ? "\\" : "").append('\n').append(indent);
        }
        out.append("\"\"\"");
    }

    /** Quotes are escaped where they follow one another, or stand where the closing delimiter may follow. */
    private static String escaped(String line) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean last = i == line.length() - 1;
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '\t' -> out.append("\\t");
                case '"' -> out.append(last || (i > 0 && line.charAt(i - 1) == '"') ? "\\\"" : "\"");
                case ' ' -> out.append(last ? "\\s" : " ");
                default -> out.append(c);
            }
        }
        return out.toString();
    }
}
