// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.plan;

import dev.retort.diagnostic.RetortException;
import dev.retort.dialect.Ddl;
import dev.retort.dialect.Definitions;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.Inspection;
import dev.retort.dialect.PlacedOperation;
import dev.retort.dialect.Statement;
import dev.retort.engine.replay.Replay;
import dev.retort.engine.replay.ReplayState;
import dev.retort.operation.ObjectRef;
import dev.retort.operation.Operation;
import dev.retort.schema.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Renders a step, run of operations by run of operations, while a schema follows: that of replay, or one that was read
 * from the database. Not safe for use by several threads.
 */
public final class StepRenderer {

    private final Dialect dialect;
    private final Ddl ddl;
    private final Replay replay;
    private Definitions definitions;

    private StepRenderer(Dialect dialect, ReplayState start, Definitions definitions) {
        this.dialect = dialect;
        this.ddl = dialect.ddl();
        this.replay = new Replay(start, dialect);
        this.definitions = definitions;
    }

    /**
     * A renderer that follows the plan.
     *
     * @param dialect for which dialect
     * @param start   the schema before the first step
     * @return the renderer
     */
    public static StepRenderer offline(Dialect dialect, ReplayState start) {
        return offline(dialect, start, Definitions.NONE);
    }

    /**
     * A renderer that follows the plan and knows what the dialect told of earlier steps.
     *
     * @param dialect for which dialect
     * @param start   the schema before the first step
     * @param told    see {@link Ddl#told}
     * @return the renderer
     */
    public static StepRenderer offline(Dialect dialect, ReplayState start, Definitions told) {
        return new StepRenderer(dialect, start, told);
    }

    /**
     * A renderer that starts with what a database has.
     *
     * @param dialect    for which dialect
     * @param inspection what was read
     * @return the renderer
     */
    public static StepRenderer of(Dialect dialect, Inspection inspection) {
        return new StepRenderer(dialect, ReplayState.of(inspection.schema()), inspection.definitions());
    }

    /**
     * Whether an operation cannot be rendered without the definition of something that exists.
     *
     * @param step a step
     * @return whether one of its operations is such
     */
    public boolean needsDefinitions(PreparedStep step) {
        return step.operations().stream().anyMatch(lowered -> ddl.needsDefinition(lowered.operation()));
    }

    /**
     * Renders operations and moves on behind them.
     *
     * @param operations in order
     * @return what they become, in order
     */
    public List<RenderedRun> render(List<LoweredOperation> operations) {
        List<RenderedRun> runs = new ArrayList<>();
        Set<ObjectRef> touched = new HashSet<>();
        int known = replay.opaque().size();
        for (List<LoweredOperation> run : OperationRuns.of(operations)) {
            boolean needs = run.stream().anyMatch(lowered -> ddl.needsDefinition(lowered.operation()));
            Set<ObjectRef> own = new HashSet<>();
            run.forEach(lowered -> own.addAll(OperationRuns.wholes(lowered.operation())));
            boolean provisional =
                    needs && (replay.opaque().size() > known || own.stream().anyMatch(touched::contains));
            runs.add(new RenderedRun(run, statements(run, needs, provisional), provisional));
            touched.addAll(own);
        }
        return runs;
    }

    /**
     * Moves on behind operations that somebody else rendered.
     *
     * @param operations in order
     */
    public void skip(List<LoweredOperation> operations) {
        operations.forEach(lowered -> replay.apply(lowered.operation(), lowered.location()));
    }

    /** {@return the state as far as this came} */
    public ReplayState state() {
        return replay.state();
    }

    private List<Statement> statements(List<LoweredOperation> run, boolean whole, boolean provisional) {
        List<PlacedOperation> placed = new ArrayList<>();
        Schema before = null;
        for (LoweredOperation lowered : run) {
            Schema start = whole && before != null ? before : schema(lowered, whole);
            Operation operation = new ToldChecks(dialect, start).meant(lowered.operation());
            replay.apply(operation, lowered.location());
            Schema end = schema(lowered, whole);
            placed.add(new PlacedOperation(operation, lowered.location(), start, end));
            before = end;
        }
        try {
            List<Statement> statements = ddl.render(placed, definitions);
            definitions = ddl.told(placed, definitions);
            return statements;
        } catch (RetortException notYet) {
            if (provisional) {
                return List.of(); // what is missing may be made by then
            }
            throw notYet;
        }
    }

    private Schema schema(LoweredOperation lowered, boolean whole) {
        return whole ? replay.state().schema() : replay.around(lowered.operation());
    }

    /**
     * Which of a run's operations a statement belongs to, for messages.
     *
     * @param run       the run
     * @param statement one of its statements, or null
     * @return the operation whose own rendering has the statement, else the first
     */
    public LoweredOperation origin(RenderedRun run, @Nullable Statement statement) {
        if (run.operations().size() > 1 && statement != null) {
            for (LoweredOperation lowered : run.operations()) {
                if (renderedAlone(lowered).contains(statement)) {
                    return lowered;
                }
            }
        }
        return run.operations().get(0);
    }

    private List<Statement> renderedAlone(LoweredOperation lowered) {
        try {
            Schema schema = replay.state().schema();
            return dialect.ddl()
                    .render(
                            List.of(new PlacedOperation(lowered.operation(), lowered.location(), schema, schema)),
                            Definitions.NONE);
        } catch (RuntimeException notWithoutTheOthers) {
            return List.of();
        }
    }
}
