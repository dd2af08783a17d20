// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.part;

import static dev.retort.yaml.part.CommonKeys.COMMENT;
import static dev.retort.yaml.part.CommonKeys.OPTIONS;
import static dev.retort.yaml.part.Names.TABLE;

import dev.retort.schema.Identifier;
import dev.retort.schema.Options;
import dev.retort.schema.SqlText;
import dev.retort.schema.Trigger;
import dev.retort.yaml.form.Key;
import dev.retort.yaml.form.Lists;
import dev.retort.yaml.form.Mapping;
import dev.retort.yaml.form.Scalars;
import dev.retort.yaml.form.Values;
import java.util.List;
import java.util.Set;

/** Triggers. */
public final class TriggerYaml {

    /** How often a trigger runs. */
    private enum Each {
        ROW,
        STATEMENT
    }

    private static final Key<Identifier> NAME = Key.of("name", Scalars.IDENTIFIER, "The trigger's name.");
    private static final Key<Trigger.Timing> TIMING =
            Key.of("timing", Scalars.words("before, after or instead of", Trigger.Timing.class), "When it runs.");
    private static final Key<List<Trigger.Event>> EVENTS = Key.of(
            "events",
            Lists.of(
                            Scalars.words("insert, update, delete or truncate", Trigger.Event.class),
                            "a list of events: insert, update, delete, truncate")
                    .orOne(),
            "What sets it off.");
    private static final Key<List<Identifier>> UPDATE_OF =
            Key.of("update_of", Names.COLUMN_NAMES, "Columns whose update sets it off; any if left out.");
    private static final Key<Each> FOR_EACH =
            Key.of("for_each", Scalars.words("row or statement", Each.class), "row, unless it says statement.");
    private static final Key<SqlText> CONDITION =
            Key.of("condition", SqlTextYaml.FORM, "The WHEN condition; always if left out.");
    private static final Key<SqlText> BODY =
            Key.of("body", SqlTextYaml.FORM, "What it does: BEGIN ... END, a statement, or EXECUTE FUNCTION f().");

    private TriggerYaml() {}

    /** {@return the keys of a trigger} */
    public static Mapping.Builder<Trigger> keys() {
        return Names.add(Mapping.<Trigger>of("a trigger").required(NAME, Trigger::name), TABLE, Trigger::table)
                .required(TIMING, Trigger::timing)
                .required(EVENTS, trigger -> List.copyOf(trigger.events()))
                .optional(UPDATE_OF, Trigger::updateOf, List.of())
                .optional(FOR_EACH, trigger -> trigger.forEachRow() ? Each.ROW : Each.STATEMENT)
                .optional(CONDITION, Trigger::when)
                .required(BODY, Trigger::body)
                .optional(COMMENT, Trigger::comment)
                .optional(OPTIONS, Trigger::options, Options.NONE);
    }

    /**
     * @param values what was read
     * @return the trigger
     */
    public static Trigger make(Values values) {
        return new Trigger(
                values.get(NAME),
                Names.resolve(values, TABLE),
                values.get(TIMING),
                Set.copyOf(values.get(EVENTS)),
                values.or(UPDATE_OF, List.of()),
                values.or(FOR_EACH, Each.ROW) == Each.ROW,
                values.orNull(CONDITION),
                values.get(BODY),
                values.orNull(COMMENT),
                values.or(OPTIONS, Options.NONE));
    }
}
