// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.operation;

import dev.retort.operation.Operation;
import dev.retort.yaml.form.Definitions;
import dev.retort.yaml.form.Form;
import dev.retort.yaml.form.Json;
import dev.retort.yaml.form.Reading;
import dev.retort.yaml.node.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operations of a batch, in whose JSON Schema no table is required. */
record BatchedOperations() implements Form<List<Operation>> {

    static final Form<List<Operation>> FORM = new BatchedOperations();

    @Override
    public String noun() {
        return OperationList.FORM.noun();
    }

    @Override
    public @Nullable List<Operation> read(YamlNode node, Reading in) {
        return OperationList.FORM.read(node, in);
    }

    @Override
    public YamlNode write(List<Operation> value) {
        return OperationList.FORM.write(value);
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<Object> oneOf = new ArrayList<>();
        OperationForms.all().forEach((keyword, operation) -> {
            boolean takesTable = operation.form().keys().contains("table") && !keyword.equals("batch");
            if (takesTable) {
                properties.put(keyword, withoutTable(operation.schema(definitions)));
            } else {
                properties.put(keyword, definitions.reference(keyword, () -> operation.schema(definitions)));
            }
            oneOf.add(Json.object("required", List.of(keyword)));
        });
        Map<String, Object> item =
                Json.object("type", "object", "properties", properties, "additionalProperties", false, "oneOf", oneOf);
        return Json.object("type", "array", "items", definitions.reference("batched_operation", () -> item));
    }

    private static Map<String, Object> withoutTable(Map<String, Object> schema) {
        Map<String, Object> copy = new LinkedHashMap<>();
        schema.forEach((key, value) -> copy.put(key, key.equals("required") ? rest(value) : each(value)));
        return copy;
    }

    private static Object each(Object value) {
        if (!(value instanceof List<?> list)) {
            return value;
        }
        return list.stream().map(BatchedOperations::part).toList();
    }

    private static Object part(Object item) {
        if (!(item instanceof Map<?, ?> map)) {
            return item;
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        map.forEach((key, value) -> schema.put((String) key, value));
        return withoutTable(schema);
    }

    private static Object rest(Object required) {
        return ((List<?>) required).stream().filter(key -> !key.equals("table")).toList();
    }
}
