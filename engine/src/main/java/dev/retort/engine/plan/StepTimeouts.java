// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.plan;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.Statement.SessionSetting;
import dev.retort.dialect.Timeouts;
import java.util.ArrayList;
import java.util.List;

/**
 * The timeouts that hold in a step: those of an operation stand over those of its migration, and these over the
 * project's.
 */
public final class StepTimeouts {

    private final Dialect dialect;
    private final Timeouts whole;

    /**
     * @param dialect makes settings of them
     * @param project those of the project
     * @param step    the step
     */
    public StepTimeouts(Dialect dialect, Timeouts project, PreparedStep step) {
        this.dialect = dialect;
        this.whole = step.header().timeouts().or(project);
    }

    /** {@return those that hold where an operation says nothing} */
    public Timeouts whole() {
        return whole;
    }

    /** {@return the settings for the step as a whole} */
    public List<SessionSetting> settings() {
        return whole.isUnset() ? List.of() : dialect.timeouts(whole);
    }

    /**
     * All settings for a run of operations.
     *
     * @param run one of the step's
     * @return the settings, those of the whole step among them
     */
    public List<SessionSetting> settings(RenderedRun run) {
        Timeouts timeouts = run.timeouts().or(whole);
        return timeouts.isUnset() ? List.of() : dialect.timeouts(timeouts);
    }

    /**
     * The settings that a run of operations has other than the step.
     *
     * @param run one of the step's
     * @return the settings, often none
     */
    public List<SessionSetting> differing(RenderedRun run) {
        if (run.timeouts().isUnset()) {
            return List.of();
        }
        List<SessionSetting> own = new ArrayList<>(settings(run));
        own.removeAll(settings());
        return own;
    }
}
