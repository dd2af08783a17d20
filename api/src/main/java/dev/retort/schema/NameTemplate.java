// SPDX-License-Identifier: Apache-2.0
package dev.retort.schema;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A template of names with tokens such as {@code %{table}}. */
record NameTemplate(String text) {

    private static final Pattern TOKEN = Pattern.compile("%\\{([^}]*)}");
    private static final Pattern NUMBERED = Pattern.compile("column_\\d+");
    private static final int HASH_DIGITS = 8;

    /** Tokens in the text that are not among the known ones; {@code column_0} stands for every number. */
    List<String> unknown(List<String> known) {
        return TOKEN.matcher(text)
                .results()
                .map(token -> token.group(1))
                .filter(token ->
                        !known.contains(NUMBERED.matcher(token).matches() ? NamingConvention.FIRST_COLUMN : token))
                .distinct()
                .toList();
    }

    boolean uses(String token) {
        return text.contains("%{" + token + "}");
    }

    /** The text with its tokens replaced; one without a value stays as it is. */
    String expand(Map<String, String> values) {
        Matcher matcher = TOKEN.matcher(text);
        return matcher.replaceAll(
                token -> Matcher.quoteReplacement(values.getOrDefault(token.group(1), token.group())));
    }

    /** What stands before a token, expanded. */
    String before(String token, Map<String, String> values) {
        return new NameTemplate(text.substring(0, text.indexOf("%{" + token + "}"))).expand(values);
    }

    /** What stands after a token, expanded. */
    String after(String token, Map<String, String> values) {
        String whole = "%{" + token + "}";
        return new NameTemplate(text.substring(text.indexOf(whole) + whole.length())).expand(values);
    }

    /** A name of at most so many bytes in UTF-8: a longer one is cut and told apart by a hash of the whole. */
    static String shortened(String name, int limit) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= limit) {
            return name;
        }
        if (limit <= HASH_DIGITS + 1) {
            throw new IllegalArgumentException(
                    "limit of names must be more than " + (HASH_DIGITS + 1) + ", but was " + limit);
        }
        int end = limit - HASH_DIGITS - 1;
        while ((bytes[end] & 0xC0) == 0x80) {
            end--;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8) + "_" + hash(bytes);
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, HASH_DIGITS / 2);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
