// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.run;

import dev.retort.diagnostic.Finding;
import dev.retort.dialect.Capability;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.Inspection;
import dev.retort.dialect.InspectionScope;
import dev.retort.engine.plan.LoweredOperation;
import dev.retort.engine.plan.PreparedPlan;
import dev.retort.engine.plan.PreparedStep;
import dev.retort.engine.plan.RenderedRun;
import dev.retort.engine.plan.StepRenderer;
import dev.retort.engine.replay.ReplayState;
import dev.retort.operation.ObjectRef;
import dev.retort.schema.Identifier;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaBuilder;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Renders the steps of a run one after another. Where a definition is needed, the database is read at that moment: what
 * is really there is what must be kept.
 */
final class RunningSchema {

    private final Session session;
    private final Dialect dialect;
    private final PreparedPlan plan;
    private final Set<QualifiedName> own;
    private final StepRenderer planned;
    private ReplayState start;
    private List<LoweredOperation> current = List.of();

    /** @param own tables of Retort itself */
    RunningSchema(Session session, PreparedPlan plan, Set<QualifiedName> own) {
        this.session = session;
        this.dialect = session.dialect();
        this.plan = plan;
        this.own = Set.copyOf(own);
        this.planned = StepRenderer.offline(dialect, plan.start());
        this.start = plan.start();
    }

    /** What a step becomes: its runs, and who rendered them. */
    record Rendered(List<RenderedRun> runs, StepRenderer by) {}

    Rendered render(PreparedStep step, List<Finding> findings) throws SQLException {
        if (!planned.needsDefinitions(step)) {
            return new Rendered(planned.render(step.operations()), planned);
        }
        start = planned.state();
        current = step.operations();
        Inspection inspection = inspect(step.operations());
        findings.addAll(inspection.findings());
        if (plan.complete()) {
            findings.addAll(new Drift(dialect).between(start.schema(), inspection.schema(), step));
        }
        StepRenderer renderer = StepRenderer.of(dialect, inWords(inspection, start, step.operations()));
        planned.skip(step.operations());
        return new Rendered(renderer.render(step.operations()), renderer);
    }

    /** Renders a step again after it was rolled back: others may have changed what it depends on. */
    Rendered again(PreparedStep step, Rendered before) throws SQLException {
        if (before.by() == planned) {
            return before;
        }
        StepRenderer renderer =
                StepRenderer.of(dialect, inWords(inspect(step.operations()), start, step.operations()));
        return new Rendered(renderer.render(step.operations()), renderer);
    }

    /**
     * What was read in the words of the migrations, where these say the same. A database without named enum types cannot say
     * which there are; the migrations can.
     */
    private Inspection inWords(Inspection inspection, ReplayState written, List<LoweredOperation> operations) {
        SchemaBuilder schema = new WrittenTables(dialect, written.schema())
                .over(inspection.schema(), operations).toBuilder();
        if (!dialect.can(Capability.ENUM_TYPES)) {
            schema.enums().putAll(written.schema().enums());
        }
        return new Inspection(schema.build(), inspection.definitions(), inspection.findings());
    }

    /** Renders a run again, now that everything before it has run. */
    RenderedRun again(RenderedRun run) throws SQLException {
        StepRenderer renderer = StepRenderer.of(
                dialect, inWords(inspect(run.operations()), before(run), run.operations()));
        List<RenderedRun> runs = renderer.render(run.operations());
        return new RenderedRun(
                run.operations(),
                runs.stream().flatMap(each -> each.statements().stream()).toList(),
                false);
    }

    /** What the migrations say of the moment before a run. */
    private ReplayState before(RenderedRun run) {
        StepRenderer moment = StepRenderer.offline(dialect, start);
        moment.skip(current.subList(0, Math.max(0, current.indexOf(run.operations().get(0)))));
        return moment.state();
    }

    private Inspection inspect(List<LoweredOperation> operations) throws SQLException {
        Set<Identifier> namespaces = new HashSet<>();
        for (LoweredOperation lowered : operations) {
            List<ObjectRef> refs =
                    new ArrayList<>(lowered.operation().footprint().reads());
            refs.addAll(lowered.operation().footprint().writes());
            for (ObjectRef ref : refs) {
                Identifier namespace = ref.name().namespace();
                if (namespace != null) {
                    namespaces.add(namespace);
                }
            }
        }
        InspectionScope scope = new InspectionScope(namespaces, name -> !own.contains(name));
        return dialect.inspector().inspect(session.connection(), scope);
    }
}
