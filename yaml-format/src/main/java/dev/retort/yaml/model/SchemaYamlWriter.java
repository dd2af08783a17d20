// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.model;

import dev.retort.schema.Schema;
import dev.retort.yaml.node.YamlNode;
import dev.retort.yaml.node.YamlPrinter;

/** Writes a schema as a model file. */
public final class SchemaYamlWriter {

    private SchemaYamlWriter() {}

    /**
     * The text of a model file that reads back as the same schema.
     *
     * @param schema the schema
     * @return the text
     */
    public static String write(Schema schema) {
        return YamlPrinter.print((YamlNode.Mapping) ModelForm.FORM.write(schema));
    }
}
