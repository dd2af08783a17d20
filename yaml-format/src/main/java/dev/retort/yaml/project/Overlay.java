// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.project;

import dev.retort.yaml.node.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lays an environment over the rest of the project file: mappings are merged key by key, everything else is replaced. */
final class Overlay {

    private Overlay() {}

    static YamlNode.Mapping over(YamlNode.Mapping base, YamlNode.Mapping above) {
        Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
        base.entries().forEach(entry -> entries.put(entry.key().text(), entry));
        for (YamlNode.Entry entry : above.entries()) {
            YamlNode.Entry below = entries.get(entry.key().text());
            boolean merge = below != null
                    && below.value() instanceof YamlNode.Mapping
                    && entry.value() instanceof YamlNode.Mapping;
            YamlNode value =
                    merge ? over((YamlNode.Mapping) below.value(), (YamlNode.Mapping) entry.value()) : entry.value();
            entries.put(entry.key().text(), new YamlNode.Entry(entry.key(), value));
        }
        return new YamlNode.Mapping(List.copyOf(entries.values()), false, base.place());
    }
}
