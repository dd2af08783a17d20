// SPDX-License-Identifier: Apache-2.0
package dev.retort.javaformat;

import dev.retort.migration.MigrationHeader;
import java.text.Normalizer;
import java.util.Locale;

/**
 * Names the class of a written migration after its message and its id, such as {@code AddIsActive_3f1c9a7b20de}. The id
 * is always there: two migrations with one message may come from branches of a repository that do not know each other,
 * from folders that are compiled together, or differ in case alone where file names do not.
 */
final class ClassNames {

    private static final int LONGEST = 80;

    private ClassNames() {}

    static String of(MigrationHeader header) {
        String words = camelCase(header.message());
        String start = words.isEmpty() ? "Revision" : Character.isDigit(words.charAt(0)) ? "_" + words : words;
        return start + "_" + header.id().value().replaceAll("[^A-Za-z0-9]", "_");
    }

    private static String camelCase(String message) {
        String plain = Normalizer.normalize(message, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        StringBuilder name = new StringBuilder();
        for (String word : plain.split("[^A-Za-z0-9]+")) {
            if (!word.isEmpty() && name.length() + word.length() <= LONGEST) {
                name.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
            }
        }
        return name.toString();
    }
}
