// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.form;

import dev.retort.operation.Setting;
import dev.retort.yaml.node.YamlNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An attribute that is set by a value and dropped by null. Leaving its key out keeps it.
 *
 * @param form the form of the value
 * @param <T>  type of the attribute
 */
public record Setter<T>(Form<T> form) implements Form<Setting<T>> {

    @Override
    public String noun() {
        return form.noun() + " or null";
    }

    @Override
    public @Nullable Setting<T> read(YamlNode node, Reading in) {
        if (node.isNull()) {
            return Setting.ofNullable(null);
        }
        T value = form.read(node, in);
        return value == null ? null : Setting.ofNullable(value);
    }

    @Override
    public YamlNode write(Setting<T> value) {
        return value.newValue().map(form::write).orElse(YamlNode.plain("null"));
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return Json.orNull(form.schema(definitions));
    }

    @Override
    public List<String> keys() {
        return form.keys();
    }
}
