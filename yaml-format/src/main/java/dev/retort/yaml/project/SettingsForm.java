// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.project;

import dev.retort.yaml.form.Definitions;
import dev.retort.yaml.form.Form;
import dev.retort.yaml.form.Json;
import dev.retort.yaml.form.Reading;
import dev.retort.yaml.form.Scalars;
import dev.retort.yaml.node.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Settings of dialects and plug-ins: nested mappings give dotted names. */
record SettingsForm() implements Form<SortedMap<String, String>> {

    @Override
    public String noun() {
        return "a mapping with settings";
    }

    @Override
    public @Nullable SortedMap<String, String> read(YamlNode node, Reading in) {
        SortedMap<String, String> settings = new TreeMap<>();
        if (!(node instanceof YamlNode.Mapping mapping)) {
            in.expected(noun(), node, null);
            return null;
        }
        return flatten("", mapping, settings, in) ? settings : null;
    }

    private static boolean flatten(
            String prefix, YamlNode.Mapping mapping, SortedMap<String, String> settings, Reading in) {
        boolean good = true;
        for (YamlNode.Entry entry : mapping.entries()) {
            String name = prefix + entry.key().text();
            if (entry.value() instanceof YamlNode.Mapping inner) {
                good &= flatten(name + ".", inner, settings, in);
            } else {
                String value = Scalars.TEXT.read(entry.value(), in);
                good &= value != null;
                settings.put(name, String.valueOf(value));
            }
        }
        return good;
    }

    @Override
    public YamlNode write(SortedMap<String, String> value) {
        return YamlNode.mapping(value.entrySet().stream()
                .map(entry -> YamlNode.Entry.of(entry.getKey(), YamlNode.text(entry.getValue())))
                .toList());
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        Map<String, Object> any = Json.object("type", List.of("string", "number", "boolean", "object"));
        return Json.object("type", "object", "additionalProperties", any);
    }
}
