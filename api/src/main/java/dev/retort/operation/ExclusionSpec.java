// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.Deferrability;
import dev.retort.schema.ExclusionConstraint;
import dev.retort.schema.SqlText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An exclusion constraint as it is to be made. */
public final class ExclusionSpec extends ConstraintSpec {

    private final List<ExclusionConstraint.Element> elements = new ArrayList<>();
    private @Nullable String method;
    private @Nullable SqlText where;

    ExclusionSpec() {}

    /**
     * Adds a comparison of a column.
     *
     * @param column   the column
     * @param operator the operator, such as {@code &&}
     * @return this
     */
    public ExclusionSpec with(String column, String operator) {
        return with(Dsl.part(column), operator);
    }

    /**
     * Adds a comparison.
     *
     * @param part     a column or expression
     * @param operator the operator, such as {@code &&}
     * @return this
     */
    public ExclusionSpec with(IndexPartSpec part, String operator) {
        elements.add(new ExclusionConstraint.Element(part.build(), operator));
        return this;
    }

    /** @param value index method, such as {@code gist}
     *  @return this */
    public ExclusionSpec using(String value) {
        method = value;
        return this;
    }

    /** @param condition which rows it concerns, as SQL that is passed as it is
     *  @return this */
    public ExclusionSpec where(String condition) {
        return where(SqlText.verbatim(condition));
    }

    /** @param condition which rows it concerns
     *  @return this */
    public ExclusionSpec where(SqlText condition) {
        where = condition;
        return this;
    }

    /** @param value its name
     *  @return this */
    public ExclusionSpec named(String value) {
        setName(value);
        return this;
    }

    /** @param value when it is checked
     *  @return this */
    public ExclusionSpec deferrability(Deferrability value) {
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
    public ExclusionSpec option(String dialect, String key, Object value) {
        setOption(dialect, key, value);
        return this;
    }

    @Override
    ExclusionConstraint build() {
        return new ExclusionConstraint(name(), elements, method, where, deferrability(), options());
    }
}
