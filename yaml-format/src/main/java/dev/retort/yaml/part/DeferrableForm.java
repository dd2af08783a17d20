// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.part;

import dev.retort.schema.Deferrability;
import dev.retort.yaml.form.Definitions;
import dev.retort.yaml.form.Form;
import dev.retort.yaml.form.Json;
import dev.retort.yaml.form.Reading;
import dev.retort.yaml.node.YamlNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** When a constraint is checked: {@code false}, {@code immediate} (or {@code true}), {@code deferred}. */
record DeferrableForm() implements Form<Deferrability> {

    @Override
    public String noun() {
        return "false, immediate or deferred";
    }

    @Override
    public @Nullable Deferrability read(YamlNode node, Reading in) {
        if (node instanceof YamlNode.Scalar scalar) {
            switch (scalar.text()) {
                case "false":
                    return Deferrability.NOT_DEFERRABLE;
                case "true", "immediate":
                    return Deferrability.INITIALLY_IMMEDIATE;
                case "deferred":
                    return Deferrability.INITIALLY_DEFERRED;
                default:
                    break;
            }
        }
        in.expected(noun(), node, null);
        return null;
    }

    @Override
    public YamlNode write(Deferrability value) {
        return switch (value) {
            case NOT_DEFERRABLE -> YamlNode.plain("false");
            case INITIALLY_IMMEDIATE -> YamlNode.text("immediate");
            case INITIALLY_DEFERRED -> YamlNode.text("deferred");
        };
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return Json.object("enum", List.of(false, true, "immediate", "deferred"));
    }
}
