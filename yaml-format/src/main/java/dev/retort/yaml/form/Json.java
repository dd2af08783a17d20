// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON as maps, lists, strings, numbers and booleans: as much as a JSON Schema needs. */
public final class Json {

    private Json() {}

    /**
     * @param keysAndValues alternately
     * @return an object
     */
    public static Map<String, Object> object(Object... keysAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            object.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return object;
    }

    /**
     * A schema that also takes null.
     *
     * @param schema a schema
     * @return a schema
     */
    public static Map<String, Object> orNull(Map<String, Object> schema) {
        return anyOf(List.of(schema, object("type", "null")));
    }

    /**
     * A schema that takes what one of several takes.
     *
     * @param schemas schemas
     * @return a schema
     */
    public static Map<String, Object> anyOf(List<Map<String, Object>> schemas) {
        List<Object> flat = new ArrayList<>();
        for (Map<String, Object> schema : schemas) {
            if (schema.size() == 1 && schema.get("anyOf") instanceof List<?> inner) {
                flat.addAll(inner);
            } else {
                flat.add(schema);
            }
        }
        return object("anyOf", flat);
    }

    /**
     * @param value a value
     * @return it as indented JSON with a line end
     */
    public static String print(Object value) {
        StringBuilder out = new StringBuilder();
        print(value, "\n", out);
        return out.append('\n').toString();
    }

    private static void print(Object value, String newline, StringBuilder out) {
        if (value instanceof Map<?, ?> map) {
            String separator = "{";
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                out.append(separator).append(newline).append("  ");
                print(entry.getKey(), newline, out);
                out.append(": ");
                print(entry.getValue(), newline + "  ", out);
                separator = ",";
            }
            out.append(map.isEmpty() ? "{}" : newline + "}");
        } else if (value instanceof List<?> list) {
            boolean small = list.stream().noneMatch(item -> item instanceof Map || item instanceof List);
            String separator = "[";
            for (Object item : list) {
                out.append(separator).append(small ? "" : newline + "  ");
                print(item, newline + "  ", out);
                separator = small ? ", " : ",";
            }
            out.append(list.isEmpty() ? "[]" : small ? "]" : newline + "]");
        } else if (value instanceof String text) {
            out.append('"')
                    .append(text.replace("\\", "\\\\").replace("\"", "\\\""))
                    .append('"');
        } else {
            out.append(value);
        }
    }
}
