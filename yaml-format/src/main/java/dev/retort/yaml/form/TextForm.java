// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.form;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.yaml.node.YamlNode;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Values that stand as text. */
record TextForm<T>(String noun, Function<String, T> parse, Function<T, YamlNode> print) implements Form<T> {

    @Override
    public @Nullable T read(YamlNode node, Reading in) {
        if (!(node instanceof YamlNode.Scalar scalar) || node.isNull()) {
            in.expected(noun, node, node.isNull() ? "The text 'null' needs quotes." : null);
            return null;
        }
        try {
            return parse.apply(scalar.text());
        } catch (IllegalArgumentException refused) {
            in.error(ErrorCode.BAD_VALUE, node, "Expected " + noun + ", but " + refused.getMessage() + ".", null);
            return null;
        }
    }

    @Override
    public YamlNode write(T value) {
        return print.apply(value);
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return Scalars.textSchema();
    }
}
