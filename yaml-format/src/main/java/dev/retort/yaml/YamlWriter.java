// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml;

import dev.retort.migration.MigrationDraft;
import dev.retort.yaml.node.YamlNode;
import dev.retort.yaml.node.YamlPrinter;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Writes migrations as a person would. */
final class YamlWriter {

    private static final String EMPTY_UPGRADE = """
            upgrade:
              # - add_column: {table: users, column: {name: is_active, type: boolean}}
            """;

    private YamlWriter() {}

    static String write(MigrationDraft draft) {
        Map<String, String> parts = parts(draft);
        return "# yaml-language-server: $schema=" + YamlSchemas.MIGRATION_ID + "\n" + parts.get("header") + "\n"
                + parts.get("upgrade") + "\n" + parts.get("downgrade") + "\n";
    }

    static Map<String, String> parts(MigrationDraft draft) {
        YamlNode.Mapping file = (YamlNode.Mapping) MigrationForm.WHOLE.write(draft);
        Map<String, String> parts = new HashMap<>();
        parts.put("header", YamlPrinter.print(file.without(Set.of("upgrade", "downgrade"))));
        // a key without a value, so that operations can be written below it without taking anything away first
        parts.put("upgrade", draft.upgrade().isEmpty() ? EMPTY_UPGRADE : print("upgrade", file));
        parts.put("downgrade", print("downgrade", file));
        parts.replaceAll((name, text) -> text.stripTrailing());
        return parts;
    }

    private static String print(String key, YamlNode.Mapping file) {
        return YamlPrinter.print(YamlNode.mapping(key, file.get(key).orElseThrow()));
    }
}
