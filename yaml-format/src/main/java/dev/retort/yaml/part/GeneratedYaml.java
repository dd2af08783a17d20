// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.part;

import dev.retort.schema.Generated;
import dev.retort.schema.SqlText;
import dev.retort.yaml.form.Choice;
import dev.retort.yaml.form.Converted;
import dev.retort.yaml.form.Form;
import dev.retort.yaml.form.Key;
import dev.retort.yaml.form.Mapping;
import dev.retort.yaml.form.Scalars;

/** A computed column: an expression, or {@code {sql: ..., stored: true}}. */
final class GeneratedYaml {

    private static final Key<SqlText> SQL = Key.of("sql", SqlTextYaml.FORM, "What it is computed from.");
    private static final Key<Boolean> STORED =
            Key.of("stored", Scalars.BOOLEAN, "true: kept on disk rather than computed when read.");

    private static final Form<Generated> DETAILS = Mapping.<Generated>of("a generated column")
            .required(SQL, Generated::expression)
            .optional(STORED, Generated::stored, false)
            .makes(values -> new Generated(values.get(SQL), values.flag(STORED)));

    private static final Form<Generated> VIRTUAL =
            new Converted<>(SqlTextYaml.FORM, expression -> new Generated(expression, false), Generated::expression);

    static final Form<Generated> FORM = new Choice<Generated>(
                    "an expression, or {sql: ..., stored: true}", value -> value.stored() ? DETAILS : VIRTUAL)
            .or(Choice.has("sql"), DETAILS)
            .or(Choice.has("stored"), DETAILS)
            .or(node -> true, VIRTUAL);

    static final Key<Generated> KEY =
            Key.of("generated", FORM, "What it is computed from: an expression, or {sql: ..., stored: true}.");

    private GeneratedYaml() {}
}
