// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.operation;

import static dev.retort.yaml.part.CommonKeys.CASCADE;
import static dev.retort.yaml.part.CommonKeys.IF_EXISTS;
import static dev.retort.yaml.part.CommonKeys.IF_NOT_EXISTS;
import static dev.retort.yaml.part.Names.NAME_KEY;

import dev.retort.operation.AlterSequence;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.DropSequence;
import dev.retort.yaml.form.Form;
import dev.retort.yaml.form.Key;
import dev.retort.yaml.form.Mapping;
import dev.retort.yaml.form.Scalars;
import dev.retort.yaml.part.Names;
import dev.retort.yaml.part.SequenceYaml;
import java.util.List;

/** {@code create_sequence}, {@code alter_sequence}, {@code drop_sequence}. */
final class SequenceOperations {

    private static final Key<Long> RESTART_WITH = Key.of("restart_with", Scalars.LONG, "The next value.");

    private static final Form<CreateSequence> CREATE_SEQUENCE = Mapping.<CreateSequence>of("create_sequence")
            .meaning("Creates a sequence.")
            .orJust(NAME_KEY)
            .all(SequenceYaml.keys("a sequence"), CreateSequence::sequence)
            .optional(IF_NOT_EXISTS, CreateSequence::ifNotExists, false)
            .makes(values -> new CreateSequence(SequenceYaml.make(values), values.flag(IF_NOT_EXISTS)));

    private static final Form<AlterSequence> ALTER_SEQUENCE = Mapping.<AlterSequence>of("alter_sequence")
            .meaning("Replaces the definition of a sequence, which goes on from where it is.")
            .all(SequenceYaml.keys("a sequence"), AlterSequence::sequence)
            .optional(RESTART_WITH, AlterSequence::restartWith)
            .makes(values -> new AlterSequence(SequenceYaml.make(values), values.orNull(RESTART_WITH)));

    private static final Form<DropSequence> DROP_SEQUENCE = Names.add(
                    Mapping.<DropSequence>of("drop_sequence").meaning("Drops a sequence."),
                    NAME_KEY,
                    DropSequence::sequence)
            .orJust(NAME_KEY)
            .optional(IF_EXISTS, DropSequence::ifExists, false)
            .optional(CASCADE, DropSequence::cascade, false)
            .makes(values ->
                    new DropSequence(Names.resolve(values, NAME_KEY), values.flag(IF_EXISTS), values.flag(CASCADE)));

    static final List<OperationYaml<?, ?>> ALL = List.of(
            OperationYaml.of("create_sequence", CreateSequence.class, CREATE_SEQUENCE),
            OperationYaml.of("alter_sequence", AlterSequence.class, ALTER_SEQUENCE),
            OperationYaml.of("drop_sequence", DropSequence.class, DROP_SEQUENCE));

    private SequenceOperations() {}
}
