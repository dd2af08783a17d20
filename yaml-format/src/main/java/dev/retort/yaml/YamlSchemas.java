// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml;

import dev.retort.yaml.form.Definitions;
import dev.retort.yaml.form.Form;
import dev.retort.yaml.form.Json;
import java.util.Map;

/**
 * JSON Schemas for editors, made from the forms that read the files. They are shipped in the jar beside this class, and the
 * first line of a written migration names theirs.
 */
public final class YamlSchemas {

    /** Id of the JSON Schema of a migration. */
    public static final String MIGRATION_ID = "https://retort.dev/schema/migration-1.json";

    /** File name of the JSON Schema of a migration. */
    public static final String MIGRATION_FILE = "retort-migration.schema.json";

    private YamlSchemas() {}

    /** {@return the JSON Schema of a migration, as text} */
    public static String migration() {
        return print(MIGRATION_ID, "A migration of Retort", MigrationForm.WHOLE);
    }

    static String print(String id, String title, Form<?> form) {
        Definitions definitions = new Definitions();
        Map<String, Object> root = form.schema(definitions);
        Map<String, Object> schema =
                Json.object("$schema", "https://json-schema.org/draft/2020-12/schema", "$id", id, "title", title);
        schema.putAll(root);
        schema.put("$defs", definitions.all());
        return Json.print(schema);
    }
}
