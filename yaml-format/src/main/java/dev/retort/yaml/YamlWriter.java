// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml;

import dev.retort.migration.MigrationDraft;
import dev.retort.yaml.node.YamlNode;
import dev.retort.yaml.node.YamlPrinter;
import java.util.Set;

/** Writes migrations as a person would. */
final class YamlWriter {

    private static final String EMPTY_UPGRADE = """
            upgrade:
              # - add_column: {table: users, column: {name: is_active, type: boolean}}
            """;

    private YamlWriter() {}

    static String write(MigrationDraft draft) {
        YamlNode.Mapping file = (YamlNode.Mapping) MigrationForm.WHOLE.write(draft);
        String schema = "# yaml-language-server: $schema=" + YamlSchemas.MIGRATION_ID + "\n";
        if (!draft.upgrade().isEmpty()) {
            return schema + YamlPrinter.print(file);
        }
        // a key without a value, so that operations can be written below it without taking anything away first
        return schema
                + YamlPrinter.print(file.without(Set.of("upgrade", "downgrade")))
                + EMPTY_UPGRADE
                + YamlPrinter.print(
                        YamlNode.mapping("downgrade", file.get("downgrade").orElseThrow()));
    }
}
