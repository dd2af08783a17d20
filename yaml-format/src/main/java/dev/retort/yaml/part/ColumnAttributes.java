// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.part;

import dev.retort.operation.Setting;
import dev.retort.schema.DataType;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.Generated;
import dev.retort.schema.Identity;
import dev.retort.schema.TextAttributes;
import dev.retort.yaml.form.Key;
import dev.retort.yaml.form.Mapping;
import dev.retort.yaml.form.Setter;
import dev.retort.yaml.form.Values;
import org.jspecify.annotations.Nullable;

/** Attributes of a column where each may be set, dropped or left as it is. */
public final class ColumnAttributes {

    /** Default; null drops it. */
    public static final Key<Setting<DefaultValue>> DEFAULT = Key.of(
                    "default", new Setter<>(DefaultYaml.FORM), "The new server default; null drops it.")
            .takingNull();

    /** Identity; null or false drops it. */
    public static final Key<Setting<Identity>> IDENTITY = IdentityYaml.KEY;

    /** Computation; null drops it. */
    public static final Key<Setting<Generated>> GENERATED = Key.of(
                    "generated",
                    new Setter<>(GeneratedYaml.FORM),
                    "What it is computed from; null makes it a plain column.")
            .takingNull();

    private ColumnAttributes() {}

    /**
     * A type that may be left out.
     *
     * @param type the type, or null
     */
    public record TypeOrNone(@Nullable DataType type) {

        TextAttributes attributes() {
            return type == null ? TextAttributes.DEFAULT : TypeYaml.attributes(type);
        }
    }

    /** {@return keys of a type that may be left out} */
    public static Mapping.Builder<TypeOrNone> typeKeys() {
        return Mapping.<TypeOrNone>of("a type")
                .optional(TypeYaml.TYPE, value -> {
                    DataType type = value.type();
                    return type == null ? null : TypeYaml.withoutAttributes(type);
                })
                .optional(TypeYaml.COLLATION, value -> value.attributes().collation())
                .optional(TypeYaml.CHARSET, value -> value.attributes().charset());
    }

    /**
     * @param values what was read
     * @return the type, or null if it was left out
     */
    public static @Nullable DataType type(Values values) {
        DataType type = values.orNull(TypeYaml.TYPE);
        TextAttributes attributes = TypeYaml.attributes(values);
        if (type == null && !attributes.equals(TextAttributes.DEFAULT)) {
            throw new IllegalArgumentException("'collation' and 'charset' must stand beside 'type': repeat the type");
        }
        return type == null ? null : TypeYaml.withAttributes(type, attributes);
    }
}
