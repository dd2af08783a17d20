// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.form;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.project.DurationText;
import dev.retort.yaml.node.YamlNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Durations with a unit; a plain number means seconds. */
record DurationForm() implements Form<Duration> {

    @Override
    public String noun() {
        return "a duration such as 500ms, 5s, 10min or 1h";
    }

    @Override
    public @Nullable Duration read(YamlNode node, Reading in) {
        if (!(node instanceof YamlNode.Scalar scalar) || node.isNull()) {
            in.expected(noun(), node, null);
            return null;
        }
        try {
            return DurationText.parse(scalar.text());
        } catch (IllegalArgumentException refused) {
            in.error(ErrorCode.BAD_VALUE, node, "Expected " + noun() + ", but " + refused.getMessage() + ".", null);
            return null;
        }
    }

    @Override
    public YamlNode write(Duration value) {
        return YamlNode.text(DurationText.print(value));
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return Json.object("type", List.of("string", "integer"), "pattern", DurationText.PATTERN, "minimum", 0);
    }
}
