// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.operation;

import static dev.retort.yaml.part.CommonKeys.IF_EXISTS;
import static dev.retort.yaml.part.CommonKeys.IF_NOT_EXISTS;
import static dev.retort.yaml.part.Names.SCHEMA;
import static dev.retort.yaml.part.Names.TABLE;

import dev.retort.operation.CreateTrigger;
import dev.retort.operation.DropTrigger;
import dev.retort.schema.Identifier;
import dev.retort.schema.QualifiedName;
import dev.retort.yaml.form.Form;
import dev.retort.yaml.form.Key;
import dev.retort.yaml.form.Mapping;
import dev.retort.yaml.form.Scalars;
import dev.retort.yaml.form.Values;
import dev.retort.yaml.part.NameText;
import dev.retort.yaml.part.Namespace;
import dev.retort.yaml.part.TriggerYaml;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code create_trigger}, {@code drop_trigger}. */
final class TriggerOperations {

    private static final Form<CreateTrigger> CREATE_TRIGGER = Mapping.<CreateTrigger>of("create_trigger")
            .meaning("Creates a trigger.")
            .all(TriggerYaml.keys(), CreateTrigger::trigger)
            .optional(IF_NOT_EXISTS, CreateTrigger::ifNotExists, false)
            .makes(values -> new CreateTrigger(TriggerYaml.make(values), values.flag(IF_NOT_EXISTS)));

    private static final Key<Identifier> NAME = Key.of("name", Scalars.IDENTIFIER, "The trigger's name.");

    private static final Form<DropTrigger> DROP_TRIGGER = Mapping.<DropTrigger>of("drop_trigger")
            .meaning("Drops a trigger.")
            .orJust(NAME)
            .required(NAME, DropTrigger::trigger)
            .optional(TABLE, operation -> text(operation.table()))
            .optional(SCHEMA, operation -> namespace(operation.table()))
            .optional(IF_EXISTS, DropTrigger::ifExists, false)
            .makes(values -> new DropTrigger(table(values), values.get(NAME), values.flag(IF_EXISTS)));

    static final List<OperationYaml<?, ?>> ALL = List.of(
            OperationYaml.of("create_trigger", CreateTrigger.class, CREATE_TRIGGER),
            OperationYaml.of("drop_trigger", DropTrigger.class, DROP_TRIGGER));

    private TriggerOperations() {}

    private static @Nullable QualifiedName table(Values values) {
        NameText table = values.orNull(TABLE);
        if (table == null && values.has(SCHEMA)) {
            throw new IllegalArgumentException("'schema' must stand beside 'table'");
        }
        return table == null ? null : table.resolve(values.orNull(SCHEMA));
    }

    private static @Nullable NameText text(@Nullable QualifiedName table) {
        return table == null ? null : new NameText(table.name().value(), null);
    }

    private static @Nullable Namespace namespace(@Nullable QualifiedName table) {
        return table == null ? null : Namespace.of(table);
    }
}
