// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.SqlText;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Executes SQL. */
public final class ExecuteStep extends EffectsStep<ExecuteStep> {

    private final SqlText sql;
    private @Nullable SqlText reverse;

    ExecuteStep(SqlText sql, Supplier<Operations> recorders) {
        super(recorders);
        this.sql = sql;
    }

    /**
     * Says what undoes it when a downgrade is computed.
     *
     * @param undo SQL that is passed as it is; empty if there is nothing to undo
     * @return this
     */
    public ExecuteStep reverse(String undo) {
        return reverse(SqlText.verbatim(undo));
    }

    /**
     * Says what undoes it when a downgrade is computed.
     *
     * @param undo SQL
     * @return this
     */
    public ExecuteStep reverse(SqlText undo) {
        reverse = undo;
        return this;
    }

    @Override
    Operation build() {
        return new Execute(sql, effects(), reverse);
    }
}
