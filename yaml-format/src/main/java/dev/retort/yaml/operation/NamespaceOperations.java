// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.operation;

import static dev.retort.yaml.part.CommonKeys.CASCADE;
import static dev.retort.yaml.part.CommonKeys.IF_EXISTS;
import static dev.retort.yaml.part.CommonKeys.IF_NOT_EXISTS;

import dev.retort.operation.CreateSchema;
import dev.retort.operation.DropSchema;
import dev.retort.schema.Identifier;
import dev.retort.yaml.form.Form;
import dev.retort.yaml.form.Key;
import dev.retort.yaml.form.Mapping;
import dev.retort.yaml.form.Scalars;
import java.util.List;

/** {@code create_schema}, {@code drop_schema}. */
final class NamespaceOperations {

    private static final Key<Identifier> NAME = Key.of("name", Scalars.IDENTIFIER, "The schema's name.");
    private static final Key<String> AUTHORIZATION =
            Key.of("authorization", Scalars.TEXT, "The owner; the user who runs it if left out.");

    private static final Form<CreateSchema> CREATE_SCHEMA = Mapping.<CreateSchema>of("create_schema")
            .meaning("Creates a schema, in the sense of a namespace.")
            .orJust(NAME)
            .required(NAME, CreateSchema::schema)
            .optional(AUTHORIZATION, CreateSchema::authorization)
            .optional(IF_NOT_EXISTS, CreateSchema::ifNotExists, false)
            .makes(values ->
                    new CreateSchema(values.get(NAME), values.flag(IF_NOT_EXISTS), values.orNull(AUTHORIZATION)));

    private static final Form<DropSchema> DROP_SCHEMA = Mapping.<DropSchema>of("drop_schema")
            .meaning("Drops a schema, in the sense of a namespace.")
            .orJust(NAME)
            .required(NAME, DropSchema::schema)
            .optional(IF_EXISTS, DropSchema::ifExists, false)
            .optional(CASCADE, DropSchema::cascade, false)
            .makes(values -> new DropSchema(values.get(NAME), values.flag(IF_EXISTS), values.flag(CASCADE)));

    static final List<OperationYaml<?, ?>> ALL = List.of(
            OperationYaml.of("create_schema", CreateSchema.class, CREATE_SCHEMA),
            OperationYaml.of("drop_schema", DropSchema.class, DROP_SCHEMA));

    private NamespaceOperations() {}
}
