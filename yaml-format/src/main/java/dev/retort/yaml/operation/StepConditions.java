// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.operation;

import dev.retort.migration.Condition;
import dev.retort.yaml.form.Definitions;
import dev.retort.yaml.form.Form;
import dev.retort.yaml.form.Json;
import dev.retort.yaml.form.Key;
import dev.retort.yaml.form.Lists;
import dev.retort.yaml.form.Mapping;
import dev.retort.yaml.form.Reading;
import dev.retort.yaml.form.Scalars;
import dev.retort.yaml.node.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What stands beside an operation: {@code when}, where it applies, and {@code allow}, which lint rules are silent. */
final class StepConditions {

    private static final Key<List<String>> DIALECT = Key.of(
            "dialect",
            Lists.of(Scalars.TEXT, "a dialect, or a list of dialects").preferablyOne(),
            "Applies to this dialect alone.");
    private static final Key<List<String>> TARGET = Key.of(
            "target",
            Lists.of(Scalars.TEXT, "a target, or a list of targets").preferablyOne(),
            "Applies to this target alone.");

    static final Form<Condition> WHEN = Mapping.<Condition>of("a condition")
            .optional(DIALECT, condition -> sorted(condition.dialects()))
            .optional(TARGET, condition -> sorted(condition.targets()))
            .makes(values ->
                    new Condition(Set.copyOf(values.or(DIALECT, List.of())), Set.copyOf(values.or(TARGET, List.of()))));

    static final Form<SortedMap<String, String>> ALLOW = new Allow();

    private StepConditions() {}

    private static @Nullable List<String> sorted(Set<String> names) {
        return names.isEmpty() ? null : names.stream().sorted().toList();
    }

    /** Reasons by rule: a mapping, or a list of mappings. */
    private record Allow() implements Form<SortedMap<String, String>> {

        @Override
        public String noun() {
            return "a mapping from lint rules to reasons, such as {drop-column: \"it is empty\"}";
        }

        @Override
        public @Nullable SortedMap<String, String> read(YamlNode node, Reading in) {
            List<YamlNode> items = node instanceof YamlNode.Sequence list ? list.items() : List.of(node);
            SortedMap<String, String> reasons = new TreeMap<>();
            boolean good = true;
            for (YamlNode item : items) {
                if (item instanceof YamlNode.Mapping mapping) {
                    for (YamlNode.Entry entry : mapping.entries()) {
                        String reason = Scalars.TEXT.read(entry.value(), in);
                        good &= reason != null;
                        reasons.put(entry.key().text(), String.valueOf(reason));
                    }
                } else {
                    in.expected(noun(), item, "Give the reason, too: {rule: \"reason\"}.");
                    good = false;
                }
            }
            return good ? reasons : null;
        }

        @Override
        public YamlNode write(SortedMap<String, String> value) {
            return YamlNode.list(value.entrySet().stream()
                    .map(entry -> YamlNode.mapping(entry.getKey(), YamlNode.text(entry.getValue())))
                    .toList());
        }

        @Override
        public Map<String, Object> schema(Definitions definitions) {
            Map<String, Object> reasons =
                    Json.object("type", "object", "additionalProperties", Scalars.TEXT.schema(definitions));
            return Json.anyOf(List.of(reasons, Json.object("type", "array", "items", reasons)));
        }
    }
}
