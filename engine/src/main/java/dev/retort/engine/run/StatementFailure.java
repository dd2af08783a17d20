// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.run;

import dev.retort.dialect.Statement;
import dev.retort.engine.plan.RenderedRun;
import org.jspecify.annotations.Nullable;

/** A statement of a step did not work. Never leaves this package. */
final class StatementFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable RenderedRun run;
    private final transient @Nullable Statement statement;
    private final String text;

    /**
     * @param run       the run that it belongs to, or null for bookkeeping
     * @param statement the statement, or null for bookkeeping
     * @param text      what was sent, for people
     * @param cause     what came back
     */
    StatementFailure(@Nullable RenderedRun run, @Nullable Statement statement, String text, Exception cause) {
        super(cause);
        this.run = run;
        this.statement = statement;
        this.text = text;
    }

    @Nullable
    RenderedRun run() {
        return run;
    }

    @Nullable
    Statement statement() {
        return statement;
    }

    String text() {
        return text;
    }
}
