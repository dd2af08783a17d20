// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli.drawing;

/** Makes texts that XML 1.0 can hold. */
final class Characters {

    private static final int REPLACEMENT = 0xFFFD;

    private Characters() {}

    /** The text, with a replacement character for each that XML 1.0 has no way to write. */
    static String allowed(String text) {
        return text.codePoints()
                .map(c -> isAllowed(c) ? c : REPLACEMENT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The first line, its white space as single spaces. */
    static String line(String text) {
        String first = text.strip().lines().findFirst().orElse("");
        return allowed(first.replaceAll("\\s+", " ").strip());
    }

    /** Production 2 of XML 1.0, without the C1 controls, which it discourages. */
    private static boolean isAllowed(int c) {
        return c == '\t'
                || c == '\n'
                || c >= ' ' && c < 0x7F
                || c > 0x9F && c <= 0xD7FF
                || c >= 0xE000 && c <= 0xFFFD
                || c >= 0x10000;
    }
}
