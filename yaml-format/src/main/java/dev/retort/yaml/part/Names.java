// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.part;

import dev.retort.schema.Identifier;
import dev.retort.schema.QualifiedName;
import dev.retort.yaml.form.Choice;
import dev.retort.yaml.form.Converted;
import dev.retort.yaml.form.Definitions;
import dev.retort.yaml.form.Form;
import dev.retort.yaml.form.Json;
import dev.retort.yaml.form.Key;
import dev.retort.yaml.form.Lists;
import dev.retort.yaml.form.Mapping;
import dev.retort.yaml.form.Reading;
import dev.retort.yaml.form.Scalars;
import dev.retort.yaml.form.Shared;
import dev.retort.yaml.form.Values;
import dev.retort.yaml.node.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Names of objects. A name with a dot is {@code schema.name}; a {@code schema} key beside it, even an empty one, says the
 * namespace instead and leaves the name as it is.
 */
public final class Names {

    /** The namespace of the name beside it. */
    public static final Key<Namespace> SCHEMA = Key.of(
                    "schema", new NamespaceForm(), "The namespace; without it a name with a dot is schema.name.")
            .takingNull();

    private static final Key<Identifier> EXACT_NAME = Key.of("name", Scalars.IDENTIFIER, "The name.");
    private static final Form<QualifiedName> EXACT = Mapping.<QualifiedName>of("a name")
            .required(EXACT_NAME, QualifiedName::name)
            .optional(SCHEMA, name -> new Namespace(name.namespace()))
            .makes(values ->
                    new QualifiedName(values.or(SCHEMA, new Namespace(null)).name(), values.get(EXACT_NAME)));

    /** A name whose namespace may stand beside it. */
    public static final Form<NameText> NAME = Shared.of(
            "name",
            new Choice<NameText>("a name", value -> value.exact() == null ? plain() : exact())
                    .or(Choice.scalar(), plain())
                    .or(Choice.mapping(), exact()));

    /** A name with nothing beside it. */
    public static final Form<QualifiedName> WHOLE = new Converted<>(NAME, text -> text.resolve(null), Names::whole);

    /** The object's own name. */
    public static final Key<NameText> NAME_KEY = Key.of("name", NAME, "The name.");

    /** The table that is changed. */
    public static final Key<NameText> TABLE = Key.of("table", NAME, "The table.");

    /** A list of column names. */
    public static final Form<List<Identifier>> COLUMN_NAMES =
            Shared.of("column_names", Lists.of(Scalars.IDENTIFIER, "a list of column names"));

    private Names() {}

    private static Form<NameText> plain() {
        return Scalars.text("a name", Names::checked, NameText::text);
    }

    private static NameText checked(String text) {
        return new NameText(new Identifier(text).value(), null);
    }

    private static Form<NameText> exact() {
        return new Converted<>(EXACT, name -> new NameText(name.name().value(), name), name -> name.resolve(null));
    }

    private static NameText whole(QualifiedName name) {
        return new NameText(
                name.toString(), name.name().value().indexOf('.') >= 0 || dotted(name.namespace()) ? name : null);
    }

    private static boolean dotted(@Nullable Identifier namespace) {
        return namespace != null && namespace.value().indexOf('.') >= 0;
    }

    /**
     * Keys for a name and its namespace.
     *
     * @param builder takes the keys
     * @param key     the key of the name
     * @param get     gives the name
     * @param <T>     type of what has the name
     * @return the builder
     */
    public static <T> Mapping.Builder<T> add(
            Mapping.Builder<T> builder, Key<NameText> key, Function<T, QualifiedName> get) {
        return builder.required(
                        key, value -> new NameText(get.apply(value).name().value(), null))
                .optional(SCHEMA, value -> Namespace.of(get.apply(value)));
    }

    /**
     * @param values what was read
     * @param key    the key of the name
     * @return the name, in the namespace that stands beside it
     */
    public static QualifiedName resolve(Values values, Key<NameText> key) {
        return values.get(key).resolve(values.orNull(SCHEMA));
    }

    private record NamespaceForm() implements Form<Namespace> {

        @Override
        public String noun() {
            return "the name of a schema";
        }

        @Override
        public @Nullable Namespace read(YamlNode node, Reading in) {
            if (node.isNull()) {
                return new Namespace(null);
            }
            Identifier name = Scalars.IDENTIFIER.read(node, in);
            return name == null ? null : new Namespace(name);
        }

        @Override
        public YamlNode write(Namespace value) {
            Identifier name = value.name();
            return name == null ? YamlNode.plain("null") : Scalars.IDENTIFIER.write(name);
        }

        @Override
        public Map<String, Object> schema(Definitions definitions) {
            return Json.orNull(Scalars.IDENTIFIER.schema(definitions));
        }
    }
}
