// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml;

import dev.retort.yaml.form.Definitions;
import dev.retort.yaml.form.Form;
import dev.retort.yaml.form.Json;
import dev.retort.yaml.form.Reading;
import dev.retort.yaml.node.YamlNode;
import java.util.Map;

/** A value that is passed over, such as the operations while headers are read. */
record Unread() implements Form<YamlNode> {

    @Override
    public String noun() {
        return "anything";
    }

    @Override
    public YamlNode read(YamlNode node, Reading in) {
        return node;
    }

    @Override
    public YamlNode write(YamlNode value) {
        return value;
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return Json.object();
    }
}
