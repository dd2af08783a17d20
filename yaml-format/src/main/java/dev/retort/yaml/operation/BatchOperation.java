// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.operation;

import static dev.retort.yaml.part.CommonKeys.OPTIONS;
import static dev.retort.yaml.part.Names.TABLE;

import dev.retort.operation.Batch;
import dev.retort.operation.Operation;
import dev.retort.schema.Options;
import dev.retort.yaml.form.Form;
import dev.retort.yaml.form.Key;
import dev.retort.yaml.form.Mapping;
import dev.retort.yaml.form.Scalars;
import dev.retort.yaml.part.Names;
import java.util.List;

/** {@code batch}: operations on one table, applied together. */
final class BatchOperation {

    private static final Key<Batch.Recreate> RECREATE = Key.of(
            "recreate",
            Scalars.words("auto, always or never", Batch.Recreate.class),
            "Whether the table is made anew: auto, always or never.");
    private static final Key<List<Operation>> OPERATIONS =
            Key.of("operations", BatchedOperations.FORM, "The operations; their table is that of the batch.");

    private static final Form<Batch> BATCH = new BatchTable(Names.add(
                    Mapping.<Batch>of("batch")
                            .meaning("Groups operations on one table.")
                            .inBlockStyle(),
                    TABLE,
                    Batch::table)
            .optional(RECREATE, Batch::recreate, Batch.Recreate.AUTO)
            .optional(OPTIONS, Batch::options, Options.NONE)
            .required(OPERATIONS, Batch::operations)
            .makes(values -> new Batch(
                    Names.resolve(values, TABLE),
                    values.get(OPERATIONS),
                    values.or(RECREATE, Batch.Recreate.AUTO),
                    values.or(OPTIONS, Options.NONE))));

    static final List<OperationYaml<?, ?>> ALL = List.of(OperationYaml.of("batch", Batch.class, BATCH));

    private BatchOperation() {}
}
