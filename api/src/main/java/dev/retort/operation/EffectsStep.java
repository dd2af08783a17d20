// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A step that Retort cannot look into, and that can say what it does to the schema.
 *
 * @param <S> its own class
 */
public abstract class EffectsStep<S extends EffectsStep<S>> extends Step<S> {

    private final Supplier<Operations> recorders;
    private @Nullable Operations effects;

    EffectsStep(Supplier<Operations> recorders) {
        this.recorders = recorders;
    }

    /**
     * Says what it does to the schema, told as operations that are not run themselves.
     *
     * @param told records them; nothing recorded means that no object changes
     * @return this
     */
    public S effects(Consumer<Operations> told) {
        if (effects == null) {
            effects = recorders.get();
        }
        told.accept(effects);
        return self();
    }

    final @Nullable List<Operation> effects() {
        return effects == null ? null : effects.operations();
    }

    @Override
    List<Recorder> inner() {
        return effects == null ? List.of() : List.of(effects);
    }
}
