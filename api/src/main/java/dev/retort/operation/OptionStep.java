// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.Options;

/**
 * A step that can carry options of dialects.
 *
 * @param <S> its own class
 */
public abstract class OptionStep<S extends OptionStep<S>> extends QualifiedStep<S> {

    private Options options = Options.NONE;

    OptionStep(String name) {
        super(name);
    }

    /**
     * Sets an attribute that only one dialect knows.
     *
     * @param dialect dialect id, such as {@code postgres}
     * @param key     option name
     * @param value   a string, boolean, number or list of these
     * @return this
     */
    public S option(String dialect, String key, Object value) {
        options = options.with(dialect, key, value);
        return self();
    }

    final Options options() {
        return options;
    }
}
