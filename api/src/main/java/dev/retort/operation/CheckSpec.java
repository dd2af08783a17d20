// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Deferrability;
import dev.retort.schema.SqlText;

/** A check as it is to be made. */
public final class CheckSpec extends ConstraintSpec {

    private final SqlText expression;
    private boolean validated = true;

    CheckSpec(SqlText expression) {
        this.expression = expression;
    }

    /** @param value its name
     *  @return this */
    public CheckSpec named(String value) {
        setName(value);
        return this;
    }

    /** @param value when it is checked
     *  @return this */
    public CheckSpec deferrability(Deferrability value) {
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
    public CheckSpec option(String dialect, String key, Object value) {
        setOption(dialect, key, value);
        return this;
    }

    /** {@return this, now without a look at the rows there are (PostgreSQL's NOT VALID)} */
    public CheckSpec notValid() {
        validated = false;
        return this;
    }

    @Override
    CheckConstraint build() {
        return new CheckConstraint(name(), expression, deferrability(), validated, options());
    }
}
