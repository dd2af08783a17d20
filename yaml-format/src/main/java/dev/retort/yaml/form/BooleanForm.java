// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.form;

import dev.retort.yaml.node.YamlNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Truth values. */
record BooleanForm() implements Form<Boolean> {

    @Override
    public String noun() {
        return "true or false";
    }

    @Override
    public @Nullable Boolean read(YamlNode node, Reading in) {
        if (node instanceof YamlNode.Scalar scalar && scalar.plain()) {
            if (scalar.text().equals("true")) {
                return true;
            }
            if (scalar.text().equals("false")) {
                return false;
            }
        }
        in.expected(noun(), node, null);
        return null;
    }

    @Override
    public YamlNode write(Boolean value) {
        return YamlNode.plain(value.toString());
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return Json.object("type", "boolean");
    }
}
