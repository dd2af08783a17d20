// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.form;

import dev.retort.yaml.node.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A form that stands once in the JSON Schema and may contain itself.
 *
 * @param name its name there
 * @param noun what is expected, with an article
 * @param form gives the form
 * @param <T>  type of the value
 */
public record Shared<T>(String name, String noun, Supplier<Form<T>> form) implements Form<T> {

    /**
     * @param name its name in the JSON Schema
     * @param form the form
     * @param <T>  type of the value
     * @return the shared form
     */
    public static <T> Form<T> of(String name, Form<T> form) {
        return new Shared<>(name, form.noun(), () -> form);
    }

    @Override
    public @Nullable T read(YamlNode node, Reading in) {
        return form.get().read(node, in);
    }

    @Override
    public YamlNode write(T value) {
        return form.get().write(value);
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return definitions.reference(name, () -> form.get().schema(definitions));
    }

    @Override
    public List<String> keys() {
        return form.get().keys();
    }
}
