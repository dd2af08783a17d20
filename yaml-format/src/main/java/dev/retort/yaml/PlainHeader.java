// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml;

import dev.retort.yaml.node.YamlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads headers as nearly all of them are written: a key and a value in each line, the value a few words or a list of
 * names. It gives what the YAML parser would, in a small part of the time; whatever else a line holds (quotes, comments,
 * anchors, letters that are not ASCII) is left to that parser.
 */
final class PlainHeader {

    private final String text;
    private final List<YamlNode.Entry> entries = new ArrayList<>(8);
    private final Set<String> keys = new HashSet<>();

    private PlainHeader(String text) {
        this.text = text;
    }

    /**
     * @param text a migration without its operations
     * @return its keys and values, or null if the parser has to look at it
     */
    static YamlNode.@Nullable Mapping read(String text) {
        PlainHeader header = new PlainHeader(text);
        int line = 1;
        int end;
        for (int start = 0; start < text.length(); start = end + 1, line++) {
            end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            int last = end > start && text.charAt(end - 1) == '\r' ? end - 1 : end;
            boolean fits = last == start
                    || (text.charAt(start) == '#' ? header.comment(start, last) : header.line(start, last, line));
            if (!fits) {
                return null;
            }
        }
        return header.entries.isEmpty()
                ? null
                : new YamlNode.Mapping(
                        header.entries, false, header.entries.get(0).key().place());
    }

    /** Some characters would end the comment, or are none that YAML may have. */
    private boolean comment(int start, int end) {
        boolean plain = true;
        for (int i = start; plain && i < end; i++) {
            plain = text.charAt(i) >= ' ' && text.charAt(i) <= '~';
        }
        return plain;
    }

    private boolean line(int start, int end, int line) {
        int colon = start;
        while (colon < end && (text.charAt(colon) == '_' || isLetter(text.charAt(colon)))) {
            colon++;
        }
        if (colon == start || colon + 2 >= end || text.charAt(colon) != ':' || text.charAt(colon + 1) != ' ') {
            return false;
        }
        int first = colon + 1;
        while (first < end && text.charAt(first) == ' ') {
            first++;
        }
        int last = end;
        while (last > first && text.charAt(last - 1) == ' ') {
            last--;
        }
        String key = text.substring(start, colon);
        YamlNode value = first == last ? null : value(first, last, start, line);
        if (value == null || !keys.add(key)) {
            return false;
        }
        entries.add(new YamlNode.Entry(new YamlNode.Scalar(key, true, new YamlNode.Place(line, 1)), value));
        return true;
    }

    private @Nullable YamlNode value(int first, int last, int start, int line) {
        if (text.charAt(first) == '[') {
            return text.charAt(last - 1) == ']' ? list(first, last, start, line) : null;
        }
        boolean plain = isLetterOrDigit(text.charAt(first));
        for (int i = first; plain && i < last; i++) {
            char c = text.charAt(i);
            plain = isLetterOrDigit(c)
                    || " _-.,/()+=".indexOf(c) >= 0
                    || (c == ':' && i + 1 < last && text.charAt(i + 1) != ' ');
        }
        return plain
                ? new YamlNode.Scalar(text.substring(first, last), true, new YamlNode.Place(line, first - start + 1))
                : null;
    }

    private @Nullable YamlNode list(int first, int last, int start, int line) {
        List<YamlNode> items = new ArrayList<>(2);
        int at = first + 1;
        while (at < last) {
            while (text.charAt(at) == ' ') {
                at++;
            }
            int from = at;
            while (text.charAt(at) == '_' || isLetterOrDigit(text.charAt(at))) {
                at++;
            }
            char after = text.charAt(at);
            if (at == from || (after != ',' && at != last - 1)) {
                return null;
            }
            items.add(new YamlNode.Scalar(text.substring(from, at), true, new YamlNode.Place(line, from - start + 1)));
            at++;
        }
        return text.charAt(last - 2) == ','
                ? null
                : new YamlNode.Sequence(items, new YamlNode.Place(line, first - start + 1));
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isLetterOrDigit(char c) {
        return isLetter(c) || (c >= '0' && c <= '9');
    }
}
