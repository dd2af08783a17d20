// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.operation;

import dev.retort.yaml.form.Definitions;
import dev.retort.yaml.form.Json;
import dev.retort.yaml.part.TimeoutsYaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON Schema of one item of a list of operations. */
final class OperationSchema {

    private OperationSchema() {}

    static Map<String, Object> item(
            Definitions definitions, Map<String, OperationYaml<?, ?>> operations, boolean conditional) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<Object> oneOf = new ArrayList<>();
        operations.forEach((keyword, operation) -> {
            properties.put(keyword, definitions.reference(keyword, () -> operation.schema(definitions)));
            oneOf.add(Json.object("required", List.of(keyword)));
        });
        if (conditional) {
            properties.put("when", StepConditions.WHEN.schema(definitions));
            properties.put("allow", StepConditions.ALLOW.schema(definitions));
            properties.put("timeouts", TimeoutsYaml.FORM.schema(definitions));
        }
        return Json.object("type", "object", "properties", properties, "additionalProperties", false, "oneOf", oneOf);
    }
}
