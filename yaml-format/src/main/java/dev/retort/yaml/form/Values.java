// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.form;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of a mapping's keys, each of the type that its key says. */
public final class Values {

    private final Map<Key<?>, Object> byKey = new HashMap<>();

    Values() {}

    void put(Key<?> key, Object value) {
        byKey.put(key, value);
    }

    /**
     * @param key a required key
     * @param <V> its type
     * @return its value
     */
    public <V> V get(Key<V> key) {
        V value = orNull(key);
        if (value == null) {
            throw new IllegalArgumentException("'" + key.name() + "' must be given");
        }
        return value;
    }

    /**
     * @param key a key
     * @param <V> its type
     * @return its value, or null if it was left out
     */
    @SuppressWarnings("unchecked") // put() is given what the key's own form read
    public <V> @Nullable V orNull(Key<V> key) {
        return (V) byKey.get(key);
    }

    /**
     * @param key       a key
     * @param otherwise the value if it was left out
     * @param <V>       its type
     * @return its value
     */
    public <V> V or(Key<V> key, V otherwise) {
        V value = orNull(key);
        return value == null ? otherwise : value;
    }

    /**
     * @param key a key of a truth value
     * @return whether it was given and is true
     */
    public boolean flag(Key<Boolean> key) {
        return or(key, false);
    }

    /**
     * @param key a key
     * @return whether it was given
     */
    public boolean has(Key<?> key) {
        return byKey.containsKey(key);
    }
}
