// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.part;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words between the parentheses of {@code enum(a, 'b c', "d")}. */
final class EnumWords {

    private static final Pattern WORD =
            Pattern.compile("\\G\\s*(?:'((?:[^']|'')*)'|\"((?:[^\"]|\"\")*)\"|([^,'\"]+?))\\s*(,|$)", Pattern.DOTALL);

    private EnumWords() {}

    static List<String> split(String arguments) throws TypeText.UnknownType {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(arguments);
        int end = 0;
        boolean more = true;
        while (more && matcher.find()) {
            if (matcher.group(1) != null) {
                words.add(matcher.group(1).replace("''", "'"));
            } else if (matcher.group(2) != null) {
                words.add(matcher.group(2).replace("\"\"", "\""));
            } else {
                words.add(matcher.group(3));
            }
            end = matcher.end();
            more = matcher.group(4).equals(",");
        }
        if (more || end < arguments.length()) {
            throw new TypeText.UnknownType(
                    "Expected words with commas between them in enum(...), found '" + arguments + "'.",
                    "Put a word with blanks or commas in quotes, or write {enum: [...]}.");
        }
        return words;
    }
}
