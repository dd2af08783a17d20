// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.operation;

import dev.retort.migration.MigrationStep;
import dev.retort.operation.Operation;
import dev.retort.yaml.form.Definitions;
import dev.retort.yaml.form.Form;
import dev.retort.yaml.form.Json;
import dev.retort.yaml.form.Reading;
import dev.retort.yaml.node.YamlNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A list of operations without conditions: the effects of an {@code execute}, and what stands in a {@code batch}. */
record OperationList() implements Form<List<Operation>> {

    static final Form<List<Operation>> FORM = new OperationList();

    @Override
    public String noun() {
        return "a list of operations";
    }

    @Override
    public @Nullable List<Operation> read(YamlNode node, Reading in) {
        List<MigrationStep> steps = StepList.OPERATIONS_ALONE.read(node, in);
        return steps == null
                ? null
                : steps.stream().map(MigrationStep::operation).toList();
    }

    @Override
    public YamlNode write(List<Operation> value) {
        return YamlNode.list(value.stream()
                .map(operation -> YamlNode.mapping(
                        operation.keyword(), OperationForms.of(operation).write(operation)))
                .toList());
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        Map<String, Object> one = definitions.reference(
                "operation", () -> OperationSchema.item(definitions, OperationForms.all(), false));
        return Json.object("type", "array", "items", one);
    }
}
