// SPDX-License-Identifier: Apache-2.0
package dev.retort.javaformat;

/** Escapes inside string literals of Java. */
final class Escapes {

    private Escapes() {}

    /** The value of a literal's text; what is no valid escape stays as it is, for the compiler to tell. */
    static String translate(String text) {
        if (text.indexOf('\\') < 0) {
            return text;
        }
        String plain = withoutUnicodeEscapes(text);
        try {
            return plain.translateEscapes();
        } catch (IllegalArgumentException e) {
            return plain;
        }
    }

    private static String withoutUnicodeEscapes(String text) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            int digits = at + 1;
            while (digits < text.length() && text.charAt(digits) == 'u') {
                digits++;
            }
            if (c != '\\' || at + 1 >= text.length()) {
                out.append(c);
                at++;
            } else if (digits > at + 1 && isHex(text, digits)) {
                out.append((char) Integer.parseInt(text.substring(digits, digits + 4), 16));
                at = digits + 4;
            } else {
                out.append(c).append(text.charAt(at + 1));
                at += 2;
            }
        }
        return out.toString();
    }

    private static boolean isHex(String text, int from) {
        return from + 4 <= text.length() && text.substring(from, from + 4).matches("[0-9A-Fa-f]{4}");
    }
}
