// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.part;

import dev.retort.schema.DefaultValue;
import dev.retort.schema.Literal;
import dev.retort.schema.Scalar;
import dev.retort.schema.SqlText;
import dev.retort.yaml.form.Choice;
import dev.retort.yaml.form.Converted;
import dev.retort.yaml.form.Form;
import dev.retort.yaml.form.Key;

/** A server default: a constant, or {@code {sql: current_timestamp}}; {@code {value: null}} is the constant NULL. */
final class DefaultYaml {

    static final Form<DefaultValue> FORM = new Converted<>(
            new Choice<Scalar>(
                            ScalarYaml.CELL.noun(),
                            value -> value instanceof Literal.Null ? ScalarYaml.EXPLICIT : ScalarYaml.CELL)
                    .or(node -> true, ScalarYaml.CELL),
            DefaultYaml::of,
            DefaultYaml::scalar);

    static final Key<DefaultValue> KEY =
            Key.of("default", FORM, "The server default: a constant, or an expression as {sql: ...}.");

    private DefaultYaml() {}

    private static DefaultValue of(Scalar value) {
        return value instanceof SqlText sql
                ? new DefaultValue.Expression(sql)
                : new DefaultValue.Constant((Literal) value);
    }

    private static Scalar scalar(DefaultValue value) {
        return value instanceof DefaultValue.Expression expression
                ? expression.sql()
                : ((DefaultValue.Constant) value).value();
    }
}
