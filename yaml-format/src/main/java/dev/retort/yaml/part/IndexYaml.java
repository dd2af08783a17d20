// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.part;

import static dev.retort.yaml.part.CommonKeys.COMMENT;
import static dev.retort.yaml.part.CommonKeys.CONSTRAINT_NAME;
import static dev.retort.yaml.part.CommonKeys.OPTIONS;
import static dev.retort.yaml.part.CommonKeys.WHERE;

import dev.retort.schema.Index;
import dev.retort.schema.IndexPart;
import dev.retort.schema.Options;
import dev.retort.yaml.form.Choice;
import dev.retort.yaml.form.Converted;
import dev.retort.yaml.form.Form;
import dev.retort.yaml.form.Key;
import dev.retort.yaml.form.Lists;
import dev.retort.yaml.form.Mapping;
import dev.retort.yaml.form.Scalars;
import dev.retort.yaml.form.Values;
import java.util.List;

/** Indexes: a list of columns, or a mapping. */
public final class IndexYaml {

    private static final Lists<IndexPart> PARTS =
            Lists.of(IndexPartYaml.FORM, "a list of columns, each a name, {column: ...} or {expression: ...}");

    /** The parts of an index. */
    public static final Key<List<IndexPart>> COLUMNS = Key.of("columns", PARTS, "Columns and expressions, in order.");

    private static final Key<Boolean> UNIQUE =
            Key.of("unique", Scalars.BOOLEAN, "true: no two rows may have equal keys.");

    private static final Form<Index> DETAILS = keys().makes(IndexYaml::make);
    private static final Form<Index> JUST_PARTS =
            new Converted<>(PARTS, parts -> new Index(null, parts, false, null, null, Options.NONE), Index::parts);

    static final Form<Index> FORM = new Choice<Index>(
                    "a mapping with 'columns', or a list of columns", index -> DETAILS)
            .or(Choice.list(), JUST_PARTS)
            .or(Choice.mapping(), DETAILS);

    private IndexYaml() {}

    /** {@return the keys of an index} */
    public static Mapping.Builder<Index> keys() {
        return settings(Mapping.<Index>of("an index").optional(CONSTRAINT_NAME, Index::name));
    }

    /**
     * Keys of an index except its name.
     *
     * @param builder takes the keys
     * @return the builder
     */
    public static Mapping.Builder<Index> settings(Mapping.Builder<Index> builder) {
        return builder.required(COLUMNS, Index::parts)
                .optional(UNIQUE, Index::unique, false)
                .optional(WHERE, Index::where)
                .optional(COMMENT, Index::comment)
                .optional(OPTIONS, Index::options, Options.NONE);
    }

    /**
     * @param values what was read
     * @return the index
     */
    public static Index make(Values values) {
        return new Index(
                values.orNull(CONSTRAINT_NAME),
                values.get(COLUMNS),
                values.flag(UNIQUE),
                values.orNull(WHERE),
                values.orNull(COMMENT),
                values.or(OPTIONS, Options.NONE));
    }
}
