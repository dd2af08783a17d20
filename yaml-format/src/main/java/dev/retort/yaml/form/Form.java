// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.form;

import dev.retort.yaml.node.YamlNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a value stands in YAML.
 *
 * @param <T> the value's type
 */
public interface Form<T> {

    /** {@return what is expected, in words and with an article: {@code a list of column names}} */
    String noun();

    /**
     * Reads a value.
     *
     * @param node what was written
     * @param in   takes everything that is wrong
     * @return the value, or null if something was wrong, which has then been reported
     */
    @Nullable
    T read(YamlNode node, Reading in);

    /**
     * Writes a value so that {@link #read} gives it back.
     *
     * @param value the value
     * @return what to print
     */
    YamlNode write(T value);

    /**
     * Describes what {@link #read} accepts.
     *
     * @param definitions takes the descriptions that are shared
     * @return a JSON Schema
     */
    Map<String, Object> schema(Definitions definitions);

    /** {@return keys that may stand in it, for advice on keys that stand elsewhere; empty if it has no fixed keys} */
    default List<String> keys() {
        return List.of();
    }
}
