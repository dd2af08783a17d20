// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.part;

import static dev.retort.yaml.part.CommonKeys.COMMENT;
import static dev.retort.yaml.part.Names.NAME_KEY;

import dev.retort.schema.Routine;
import dev.retort.schema.SqlText;
import dev.retort.yaml.form.Key;
import dev.retort.yaml.form.Mapping;
import dev.retort.yaml.form.Scalars;
import dev.retort.yaml.form.Values;

/** Functions and procedures. */
public final class RoutineYaml {

    private static final Key<Routine.Kind> KIND = Key.of(
            "kind", Scalars.words("function or procedure", Routine.Kind.class), "function, unless it says procedure.");
    private static final Key<String> ARGUMENTS = Key.of(
            "arguments", Scalars.TEXT, "The argument types that tell overloaded routines apart, without parentheses.");
    private static final Key<SqlText> DEFINITION =
            Key.of("definition", SqlTextYaml.FORM, "The whole CREATE statement.");

    private RoutineYaml() {}

    /** {@return the keys of a routine} */
    public static Mapping.Builder<Routine> keys() {
        return Mapping.<Routine>of("a routine")
                .all(addKey(Mapping.of("a routine")), Routine::key)
                .required(DEFINITION, Routine::definition)
                .optional(COMMENT, Routine::comment);
    }

    /**
     * The keys that tell a routine apart.
     *
     * @param builder takes the keys
     * @return the builder
     */
    public static Mapping.Builder<Routine.Key> addKey(Mapping.Builder<Routine.Key> builder) {
        return Names.add(builder, NAME_KEY, Routine.Key::name)
                .optional(KIND, Routine.Key::kind, Routine.Kind.FUNCTION)
                .optional(ARGUMENTS, Routine.Key::arguments, "");
    }

    /**
     * @param values what was read
     * @return the routine
     */
    public static Routine make(Values values) {
        Routine.Key key = key(values);
        return new Routine(key.name(), key.kind(), key.arguments(), values.get(DEFINITION), values.orNull(COMMENT));
    }

    /**
     * @param values what was read
     * @return what tells the routine apart
     */
    public static Routine.Key key(Values values) {
        return new Routine.Key(
                Names.resolve(values, NAME_KEY), values.or(KIND, Routine.Kind.FUNCTION), values.or(ARGUMENTS, ""));
    }
}
