// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.form;

import dev.retort.yaml.node.YamlNode;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whole numbers. */
record LongForm() implements Form<Long> {

    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]*)");

    @Override
    public String noun() {
        return "a whole number";
    }

    @Override
    public @Nullable Long read(YamlNode node, Reading in) {
        if (node instanceof YamlNode.Scalar scalar
                && scalar.plain()
                && WHOLE.matcher(scalar.text()).matches()) {
            try {
                return Long.valueOf(scalar.text());
            } catch (NumberFormatException tooLong) {
                in.expected("a whole number of at most 64 bits", node, null);
                return null;
            }
        }
        in.expected(noun(), node, null);
        return null;
    }

    @Override
    public YamlNode write(Long value) {
        return YamlNode.plain(value.toString());
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return Json.object("type", "integer");
    }
}
