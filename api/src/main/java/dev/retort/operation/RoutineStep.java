// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.Routine;
import dev.retort.schema.SqlText;
import org.jspecify.annotations.Nullable;

/** Creates a function or procedure. */
public final class RoutineStep extends QualifiedStep<RoutineStep> {

    private final Routine.Kind kind;
    private final String arguments;
    private final SqlText definition;
    private @Nullable String comment;
    private boolean replace;

    RoutineStep(Routine.Kind kind, String name, String arguments, SqlText definition) {
        super(name);
        this.kind = kind;
        this.arguments = arguments;
        this.definition = definition;
    }

    /** {@return this, now in place of one that exists already; its definition says {@code CREATE OR REPLACE}} */
    public RoutineStep replace() {
        replace = true;
        return this;
    }

    /** @param words words about it
     *  @return this */
    public RoutineStep comment(String words) {
        comment = words;
        return this;
    }

    @Override
    Operation build() {
        return new CreateRoutine(new Routine(name(), kind, arguments, definition, comment), replace);
    }
}
