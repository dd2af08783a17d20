// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit;

import dev.retort.diagnostic.Severity;
import dev.retort.diagnostic.SourceLocation;
import dev.retort.dialect.PlacedOperation;
import dev.retort.engine.replay.Replay;
import dev.retort.engine.replay.ReplayState;
import dev.retort.operation.Operation;
import dev.retort.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;

/** Random operations that fit a schema: replay finds nothing wrong with them, and the dialect accepts them. */
public final class RandomOperations {

    private static final int ATTEMPTS = 60;

    private final Vocabulary words;
    private final Random random;
    private final Predicate<PlacedOperation> accepted;

    /**
     * @param words    what operations may be made of
     * @param random   where chance comes from
     * @param accepted which operations the dialect accepts
     */
    public RandomOperations(Vocabulary words, Random random, Predicate<PlacedOperation> accepted) {
        this.words = words;
        this.random = random;
        this.accepted = accepted;
    }

    /**
     * One operation.
     *
     * @param schema the schema that it fits
     * @return the operation with the schemas around it, or empty if none was found
     */
    public Optional<PlacedOperation> next(Schema schema) {
        return next(schema, operation -> true);
    }

    /**
     * One operation of some kinds.
     *
     * @param schema the schema that it fits
     * @param wanted which operations will do
     * @return the operation with the schemas around it, or empty if none was found
     */
    public Optional<PlacedOperation> next(Schema schema, Predicate<Operation> wanted) {
        if (schema.tables().isEmpty()) {
            return Optional.empty();
        }
        OperationKinds kinds = new OperationKinds(words, random, schema);
        for (int i = 0; i < ATTEMPTS; i++) {
            Optional<PlacedOperation> placed =
                    kinds.any().filter(wanted).flatMap(operation -> placed(operation, schema));
            if (placed.isPresent() && accepted.test(placed.get())) {
                return placed;
            }
        }
        return Optional.empty();
    }

    /** The operation with the schemas around it, if replay finds nothing wrong with it. */
    static Optional<PlacedOperation> placed(Operation operation, Schema before) {
        Replay replay = new Replay(ReplayState.of(before)).apply(operation, SourceLocation.NONE);
        boolean fits = replay.findings().stream().allMatch(finding -> finding.severity() == Severity.NOTE);
        Schema after = replay.state().schema();
        return fits
                ? Optional.of(new PlacedOperation(operation, SourceLocation.NONE, before, after))
                : Optional.empty();
    }

    /**
     * Operations that run one after another.
     *
     * @param start  the schema that the first one fits
     * @param length how many
     * @param wanted which operations will do
     * @return the operations; fewer if there are no more that fit
     */
    public List<PlacedOperation> sequence(Schema start, int length, Predicate<Operation> wanted) {
        List<PlacedOperation> sequence = new ArrayList<>();
        Schema schema = start;
        for (int i = 0; i < length; i++) {
            Optional<PlacedOperation> next = next(schema, wanted);
            if (next.isEmpty()) {
                break;
            }
            sequence.add(next.get());
            schema = next.get().after();
        }
        return sequence;
    }
}
