// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.part;

import dev.retort.yaml.form.Definitions;
import dev.retort.yaml.form.Form;
import dev.retort.yaml.form.Json;
import dev.retort.yaml.form.Lists;
import dev.retort.yaml.form.Reading;
import dev.retort.yaml.node.YamlNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Things with names: a list of mappings with a {@code name} each, or a mapping from names to the rest.
 *
 * @param item      the form of each, a mapping with the key {@code name}
 * @param noun      what they are, with an article
 * @param valueKey  the key that a value other than a mapping gives ({@code id: integer}), or null if there is none
 * @param asMapping whether they are written as a mapping, as long as the names differ
 * @param <T>       type of each
 */
public record Named<T>(Form<T> item, String noun, @Nullable String valueKey, boolean asMapping)
        implements Form<List<T>> {

    private static final String NAME = "name";

    @Override
    public @Nullable List<T> read(YamlNode node, Reading in) {
        if (!(node instanceof YamlNode.Mapping mapping)) {
            return Lists.of(item, noun).read(node, in);
        }
        List<T> values = new ArrayList<>();
        boolean good = true;
        for (YamlNode.Entry entry : mapping.entries()) {
            T value = item.read(named(entry), in);
            good &= value != null;
            if (value != null) {
                values.add(value);
            }
        }
        return good ? values : null;
    }

    @Override
    public List<String> keys() {
        return item.keys();
    }

    private YamlNode named(YamlNode.Entry entry) {
        YamlNode.Scalar name =
                new YamlNode.Scalar(entry.key().text(), false, entry.key().place());
        YamlNode.Entry first = new YamlNode.Entry(name(entry), name);
        YamlNode value = entry.value();
        if (value instanceof YamlNode.Mapping body && !isWholeValue(body)) {
            return body.has(NAME) ? body : body.startingWith(first);
        }
        if (value.isNull()) {
            return new YamlNode.Mapping(List.of(first), false, name.place());
        }
        if (valueKey == null) {
            return value; // a list or scalar, which the item's form reports
        }
        YamlNode.Scalar key = new YamlNode.Scalar(valueKey, true, value.place());
        return new YamlNode.Mapping(List.of(first, new YamlNode.Entry(key, value)), false, value.place());
    }

    /** A mapping that shares no key with the item is meant as the value of the value key: {@code v: {portable: ...}}. */
    private boolean isWholeValue(YamlNode.Mapping body) {
        return valueKey != null
                && !body.entries().isEmpty()
                && body.entries().stream()
                        .noneMatch(entry -> item.keys().contains(entry.key().text()));
    }

    private static YamlNode.Scalar name(YamlNode.Entry entry) {
        return new YamlNode.Scalar(NAME, true, entry.key().place());
    }

    @Override
    public YamlNode write(List<T> values) {
        List<YamlNode> items = values.stream().map(item::write).toList();
        Set<String> names = new HashSet<>();
        boolean distinct = items.stream().allMatch(each -> {
            YamlNode name = ((YamlNode.Mapping) each).get(NAME).orElse(null);
            return name instanceof YamlNode.Scalar scalar && names.add(scalar.text());
        });
        if (!asMapping || !distinct) {
            return YamlNode.list(items);
        }
        List<YamlNode.Entry> entries = new ArrayList<>();
        for (YamlNode each : items) {
            YamlNode.Mapping mapping = (YamlNode.Mapping) each;
            String name = ((YamlNode.Scalar) mapping.get(NAME).orElseThrow()).text();
            entries.add(YamlNode.Entry.of(name, body(mapping.without(Set.of(NAME)))));
        }
        return new YamlNode.Mapping(entries, true, YamlNode.Place.NONE);
    }

    private YamlNode body(YamlNode.Mapping rest) {
        boolean onlyValue = rest.entries().size() == 1
                && rest.entries().get(0).key().text().equals(valueKey)
                && !(rest.entries().get(0).value() instanceof YamlNode.Mapping);
        return onlyValue ? rest.entries().get(0).value() : rest;
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        Map<String, Object> list = Json.object("type", "array", "items", item.schema(definitions));
        return Json.anyOf(List.of(list, Json.object("type", "object", "additionalProperties", body(definitions))));
    }

    private Map<String, Object> body(Definitions definitions) {
        Map<String, Object> whole = new LinkedHashMap<>(definitions.resolve(item.schema(definitions)));
        Object properties = whole.get("properties");
        if (whole.get("required") instanceof List<?> required) {
            List<Object> rest = new ArrayList<>(required);
            rest.remove(NAME);
            whole.put("required", rest);
        }
        List<Map<String, Object>> ways = new ArrayList<>(List.of(whole, Json.object("type", "null")));
        if (valueKey != null
                && properties instanceof Map<?, ?> byKey
                && byKey.get(valueKey) instanceof Map<?, ?> value) {
            Map<String, Object> schema = new LinkedHashMap<>();
            value.forEach((key, part) -> schema.put((String) key, part));
            ways.add(schema);
        }
        return Json.anyOf(ways);
    }
}
