// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.operation;

import static dev.retort.yaml.part.Names.SCHEMA;
import static dev.retort.yaml.part.Names.TABLE;

import dev.retort.schema.Identifier;
import dev.retort.schema.QualifiedName;
import dev.retort.yaml.form.Key;
import dev.retort.yaml.form.Mapping;
import dev.retort.yaml.form.Values;
import dev.retort.yaml.part.NameText;
import dev.retort.yaml.part.Namespace;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The name of something that belongs to a table, in the namespace of that table unless it is written as a mapping.
 *
 * @param table the table, or null if the name alone says it
 * @param name  the name
 */
record OwnedName(@Nullable QualifiedName table, QualifiedName name) {

    static <T> Mapping.Builder<T> keys(Mapping.Builder<T> builder, Key<NameText> key, Function<T, OwnedName> get) {
        return builder.required(key, value -> get.apply(value).ownText())
                .optional(TABLE, value -> get.apply(value).tableText())
                .optional(SCHEMA, value -> get.apply(value).namespace());
    }

    static OwnedName resolve(Values values, Key<NameText> key) {
        NameText own = values.get(key);
        NameText owner = values.orNull(TABLE);
        Namespace namespace = values.orNull(SCHEMA);
        if (owner == null) {
            return new OwnedName(null, own.resolve(namespace));
        }
        QualifiedName table = owner.resolve(namespace);
        QualifiedName exact = own.exact();
        return new OwnedName(table, exact != null ? exact : table.sibling(new Identifier(own.text())));
    }

    private boolean together() {
        return table == null || Objects.equals(table.namespace(), name.namespace());
    }

    private NameText ownText() {
        return new NameText(name.name().value(), together() ? null : name);
    }

    private @Nullable NameText tableText() {
        return table == null ? null : new NameText(table.name().value(), together() ? null : table);
    }

    private @Nullable Namespace namespace() {
        if (!together()) {
            return null;
        }
        boolean dotted = (table == null ? name : table).name().value().indexOf('.') >= 0;
        return name.namespace() != null || dotted ? new Namespace(name.namespace()) : null;
    }
}
