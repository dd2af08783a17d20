// SPDX-License-Identifier: Apache-2.0
package dev.retort.javaformat;

import dev.retort.migration.MigrationHeader;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** Names the class of a written migration after its message. */
final class ClassNames {

    /** Simple names that a written file may use for something else. */
    private static final Set<String> TAKEN = Set.of(
            "BigDecimal",
            "Batch",
            "ConstraintKind",
            "Deferrability",
            "Dsl",
            "List",
            "Literal",
            "LocalDate",
            "LocalDateTime",
            "LocalTime",
            "Map",
            "MatchType",
            "Migration",
            "OffsetDateTime",
            "Operations",
            "Override",
            "QualifiedName",
            "Recreate",
            "ReferentialAction",
            "Revision",
            "String",
            "TransactionMode",
            "Trigger",
            "Event",
            "Object");

    private static final int LONGEST = 80;

    private ClassNames() {}

    static String of(MigrationHeader header) {
        String words = camelCase(header.message());
        if (words.isEmpty() || TAKEN.contains(words)) {
            return words + "Revision_" + header.id().value().replaceAll("[^A-Za-z0-9]", "_");
        }
        return Character.isDigit(words.charAt(0)) ? "_" + words : words;
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
