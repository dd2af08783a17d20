// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.operation;

import static dev.retort.yaml.part.CommonKeys.CASCADE;
import static dev.retort.yaml.part.CommonKeys.IF_EXISTS;

import dev.retort.operation.CreateRoutine;
import dev.retort.operation.DropRoutine;
import dev.retort.yaml.form.Form;
import dev.retort.yaml.form.Key;
import dev.retort.yaml.form.Mapping;
import dev.retort.yaml.form.Scalars;
import dev.retort.yaml.part.Names;
import dev.retort.yaml.part.RoutineYaml;
import java.util.List;

/** {@code create_routine}, {@code drop_routine}. */
final class RoutineOperations {

    private static final Key<Boolean> REPLACE = Key.of(
            "replace",
            Scalars.BOOLEAN,
            "true: one that exists is replaced; the definition then says CREATE OR REPLACE.");

    private static final Form<CreateRoutine> CREATE_ROUTINE = Mapping.<CreateRoutine>of("create_routine")
            .meaning("Creates a function or procedure.")
            .all(RoutineYaml.keys(), CreateRoutine::routine)
            .optional(REPLACE, CreateRoutine::replace, false)
            .makes(values -> new CreateRoutine(RoutineYaml.make(values), values.flag(REPLACE)));

    private static final Form<DropRoutine> DROP_ROUTINE = Mapping.<DropRoutine>of("drop_routine")
            .meaning("Drops a function or procedure.")
            .orJust(Names.NAME_KEY)
            .all(RoutineYaml.addKey(Mapping.of("a routine")), DropRoutine::routine)
            .optional(IF_EXISTS, DropRoutine::ifExists, false)
            .optional(CASCADE, DropRoutine::cascade, false)
            .makes(values -> new DropRoutine(RoutineYaml.key(values), values.flag(IF_EXISTS), values.flag(CASCADE)));

    static final List<OperationYaml<?, ?>> ALL = List.of(
            OperationYaml.of("create_routine", CreateRoutine.class, CREATE_ROUTINE),
            OperationYaml.of("drop_routine", DropRoutine.class, DROP_ROUTINE));

    private RoutineOperations() {}
}
