// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.form;

import dev.retort.yaml.node.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A list of values of one form.
 *
 * @param item     the form of each
 * @param noun     what it is a list of, with an article
 * @param orSingle whether a single scalar may stand in place of a list of one
 * @param single   whether a list of one is written without the list
 * @param <T>      type of each
 */
public record Lists<T>(Form<T> item, String noun, boolean orSingle, boolean single) implements Form<List<T>> {

    /**
     * @param item the form of each
     * @param noun what it is a list of, with an article
     * @param <T>  type of each
     * @return the form of a list
     */
    public static <T> Lists<T> of(Form<T> item, String noun) {
        return new Lists<>(item, noun, false, false);
    }

    /** @return a copy that takes a scalar in place of a list of one */
    public Lists<T> orOne() {
        return new Lists<>(item, noun, true, false);
    }

    /** @return a copy that writes a list of one without the list, and reads it */
    public Lists<T> preferablyOne() {
        return new Lists<>(item, noun, true, true);
    }

    @Override
    public @Nullable List<T> read(YamlNode node, Reading in) {
        if (orSingle && node instanceof YamlNode.Scalar && !node.isNull()) {
            T only = item.read(node, in);
            return only == null ? null : List.of(only);
        }
        if (!(node instanceof YamlNode.Sequence sequence)) {
            in.expected(noun, node, node instanceof YamlNode.Scalar && !node.isNull() ? "Write [ ] around it." : null);
            return null;
        }
        List<T> values = new ArrayList<>();
        boolean good = true;
        for (YamlNode each : sequence.items()) {
            T value = item.read(each, in);
            if (value == null) {
                good = false;
            } else {
                values.add(value);
            }
        }
        return good ? values : null;
    }

    @Override
    public YamlNode write(List<T> value) {
        if (single && value.size() == 1) {
            return item.write(value.get(0));
        }
        return YamlNode.list(value.stream().map(item::write).toList());
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        Map<String, Object> one = item.schema(definitions);
        Map<String, Object> list = Json.object("type", "array", "items", one);
        return orSingle ? Json.anyOf(List.of(list, one)) : list;
    }

    @Override
    public List<String> keys() {
        return item.keys();
    }
}
