// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.part;

import dev.retort.schema.DataType;
import dev.retort.schema.QualifiedName;
import dev.retort.yaml.form.Choice;
import dev.retort.yaml.form.Converted;
import dev.retort.yaml.form.Form;
import dev.retort.yaml.form.Key;
import dev.retort.yaml.form.Lists;
import dev.retort.yaml.form.Mapping;
import dev.retort.yaml.form.Scalars;
import dev.retort.yaml.form.Values;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code {enum: [sad, ok], name: mood}}, or {@code {enum: mood}} for an enum type that exists. */
final class EnumTypeYaml {

    /**
     * What stands at {@code enum}.
     *
     * @param name   the name of a type that exists, or null
     * @param values the words; empty with a name
     */
    private record Words(@Nullable NameText name, List<String> values) {}

    private static final Form<Words> LIST = new Converted<>(
            Lists.of(Scalars.TEXT, "a list of words"), values -> new Words(null, values), Words::values);

    private static final Form<Words> REFERENCE =
            new Converted<>(Names.NAME, name -> new Words(name, List.of()), words -> words.name());

    private static final Key<Words> ENUM = Key.of(
            "enum",
            new Choice<Words>("a list of words, or the name of an enum type", w -> w.name() == null ? LIST : REFERENCE)
                    .or(Choice.list(), LIST)
                    .or(node -> true, REFERENCE),
            "The words, or the name of an enum type that exists.");

    private static final Key<NameText> NAME = Key.of("name", Names.NAME, "The name of the enum type.");

    static final Form<DataType> FORM = Mapping.<DataType>of("an enum type")
            .required(ENUM, type -> words((DataType.Enum) type))
            .optional(NAME, type -> name((DataType.Enum) type))
            .optional(Names.SCHEMA, type -> namespace((DataType.Enum) type))
            .makes(EnumTypeYaml::make);

    private EnumTypeYaml() {}

    private static DataType make(Values values) {
        Words words = values.get(ENUM);
        Namespace namespace = values.orNull(Names.SCHEMA);
        NameText reference = words.name();
        NameText name = values.orNull(NAME);
        if (reference != null) {
            if (name != null) {
                throw new IllegalArgumentException(
                        "an enum type must have its name in 'enum' or in 'name', not in both");
            }
            return new DataType.Enum(reference.resolve(namespace), List.of());
        }
        return new DataType.Enum(name == null ? null : name.resolve(namespace), words.values());
    }

    private static Words words(DataType.Enum type) {
        QualifiedName name = type.name();
        return new Words(
                type.values().isEmpty() && name != null
                        ? new NameText(name.name().value(), null)
                        : null,
                type.values());
    }

    private static @Nullable NameText name(DataType.Enum type) {
        QualifiedName name = type.name();
        return type.values().isEmpty() || name == null
                ? null
                : new NameText(name.name().value(), null);
    }

    private static @Nullable Namespace namespace(DataType.Enum type) {
        QualifiedName name = type.name();
        return name == null ? null : Namespace.of(name);
    }
}
