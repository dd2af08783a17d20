// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.form;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The shared definitions of a JSON Schema, made while the schema is. Not safe for use by several threads. */
public final class Definitions {

    private final Map<String, Object> byName = new TreeMap<>();

    /**
     * A reference to a definition, which is made the first time it is asked for.
     *
     * @param name   the definition's name
     * @param schema makes it
     * @return the reference
     */
    public Map<String, Object> reference(String name, Supplier<Map<String, Object>> schema) {
        if (!byName.containsKey(name)) {
            byName.put(name, Map.of()); // a definition may refer to itself
            byName.put(name, schema.get());
        }
        return Json.object("$ref", "#/$defs/" + name);
    }

    /**
     * @param schema a schema, perhaps a reference
     * @return the definition that it refers to, or itself
     */
    @SuppressWarnings("unchecked") // only definitions of this class are looked up
    public Map<String, Object> resolve(Map<String, Object> schema) {
        return schema.get("$ref") instanceof String reference
                ? (Map<String, Object>) byName.getOrDefault(reference.substring("#/$defs/".length()), schema)
                : schema;
    }

    /** {@return all definitions, by name} */
    public Map<String, Object> all() {
        return new LinkedHashMap<>(byName);
    }
}
