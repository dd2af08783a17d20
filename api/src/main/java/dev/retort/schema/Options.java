// SPDX-License-Identifier: Apache-2.0
package dev.retort.schema;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Attributes that only one dialect knows, keyed by dialect id and option name. A dialect validates its own; the others
 * ignore them.
 *
 * @param byDialect for each dialect id its options; values are strings, booleans, {@code Long}, {@code BigDecimal} or
 *                  lists of these
 */
public record Options(SortedMap<String, SortedMap<String, Object>> byDialect) {

    /** No options at all. */
    public static final Options NONE = new Options(new TreeMap<>());

    public Options {
        SortedMap<String, SortedMap<String, Object>> copy = new TreeMap<>();
        byDialect.forEach((dialect, options) -> {
            if (!options.isEmpty()) {
                SortedMap<String, Object> values = new TreeMap<>();
                options.forEach((key, value) -> values.put(key, checked(key, value)));
                copy.put(dialect, Collections.unmodifiableSortedMap(values));
            }
        });
        byDialect = Collections.unmodifiableSortedMap(copy);
    }

    private static Object checked(String key, Object value) {
        if (value instanceof Integer number) {
            return number.longValue();
        }
        if (value instanceof java.math.BigDecimal number) {
            // One value for 5 and 5.0, as equality of options is that of their values.
            java.math.BigDecimal stripped = number.stripTrailingZeros();
            return stripped.scale() <= 0 && stripped.precision() - stripped.scale() <= 18
                    ? (Object) stripped.longValueExact()
                    : stripped;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(item -> checked(key, item)).toList();
        }
        if (value instanceof String || value instanceof Boolean || value instanceof Long) {
            return value;
        }
        throw new IllegalArgumentException("option " + key + " must be a string, boolean, number or list, but was a "
                + value.getClass().getName());
    }

    /**
     * One option of one dialect.
     *
     * @param dialect dialect id
     * @param key     option name
     * @param value   its value
     * @return the options
     */
    public static Options of(String dialect, String key, Object value) {
        return NONE.with(dialect, key, value);
    }

    /**
     * These options and one more, which replaces one of the same name.
     *
     * @param dialect dialect id
     * @param key     option name
     * @param value   its value, or null to remove it
     * @return a copy
     */
    public Options with(String dialect, String key, @Nullable Object value) {
        if (value == null && !forDialect(dialect).containsKey(key)) {
            return this;
        }
        SortedMap<String, SortedMap<String, Object>> copy = new TreeMap<>(byDialect);
        SortedMap<String, Object> options = new TreeMap<>(forDialect(dialect));
        if (value == null) {
            options.remove(key);
        } else {
            options.put(key, value);
        }
        copy.put(dialect, options);
        return new Options(copy);
    }

    /**
     * These options, overlaid by others. An option that is overlaid by {@code false} or an empty text is taken away: that is
     * how an operation removes one.
     *
     * @param other options that win
     * @return the union
     */
    public Options overlaidBy(Options other) {
        Options result = this;
        for (Map.Entry<String, SortedMap<String, Object>> entry : other.byDialect.entrySet()) {
            for (Map.Entry<String, Object> option : entry.getValue().entrySet()) {
                result = result.with(
                        entry.getKey(), option.getKey(), isOff(option.getValue()) ? null : option.getValue());
            }
        }
        return result;
    }

    /** {@return these options without those that are {@code false} or an empty text, which is the same as not being set} */
    public Options effective() {
        return NONE.overlaidBy(this);
    }

    /**
     * What has to be laid over these options to get others, see {@link #overlaidBy}.
     *
     * @param target the options to get
     * @return the options that differ; those to be taken away are {@code false} or an empty text
     */
    public Options overlayTo(Options target) {
        Options result = NONE;
        for (Map.Entry<String, SortedMap<String, Object>> entry :
                effective().byDialect.entrySet()) {
            for (Map.Entry<String, Object> option : entry.getValue().entrySet()) {
                result =
                        result.with(entry.getKey(), option.getKey(), option.getValue() instanceof Boolean ? false : "");
            }
        }
        for (Map.Entry<String, SortedMap<String, Object>> entry :
                target.effective().byDialect.entrySet()) {
            for (Map.Entry<String, Object> option : entry.getValue().entrySet()) {
                boolean same =
                        option.getValue().equals(forDialect(entry.getKey()).get(option.getKey()));
                result = result.with(entry.getKey(), option.getKey(), same ? null : option.getValue());
            }
        }
        return result;
    }

    private static boolean isOff(Object value) {
        return value.equals(Boolean.FALSE) || value.equals("");
    }

    /**
     * The options of one dialect alone.
     *
     * @param dialect dialect id
     * @return options for that dialect only
     */
    public Options only(String dialect) {
        if (byDialect.isEmpty() || (byDialect.size() == 1 && byDialect.containsKey(dialect))) {
            return this;
        }
        SortedMap<String, SortedMap<String, Object>> copy = new TreeMap<>();
        copy.put(dialect, new TreeMap<>(forDialect(dialect)));
        return new Options(copy);
    }

    /**
     * @param dialect dialect id
     * @return its options, possibly none
     */
    public SortedMap<String, Object> forDialect(String dialect) {
        return byDialect.getOrDefault(dialect, Collections.emptySortedMap());
    }

    /**
     * @param dialect dialect id
     * @param key     option name
     * @return the value as text, if set
     */
    public Optional<String> text(String dialect, String key) {
        return Optional.ofNullable(forDialect(dialect).get(key)).map(Object::toString);
    }

    /**
     * @param dialect dialect id
     * @param key     option name
     * @return whether the option is set to true
     */
    public boolean flag(String dialect, String key) {
        return Boolean.TRUE.equals(forDialect(dialect).get(key));
    }

    /** {@return whether there are none} */
    public boolean isEmpty() {
        return byDialect.isEmpty();
    }
}
