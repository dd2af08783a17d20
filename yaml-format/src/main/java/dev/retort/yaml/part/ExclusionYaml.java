// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.part;

import static dev.retort.yaml.part.CommonKeys.CONSTRAINT_NAME;
import static dev.retort.yaml.part.CommonKeys.DEFERRABLE;
import static dev.retort.yaml.part.CommonKeys.OPTIONS;
import static dev.retort.yaml.part.CommonKeys.WHERE;

import dev.retort.schema.Deferrability;
import dev.retort.schema.ExclusionConstraint;
import dev.retort.schema.Options;
import dev.retort.yaml.form.Form;
import dev.retort.yaml.form.Key;
import dev.retort.yaml.form.Lists;
import dev.retort.yaml.form.Mapping;
import dev.retort.yaml.form.Scalars;
import dev.retort.yaml.form.Values;
import java.util.List;

/** Exclusion constraints: {@code {name: ..., method: gist, elements: [{column: room, with: =}]}}. */
public final class ExclusionYaml {

    private static final Key<String> WITH = Key.of("with", Scalars.TEXT, "The operator, such as && or =.");

    private static final Key<List<ExclusionConstraint.Element>> ELEMENTS = Key.of(
            "elements",
            Lists.of(
                    Mapping.<ExclusionConstraint.Element>of("an element of an exclusion constraint")
                            .all(IndexPartYaml.keys(), ExclusionConstraint.Element::part)
                            .required(WITH, ExclusionConstraint.Element::operator)
                            .makes(values ->
                                    new ExclusionConstraint.Element(IndexPartYaml.make(values), values.get(WITH))),
                    "a list of mappings such as {column: room, with: '='}"),
            "What is compared.");

    private static final Key<String> METHOD = Key.of("method", Scalars.TEXT, "Index method such as gist.");

    static final Form<ExclusionConstraint> FORM = keys().makes(ExclusionYaml::make);

    private ExclusionYaml() {}

    /** {@return the keys of an exclusion constraint} */
    public static Mapping.Builder<ExclusionConstraint> keys() {
        return Mapping.<ExclusionConstraint>of("an exclusion constraint")
                .optional(CONSTRAINT_NAME, ExclusionConstraint::name)
                .optional(METHOD, ExclusionConstraint::method)
                .required(ELEMENTS, ExclusionConstraint::elements)
                .optional(WHERE, ExclusionConstraint::where)
                .optional(DEFERRABLE, ExclusionConstraint::deferrability, Deferrability.NOT_DEFERRABLE)
                .optional(OPTIONS, ExclusionConstraint::options, Options.NONE);
    }

    /**
     * @param values what was read
     * @return the constraint
     */
    public static ExclusionConstraint make(Values values) {
        return new ExclusionConstraint(
                values.orNull(CONSTRAINT_NAME),
                values.get(ELEMENTS),
                values.orNull(METHOD),
                values.orNull(WHERE),
                values.or(DEFERRABLE, Deferrability.NOT_DEFERRABLE),
                values.or(OPTIONS, Options.NONE));
    }
}
