// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.Deferrability;
import dev.retort.schema.Identifier;
import dev.retort.schema.UniqueConstraint;

/** A unique constraint as it is to be made. */
public final class UniqueSpec extends ConstraintSpec {

    private final String[] columns;

    UniqueSpec(String... columns) {
        this.columns = columns;
    }

    /** @param value its name
     *  @return this */
    public UniqueSpec named(String value) {
        setName(value);
        return this;
    }

    /** @param value when it is checked
     *  @return this */
    public UniqueSpec deferrability(Deferrability value) {
        setDeferrability(value);
        return this;
    }

    /**
     * Sets an attribute that only one dialect knows.
     *
     * @param dialect dialect id
     * @param key     option name
     * @param value   a string, boolean, number or list of these
     * @return this
     */
    public UniqueSpec option(String dialect, String key, Object value) {
        setOption(dialect, key, value);
        return this;
    }

    @Override
    UniqueConstraint build() {
        return new UniqueConstraint(name(), Identifier.listOf(columns), deferrability(), options());
    }
}
