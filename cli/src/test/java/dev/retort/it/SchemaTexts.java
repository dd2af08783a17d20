// SPDX-License-Identifier: Apache-2.0
package dev.retort.it;

import dev.retort.dialect.sqlite.text.SchemaText;
import dev.retort.dialect.sqlite.text.StatementSplitter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the shell's {@code .schema} shows, but for Retort's own tables.
 *
 * @param texts the statement that makes an object, by its name
 */
record SchemaTexts(Map<String, String> texts) {

    /** The shell writes this itself before a name in quotes; SQLite does not keep it. */
    private static final String WRITTEN_BY_THE_SHELL = "CREATE TABLE IF NOT EXISTS ";

    static SchemaTexts of(SqliteClient client, Path database) throws Exception {
        Map<String, String> texts = new TreeMap<>();
        for (var statement : StatementSplitter.split(client.schema(database))) {
            String text = statement.text().replace(WRITTEN_BY_THE_SHELL, "CREATE TABLE ");
            String name = SchemaText.parse(text).name().name();
            if (!name.startsWith("retort_")) {
                texts.put(name, text);
            }
        }
        return new SchemaTexts(texts);
    }

    /** The texts of every object that differs, by the object's name and its first difference. */
    Map<String, String> differences(SchemaTexts other) {
        Map<String, String> differences = new TreeMap<>();
        TreeSet<String> names = new TreeSet<>(texts.keySet());
        names.addAll(other.texts.keySet());
        for (String name : names) {
            String one = texts.get(name);
            String two = other.texts.get(name);
            Optional<String> difference = one == null || two == null
                    ? Optional.of(one == null ? "only in the second" : "only in the first")
                    : AcceptedDifferences.difference(one, two);
            difference.ifPresent(first -> differences.put(name + ", " + first, one + "\n" + two));
        }
        return differences;
    }
}
