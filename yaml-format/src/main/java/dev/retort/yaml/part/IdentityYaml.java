// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.part;

import static dev.retort.yaml.part.NumberingKeys.CACHE;
import static dev.retort.yaml.part.NumberingKeys.CYCLE;
import static dev.retort.yaml.part.NumberingKeys.INCREMENT;
import static dev.retort.yaml.part.NumberingKeys.MAX_VALUE;
import static dev.retort.yaml.part.NumberingKeys.MIN_VALUE;
import static dev.retort.yaml.part.NumberingKeys.START;

import dev.retort.operation.Setting;
import dev.retort.schema.Identity;
import dev.retort.yaml.form.Choice;
import dev.retort.yaml.form.Converted;
import dev.retort.yaml.form.Form;
import dev.retort.yaml.form.Key;
import dev.retort.yaml.form.Mapping;
import dev.retort.yaml.form.Scalars;
import dev.retort.yaml.form.Setter;

/** Numbering by the database: {@code true}, {@code false} for none, or {@code {always: true, start: 100}}. */
final class IdentityYaml {

    private static final Key<Boolean> ALWAYS =
            Key.of("always", Scalars.BOOLEAN, "true: given values are refused (GENERATED ALWAYS).");

    private static final Form<Identity> DETAILS = Mapping.<Identity>of("an identity")
            .optional(ALWAYS, Identity::always, false)
            .optional(START, Identity::start)
            .optional(INCREMENT, Identity::increment)
            .optional(MIN_VALUE, Identity::minValue)
            .optional(MAX_VALUE, Identity::maxValue)
            .optional(CYCLE, Identity::cycle, false)
            .optional(CACHE, Identity::cache)
            .makes(values -> new Identity(
                    values.flag(ALWAYS),
                    values.orNull(START),
                    values.orNull(INCREMENT),
                    values.orNull(MIN_VALUE),
                    values.orNull(MAX_VALUE),
                    values.flag(CYCLE),
                    values.orNull(CACHE)));

    private static final Form<Setting<Identity>> PLAIN = new Converted<>(
            Scalars.BOOLEAN,
            yes -> Setting.ofNullable(yes ? Identity.DEFAULT : null),
            value -> value.newValue().isPresent());

    private static final Form<Setting<Identity>> FORM = new Choice<Setting<Identity>>(
                    "true, or a mapping such as {always: true, start: 100}",
                    value -> value.newValue().orElse(Identity.DEFAULT).equals(Identity.DEFAULT)
                            ? PLAIN
                            : new Setter<>(DETAILS))
            .or(Choice.mapping(), new Setter<>(DETAILS))
            .or(node -> !node.isNull(), PLAIN)
            .or(node -> true, new Setter<>(DETAILS));

    static final Key<Setting<Identity>> KEY = Key.of(
                    "identity", FORM, "Whether the database numbers it: true, or {always: true, start: 1, ...}.")
            .takingNull();

    private IdentityYaml() {}
}
