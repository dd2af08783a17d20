// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.form;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.yaml.node.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A form of one type made from the form of another.
 *
 * @param form the other form
 * @param to   makes the value; refuses by {@link IllegalArgumentException}
 * @param from gives the other form's value back
 * @param <U>  type of the other form
 * @param <T>  type of this form
 */
public record Converted<U, T>(Form<U> form, Function<U, T> to, Function<T, U> from) implements Form<T> {

    @Override
    public String noun() {
        return form.noun();
    }

    @Override
    public @Nullable T read(YamlNode node, Reading in) {
        U value = form.read(node, in);
        if (value == null) {
            return null;
        }
        try {
            return to.apply(value);
        } catch (IllegalArgumentException refused) {
            in.error(ErrorCode.BAD_VALUE, node, "Expected " + noun() + ", but " + refused.getMessage() + ".", null);
            return null;
        }
    }

    @Override
    public YamlNode write(T value) {
        return form.write(from.apply(value));
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return form.schema(definitions);
    }

    @Override
    public List<String> keys() {
        return form.keys();
    }
}
