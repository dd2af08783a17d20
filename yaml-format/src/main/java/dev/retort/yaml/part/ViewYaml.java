// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.part;

import static dev.retort.yaml.part.CommonKeys.COLUMNS;
import static dev.retort.yaml.part.CommonKeys.COMMENT;
import static dev.retort.yaml.part.CommonKeys.OPTIONS;
import static dev.retort.yaml.part.Names.NAME_KEY;

import dev.retort.schema.Options;
import dev.retort.schema.SqlText;
import dev.retort.schema.View;
import dev.retort.yaml.form.Key;
import dev.retort.yaml.form.Mapping;
import dev.retort.yaml.form.Scalars;
import dev.retort.yaml.form.Values;
import java.util.List;

/** Views. */
public final class ViewYaml {

    /** Whether rows are kept. */
    public static final Key<Boolean> MATERIALIZED =
            Key.of("materialized", Scalars.BOOLEAN, "true: its rows are kept (a materialized view).");

    private static final Key<SqlText> QUERY =
            Key.of("query", SqlTextYaml.FORM, "The query, without CREATE VIEW ... AS.");

    private ViewYaml() {}

    /** {@return the keys of a view} */
    public static Mapping.Builder<View> keys() {
        return Names.add(Mapping.<View>of("a view"), NAME_KEY, View::name)
                .optional(COLUMNS, View::columns, List.of())
                .optional(MATERIALIZED, View::materialized, false)
                .required(QUERY, View::query)
                .optional(COMMENT, View::comment)
                .optional(OPTIONS, View::options, Options.NONE);
    }

    /**
     * @param values what was read
     * @return the view
     */
    public static View make(Values values) {
        return new View(
                Names.resolve(values, NAME_KEY),
                values.or(COLUMNS, List.of()),
                values.get(QUERY),
                values.flag(MATERIALIZED),
                values.orNull(COMMENT),
                values.or(OPTIONS, Options.NONE));
    }
}
