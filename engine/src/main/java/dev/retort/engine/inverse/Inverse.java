// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.inverse;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.Outcome;
import dev.retort.dialect.Capability;
import dev.retort.dialect.Dialect;
import dev.retort.engine.replay.Replay;
import dev.retort.engine.replay.ReplayState;
import dev.retort.migration.MigrationStep;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DeleteRows;
import dev.retort.operation.DropTable;
import dev.retort.operation.InsertRows;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameTable;
import dev.retort.operation.UpdateRows;
import dev.retort.schema.QualifiedName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Computes what undoes operations. It holds that applying an operation and then its inverse gives the schema before; rows come
 * back only where that is possible, and a finding says where it is not.
 */
public final class Inverse {

    private final boolean placing;
    private final Function<ReplayState, Replay> replays;

    /**
     * @param placing whether a column that comes back takes its old place; else it goes to the end, which is the only place
     *                on most databases
     */
    public Inverse(boolean placing) {
        this.placing = placing;
        this.replays = Replay::new;
    }

    /**
     * @param dialect where a column that comes back goes, and which quotes a renamed column gets in a text
     */
    public Inverse(Dialect dialect) {
        this.placing = dialect.can(Capability.COLUMN_POSITION);
        this.replays = start -> new Replay(start, dialect);
    }

    /**
     * What undoes one operation.
     *
     * @param operation the operation
     * @param before    the state before it
     * @return the operations, or why there are none
     */
    public Reversal of(Operation operation, ReplayState before) {
        return operation.accept(new InverseVisitor(this, before, placing, replays));
    }

    /**
     * The steps that undo steps, each at the place and under the condition of the step that it undoes. Rows of a table that
     * the steps themselves create need no undoing.
     *
     * @param steps  steps that fit, in the order in which they run
     * @param before the state before them
     * @return the inverse steps in the order in which they run; or one finding for each step that has no inverse
     */
    public Outcome<List<MigrationStep>> of(List<MigrationStep> steps, ReplayState before) {
        List<MigrationStep> undoing = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        boolean possible = true;
        Replay replay = replays.apply(before);
        Set<QualifiedName> created = new HashSet<>();
        ReplayState state = before;
        for (MigrationStep step : steps) {
            if (!concernsRowsOf(step.operation(), created)) {
                Reversal reversal = of(step.operation(), state);
                if (reversal instanceof Reversal.By by) {
                    undoing.addAll(
                            0, by.operations().stream().map(o -> like(step, o)).toList());
                    by.findings().forEach(f -> findings.add(f.at(step.location())));
                } else if (reversal instanceof Reversal.Irreversible irreversible) {
                    possible = false;
                    findings.add(finding(step, irreversible));
                }
            }
            track(step.operation(), state, created);
            state = replay.apply(step).state();
        }
        return possible ? new Outcome<>(undoing, findings) : Outcome.failed(findings);
    }

    private static MigrationStep like(MigrationStep step, Operation operation) {
        return new MigrationStep(operation, step.location(), step.when(), new TreeMap<>(), step.timeouts());
    }

    private static Finding finding(MigrationStep step, Reversal.Irreversible irreversible) {
        return Finding.error(
                        ErrorCode.IRREVERSIBLE,
                        "The inverse of this " + step.operation().keyword() + " cannot be computed, because "
                                + irreversible.because() + ".")
                .about(step.operation().keyword())
                .at(step.location())
                .withHint(irreversible.hint());
    }

    private static boolean concernsRowsOf(Operation operation, Set<QualifiedName> created) {
        return (operation instanceof InsertRows insert && created.contains(insert.table()))
                || (operation instanceof UpdateRows update && created.contains(update.table()))
                || (operation instanceof DeleteRows delete && created.contains(delete.table()));
    }

    private static void track(Operation operation, ReplayState before, Set<QualifiedName> created) {
        if (operation instanceof CreateTable create
                && before.schema().table(create.table().name()).isEmpty()
                && !(create.ifNotExists() && !before.isKnown())) {
            created.add(create.table().name());
        } else if (operation instanceof RenameTable rename && created.remove(rename.table())) {
            created.add(rename.table().sibling(rename.to()));
        } else if (operation instanceof DropTable drop) {
            created.remove(drop.table());
        }
    }

    /** The inverse of operations that are parts of one, or why there is none. */
    Reversal ofAll(List<Operation> operations, ReplayState before) {
        List<Operation> undoing = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        Replay replay = replays.apply(before);
        ReplayState state = before;
        for (Operation operation : operations) {
            Reversal reversal = of(operation, state);
            if (!(reversal instanceof Reversal.By by)) {
                return reversal;
            }
            undoing.addAll(0, by.operations());
            findings.addAll(by.findings());
            state = replay.apply(operation, dev.retort.diagnostic.SourceLocation.NONE)
                    .state();
        }
        return new Reversal.By(undoing, findings);
    }

    /** The operations of a reversal, if it has any to give. */
    static Optional<List<Operation>> operations(Reversal reversal) {
        return reversal instanceof Reversal.By by ? Optional.of(by.operations()) : Optional.empty();
    }
}
