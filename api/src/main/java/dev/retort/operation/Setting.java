// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an alteration does to an attribute that may be absent: keep it, set it, or drop it. (Alembic uses {@code False}
 * for "keep" and {@code None} for "drop".)
 *
 * @param <T> type of the attribute
 */
public sealed interface Setting<T> {

    /**
     * Leave the attribute as it is.
     *
     * @param <T> type of the attribute
     */
    record Keep<T>() implements Setting<T> {}

    /**
     * Give the attribute a value.
     *
     * @param value the value
     * @param <T>   type of the attribute
     */
    record To<T>(T value) implements Setting<T> {}

    /**
     * Take the attribute away.
     *
     * @param <T> type of the attribute
     */
    record Drop<T>() implements Setting<T> {}

    /**
     * @param <T> type of the attribute
     * @return keep
     */
    static <T> Setting<T> keep() {
        return new Keep<>();
    }

    /**
     * @param value the value, or null to drop
     * @param <T>   type of the attribute
     * @return set or drop
     */
    static <T> Setting<T> ofNullable(@Nullable T value) {
        return value == null ? new Drop<>() : new To<>(value);
    }

    /**
     * The attribute afterwards.
     *
     * @param before the attribute before, or null if it was absent
     * @return the attribute, or null if it is absent
     */
    default @Nullable T applyTo(@Nullable T before) {
        if (this instanceof Keep<T>) {
            return before;
        }
        return this instanceof To<T> to ? to.value() : null;
    }

    /** {@return whether anything is said about the attribute} */
    default boolean isChange() {
        return !(this instanceof Keep<T>);
    }

    /** {@return the new value, if one is set} */
    default Optional<T> newValue() {
        return this instanceof To<T> to ? Optional.of(to.value()) : Optional.empty();
    }
}
