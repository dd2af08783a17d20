// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The keys of JSON answers, as the guide's reference of commands names them. */
final class DocumentedKeys {

    private static final Pattern KEY = Pattern.compile("`(\\w+)`(?: \\(([^)]*)\\))?");
    private static final Pattern QUOTED = Pattern.compile("\"(\\w+)\"");

    private final String page;

    DocumentedKeys() throws IOException {
        page = Files.readString(Path.of("../docs/command-line.md"));
    }

    /** The keys of a command's answer, each with those of the objects below it; none where the guide names none. */
    Map<String, List<String>> of(String command, boolean sql) {
        String keys = paragraph(command);
        if (keys.startsWith("as for `")) {
            return of(keys.substring(8, keys.indexOf('`', 8)), sql);
        }
        String[] halves = keys.split("(?i)[.;] with `--sql`: ");
        Map<String, List<String>> found = new LinkedHashMap<>();
        Matcher key = KEY.matcher(halves[sql ? 1 : 0]);
        while (key.find()) {
            found.put(key.group(1), key.group(2) == null ? List.of() : all(KEY, key.group(2)));
        }
        return found;
    }

    /** The keys of an object that the guide shows between braces, which begins with these. */
    List<String> shown(String beginning) {
        int start = page.indexOf(beginning);
        int end = page.indexOf('`', start);
        return all(QUOTED, page.substring(start, end));
    }

    private String paragraph(String command) {
        int section = page.indexOf("\n### " + command + "\n");
        int next = page.indexOf("\n### ", section + 1);
        int start = page.indexOf("\nJSON: ", section);
        if (section < 0 || start < 0 || (next > 0 && start > next)) {
            throw new AssertionError("the reference does not name the keys of " + command);
        }
        int end = page.indexOf("\n\n", start);
        return page.substring(start + 7, end < 0 ? page.length() : end).replace('\n', ' ');
    }

    private static List<String> all(Pattern pattern, String text) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }
}
