// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.part;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.schema.DataType;
import dev.retort.schema.TextAttributes;
import dev.retort.yaml.form.Choice;
import dev.retort.yaml.form.Definitions;
import dev.retort.yaml.form.Form;
import dev.retort.yaml.form.Json;
import dev.retort.yaml.form.Key;
import dev.retort.yaml.form.Mapping;
import dev.retort.yaml.form.Reading;
import dev.retort.yaml.form.Scalars;
import dev.retort.yaml.form.Shared;
import dev.retort.yaml.form.Values;
import dev.retort.yaml.node.YamlNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A type: one text, or a mapping for what a text cannot say: {@code {enum: [...], name: mood}}, {@code {native: "..."}},
 * {@code {array: ...}} and {@code {type: ..., collation: ..., charset: ...}}.
 */
public final class TypeYaml {

    /** Collation of a text type. */
    static final Key<String> COLLATION = Key.of("collation", Scalars.TEXT, "Collation of a text type.");

    /** Character set of a text type. */
    static final Key<String> CHARSET = Key.of("charset", Scalars.TEXT, "Character set of a text type.");

    /** A type in any of its forms. */
    public static final Form<DataType> FORM = new Shared<>(
            "type",
            "a type such as varchar(100), or a mapping such as {native: ...} or {enum: [...]}",
            TypeYaml::choice);

    /** The type of a column. */
    static final Key<DataType> TYPE =
            Key.of("type", FORM, "The type: varchar(100), {enum: [a, b]}, {native: ...}, integer[].");

    private static final Key<String> NATIVE =
            Key.of("native", Scalars.TEXT, "The type in the database's own words, kept as written.");
    private static final Key<DataType> ARRAY = Key.of("array", FORM, "The type of each element.");

    private static final Form<DataType> TEXT = new OneText();

    private static final Form<DataType> NATIVE_TYPE = Mapping.<DataType>of("a native type")
            .required(NATIVE, type -> ((DataType.Native) type).sql())
            .optional(COLLATION, type -> attributes(type).collation())
            .optional(CHARSET, type -> attributes(type).charset())
            .makes(values -> withAttributes(new DataType.Native(values.get(NATIVE)), attributes(values)));

    private static final Form<DataType> ARRAY_TYPE = Mapping.<DataType>of("an array type")
            .required(ARRAY, type -> ((DataType.Array) type).element())
            .makes(values -> new DataType.Array(values.get(ARRAY)));

    private static final Form<DataType> TEXT_TYPE = Mapping.<DataType>of("a type")
            .required(TYPE, TypeYaml::withoutAttributes)
            .optional(COLLATION, type -> attributes(type).collation())
            .optional(CHARSET, type -> attributes(type).charset())
            .makes(values -> withAttributes(values.get(TYPE), attributes(values)));

    private TypeYaml() {}

    private static Form<DataType> choice() {
        return new Choice<>(FORM.noun(), TypeYaml::formOf)
                .or(Choice.scalar(), TEXT)
                .or(Choice.has("enum"), EnumTypeYaml.FORM)
                .or(Choice.has("native"), NATIVE_TYPE)
                .or(Choice.has("array"), ARRAY_TYPE)
                .or(Choice.has("type"), TEXT_TYPE)
                .or(Choice.mapping(), new NoType());
    }

    private static Form<DataType> formOf(DataType type) {
        if (type instanceof DataType.Native) {
            return NATIVE_TYPE;
        }
        if (!attributes(type).equals(TextAttributes.DEFAULT)) {
            return TEXT_TYPE;
        }
        if (TypeText.print(type) != null) {
            return TEXT;
        }
        return type instanceof DataType.Enum ? EnumTypeYaml.FORM : ARRAY_TYPE;
    }

    /** The character set and collation that stand beside a type. */
    static TextAttributes attributes(Values values) {
        return new TextAttributes(values.orNull(CHARSET), values.orNull(COLLATION));
    }

    static TextAttributes attributes(DataType type) {
        return TextAttributes.of(type);
    }

    static DataType withoutAttributes(DataType type) {
        return attributes(type).equals(TextAttributes.DEFAULT) ? type : TextAttributes.DEFAULT.appliedTo(type);
    }

    static DataType withAttributes(DataType type, TextAttributes attributes) {
        return attributes.equals(TextAttributes.DEFAULT) ? type : attributes.appliedTo(type);
    }

    /** A type as one text. */
    private record OneText() implements Form<DataType> {

        @Override
        public String noun() {
            return "a type";
        }

        @Override
        public @Nullable DataType read(YamlNode node, Reading in) {
            try {
                return TypeText.parse(((YamlNode.Scalar) node).text());
            } catch (TypeText.UnknownType wrong) {
                in.error(ErrorCode.UNKNOWN_TYPE, node, String.valueOf(wrong.getMessage()), wrong.hint());
            } catch (IllegalArgumentException refused) {
                in.error(ErrorCode.UNKNOWN_TYPE, node, "The type is not possible: " + refused.getMessage() + ".", null);
            }
            return null;
        }

        @Override
        public YamlNode write(DataType value) {
            return YamlNode.text(String.valueOf(TypeText.print(value)));
        }

        @Override
        public Map<String, Object> schema(Definitions definitions) {
            return Json.object("type", "string");
        }
    }

    /** A mapping without any of the keys that would make it a type. */
    private record NoType() implements Form<DataType> {

        private static final List<String> KEYS = List.of("type", "native", "enum", "array");

        @Override
        public String noun() {
            return FORM.noun();
        }

        @Override
        public @Nullable DataType read(YamlNode node, Reading in) {
            List<YamlNode.Entry> entries = ((YamlNode.Mapping) node).entries();
            if (entries.isEmpty()) {
                in.expected(noun(), node, null);
            }
            entries.forEach(entry -> in.unknown(ErrorCode.UNKNOWN_KEY, "key", entry.key(), KEYS, " in a type"));
            return null;
        }

        @Override
        public YamlNode write(DataType value) {
            throw new IllegalArgumentException("a type must have a form to be written in, but " + value + " has none");
        }

        @Override
        public Map<String, Object> schema(Definitions definitions) {
            return Json.object("not", Json.object()); // nothing is of this form
        }
    }
}
