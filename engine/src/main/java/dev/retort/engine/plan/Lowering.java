// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.plan;

import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.Severity;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.PlacedOperation;
import dev.retort.engine.RetortConfig;
import dev.retort.engine.replay.Replay;
import dev.retort.migration.MigrationStep;
import dev.retort.operation.Naming;
import dev.retort.operation.Operation;
import dev.retort.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns steps of migrations into operations for one dialect and target, while replay follows: what a text means depends
 * on the schema at its place.
 */
final class Lowering {

    private final Dialect dialect;
    private final String target;
    private final Naming names;
    private final Texts texts;

    Lowering(RetortConfig config, Dialect dialect) {
        this.dialect = dialect;
        this.target = config.target();
        this.names = new Naming(config.project().naming(), Naming.COMMON_LIMIT);
        this.texts = new Texts(dialect, config.classLoader());
    }

    /** The steps that apply here, with names; their texts are still as written. */
    List<MigrationStep> applicable(List<MigrationStep> steps) {
        return steps.stream()
                .filter(step -> step.when().holds(dialect.id(), target) && !texts.isNothing(step.operation()))
                .map(step -> new MigrationStep(
                        names.name(step.operation()), step.location(), step.when(), step.allow(), step.timeouts()))
                .toList();
    }

    /** Lowers applicable steps that are to run, and checks all that can be checked before they do. */
    List<LoweredOperation> lower(List<MigrationStep> steps, Replay replay, List<Finding> findings) {
        List<LoweredOperation> lowered = new ArrayList<>();
        for (MigrationStep step : steps) {
            List<Finding> own = new ArrayList<>();
            Operation operation = resolve(step, replay, own);
            boolean readable = own.stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
            Schema before = replay.around(operation);
            replay.apply(operation, step.location());
            if (readable) {
                own.addAll(dialect.ddl()
                        .check(new PlacedOperation(operation, step.location(), before, replay.around(operation))));
            }
            lowered.add(new LoweredOperation(operation, step.location(), step.timeouts()));
            findings.addAll(own);
        }
        return lowered;
    }

    /** Follows applicable steps that ran long ago: what is wrong with them no longer matters. */
    void follow(List<MigrationStep> steps, Replay replay) {
        for (MigrationStep step : steps) {
            replay.apply(resolve(step, replay, new ArrayList<>()), step.location());
        }
    }

    /**
     * Follows such steps as {@link #follow} does.
     *
     * @return their operations, each with the schema around it
     */
    List<PlacedOperation> place(List<MigrationStep> steps, Replay replay) {
        List<PlacedOperation> placed = new ArrayList<>();
        for (MigrationStep step : steps) {
            Operation operation = resolve(step, replay, new ArrayList<>());
            Schema before = replay.around(operation);
            replay.apply(operation, step.location());
            placed.add(new PlacedOperation(operation, step.location(), before, replay.around(operation)));
        }
        return placed;
    }

    private Operation resolve(MigrationStep step, Replay replay, List<Finding> findings) {
        return texts.resolve(
                step.operation(), step.location(), () -> replay.state().schema(), findings);
    }
}
