// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.replay;

import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.Outcome;
import dev.retort.diagnostic.SourceLocation;
import dev.retort.dialect.Dialect;
import dev.retort.migration.Condition;
import dev.retort.migration.MigrationStep;
import dev.retort.operation.Operation;
import dev.retort.schema.Identifier;
import dev.retort.schema.Schema;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Applies operations to a schema in memory, in place. Every contradiction is found at the operation's place: something
 * that does not exist at that point, exists already, or cannot be. Replay goes on after each, so all are found at once.
 *
 * <p>Names are compared as they were given, and texts are edited only where that is safe:
 * a rename follows into the checks, generated columns, indexes and trigger conditions of the table itself, token by token.
 * The text of a view, a routine or a trigger's body stays as it was; what a database makes of it is in the dialect's
 * canonical form.
 *
 * <p>An {@code execute} that may have changed the schema and states no effects makes everything after it uncertain, see
 * {@link ReplayState}. Not safe for use by several threads.
 */
public final class Replay {

    private final Workspace workspace;
    private final Applier applier;

    /**
     * @param start the schema to start with
     */
    public Replay(ReplayState start) {
        this(start, name -> '"' + name.replace("\"", "\"\"") + '"', UnaryOperator.identity());
    }

    /**
     * For operations whose texts are those of one dialect already: a rename may need quotes in a text that has none, and a
     * constraint without a name may be called by the one that the database gave it.
     *
     * @param start   the schema to start with
     * @param dialect whose quotes and names these are
     */
    public Replay(ReplayState start, Dialect dialect) {
        this(start, name -> dialect.writer().name(new Identifier(name)).toString(), dialect::named);
    }

    private Replay(ReplayState start, UnaryOperator<String> quoted, UnaryOperator<Schema> named) {
        workspace = new Workspace(start, quoted, named);
        applier = new Applier(workspace);
    }

    /**
     * Applies one operation.
     *
     * @param operation the operation
     * @param location  where it stands
     * @return this
     */
    public Replay apply(Operation operation, SourceLocation location) {
        workspace.at(location, operation);
        applier.apply(operation);
        return this;
    }

    /**
     * Applies one step, whatever its condition.
     *
     * @param step the step
     * @return this
     */
    public Replay apply(MigrationStep step) {
        return apply(step.operation(), step.location());
    }

    /** {@return the schema as it is now; a copy, so ask for it only where it is needed} */
    public ReplayState state() {
        return workspace.state();
    }

    /** {@return the statements so far that make the schema uncertain, in order} */
    public List<OpaquePlace> opaque() {
        return workspace.opaquePlaces();
    }

    /**
     * The part of the schema that an operation is about: the tables, views and triggers that it touches, the tables that
     * those refer to, and all types and sequences. Its cost does not grow with the number of tables.
     *
     * @param operation an operation
     * @return a schema
     */
    public Schema around(Operation operation) {
        return Surroundings.of(operation, workspace.schema);
    }

    /** {@return what was found so far, in the order of the operations} */
    public List<Finding> findings() {
        return workspace.findings();
    }

    /**
     * The state after steps.
     *
     * @param start the state before them
     * @param steps in order
     * @return the state, which is there even if there are errors
     */
    public static Outcome<ReplayState> of(ReplayState start, List<MigrationStep> steps) {
        return of(start, List.of(steps), when -> true);
    }

    /**
     * The state after the steps of several migrations. Caching is the caller's affair.
     *
     * @param start  the state before them
     * @param bodies the steps of each migration, in the order in which they run
     * @param holds  which conditions hold; steps with other conditions are left out
     * @return the state, which is there even if there are errors
     */
    public static Outcome<ReplayState> of(
            ReplayState start, List<List<MigrationStep>> bodies, Predicate<Condition> holds) {
        Replay replay = new Replay(start);
        for (List<MigrationStep> body : bodies) {
            for (MigrationStep step : body) {
                if (holds.test(step.when())) {
                    replay.apply(step);
                }
            }
        }
        return new Outcome<>(replay.state(), replay.findings());
    }

    /**
     * The schema after operations that are known to fit.
     *
     * @param before     the schema before them
     * @param operations in order
     * @return the schema after them
     * @throws dev.retort.diagnostic.RetortException if they do not fit
     */
    public static Schema after(Schema before, List<? extends Operation> operations) {
        Replay replay = new Replay(ReplayState.of(before));
        operations.forEach(operation -> replay.apply(operation, SourceLocation.NONE));
        return new Outcome<>(replay.state(), replay.findings()).orThrow().schema();
    }
}
