// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.part;

import static dev.retort.yaml.part.CommonKeys.CONSTRAINT_NAME;
import static dev.retort.yaml.part.CommonKeys.DEFERRABLE;
import static dev.retort.yaml.part.CommonKeys.OPTIONS;
import static dev.retort.yaml.part.CommonKeys.VALIDATED;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Deferrability;
import dev.retort.schema.Options;
import dev.retort.schema.SqlText;
import dev.retort.yaml.form.Choice;
import dev.retort.yaml.form.Converted;
import dev.retort.yaml.form.Form;
import dev.retort.yaml.form.Key;
import dev.retort.yaml.form.Mapping;
import dev.retort.yaml.form.Values;

/** Checks: an expression, or {@code {name: ..., check: ...}}. */
public final class CheckYaml {

    /** What every row must satisfy. */
    public static final Key<SqlText> CHECK = Key.of("check", SqlTextYaml.FORM, "What every row must satisfy.");

    private static final Form<CheckConstraint> DETAILS = keys().makes(CheckYaml::make);
    private static final Form<CheckConstraint> EXPRESSION =
            new Converted<>(SqlTextYaml.FORM, CheckYaml::of, CheckConstraint::expression);

    static final Form<CheckConstraint> FORM = new Choice<CheckConstraint>(
                    "an expression, or a mapping with 'check'",
                    check -> check.equals(of(check.expression())) ? EXPRESSION : DETAILS)
            .or(Choice.has("check"), DETAILS)
            .or(Choice.has("name"), DETAILS)
            .or(node -> true, EXPRESSION);

    private CheckYaml() {}

    /** {@return the keys of a check} */
    public static Mapping.Builder<CheckConstraint> keys() {
        return Mapping.<CheckConstraint>of("a check")
                .optional(CONSTRAINT_NAME, CheckConstraint::name)
                .required(CHECK, CheckConstraint::expression)
                .optional(DEFERRABLE, CheckConstraint::deferrability, Deferrability.NOT_DEFERRABLE)
                .optional(VALIDATED, CheckConstraint::validated, true)
                .optional(OPTIONS, CheckConstraint::options, Options.NONE);
    }

    /**
     * @param values what was read
     * @return the check
     */
    public static CheckConstraint make(Values values) {
        return new CheckConstraint(
                values.orNull(CONSTRAINT_NAME),
                values.get(CHECK),
                values.or(DEFERRABLE, Deferrability.NOT_DEFERRABLE),
                values.or(VALIDATED, true),
                values.or(OPTIONS, Options.NONE));
    }

    static CheckConstraint of(SqlText expression) {
        return new CheckConstraint(null, expression, Deferrability.NOT_DEFERRABLE, true, Options.NONE);
    }
}
