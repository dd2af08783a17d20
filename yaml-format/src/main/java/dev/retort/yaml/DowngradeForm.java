// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml;

import dev.retort.migration.Downgrade;
import dev.retort.migration.MigrationStep;
import dev.retort.yaml.form.Definitions;
import dev.retort.yaml.form.Form;
import dev.retort.yaml.form.Json;
import dev.retort.yaml.form.Key;
import dev.retort.yaml.form.Mapping;
import dev.retort.yaml.form.Reading;
import dev.retort.yaml.form.Scalars;
import dev.retort.yaml.node.YamlNode;
import dev.retort.yaml.operation.StepList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a migration is undone: {@code auto}, a list of operations, nothing, or {@code {irreversible: "reason"}}. */
record DowngradeForm() implements Form<Downgrade> {

    private static final String AUTO = "auto";
    private static final Key<String> REASON =
            Key.of("irreversible", Scalars.TEXT, "Why it cannot be undone, in words.");
    private static final Form<String> IRREVERSIBLE =
            Mapping.<String>of("downgrade").required(REASON, reason -> reason).makes(values -> values.get(REASON));

    @Override
    public String noun() {
        return "auto, a list of operations, or {irreversible: \"reason\"}";
    }

    @Override
    public @Nullable Downgrade read(YamlNode node, Reading in) {
        if (node.isNull()) {
            return new Downgrade.Steps(List.of());
        }
        if (node instanceof YamlNode.Sequence) {
            List<MigrationStep> steps = StepList.FORM.read(node, in);
            return steps == null ? null : new Downgrade.Steps(steps);
        }
        if (node instanceof YamlNode.Mapping) {
            String reason = IRREVERSIBLE.read(node, in);
            return reason == null ? null : new Downgrade.Irreversible(reason, in.at(node));
        }
        if (((YamlNode.Scalar) node).text().equals(AUTO)) {
            return new Downgrade.Auto(in.at(node));
        }
        in.expected(noun(), node, null);
        return null;
    }

    @Override
    public YamlNode write(Downgrade value) {
        if (value instanceof Downgrade.Steps steps) {
            return StepList.FORM.write(steps.steps());
        }
        return value instanceof Downgrade.Irreversible irreversible
                ? IRREVERSIBLE.write(irreversible.reason())
                : YamlNode.text(AUTO);
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return Json.anyOf(List.of(
                Json.object("const", AUTO),
                StepList.FORM.schema(definitions),
                IRREVERSIBLE.schema(definitions),
                Json.object("type", "null")));
    }
}
