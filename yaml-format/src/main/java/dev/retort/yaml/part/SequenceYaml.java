// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.part;

import static dev.retort.yaml.part.CommonKeys.COLUMN;
import static dev.retort.yaml.part.CommonKeys.COMMENT;
import static dev.retort.yaml.part.NumberingKeys.CACHE;
import static dev.retort.yaml.part.NumberingKeys.CYCLE;
import static dev.retort.yaml.part.NumberingKeys.INCREMENT;
import static dev.retort.yaml.part.NumberingKeys.MAX_VALUE;
import static dev.retort.yaml.part.NumberingKeys.MIN_VALUE;
import static dev.retort.yaml.part.NumberingKeys.START;
import static dev.retort.yaml.part.TypeYaml.TYPE;

import dev.retort.schema.Identifier;
import dev.retort.schema.Sequence;
import dev.retort.schema.Sequence.ColumnReference;
import dev.retort.yaml.form.Choice;
import dev.retort.yaml.form.Form;
import dev.retort.yaml.form.Key;
import dev.retort.yaml.form.Mapping;
import dev.retort.yaml.form.Scalars;
import dev.retort.yaml.form.Values;

/** Sequences. */
public final class SequenceYaml {

    private static final Form<ColumnReference> EXACT_COLUMN = Names.add(
                    Mapping.<ColumnReference>of("a column of a table"), Names.TABLE, ColumnReference::table)
            .required(COLUMN, ColumnReference::column)
            .makes(values -> new ColumnReference(Names.resolve(values, Names.TABLE), values.get(COLUMN)));

    private static final Form<ColumnReference> DOTTED_COLUMN =
            Scalars.text("table.column", SequenceYaml::column, owner -> owner.table() + "." + owner.column());

    private static final Key<ColumnReference> OWNED_BY = Key.of(
            "owned_by",
            new Choice<ColumnReference>("table.column, or a mapping with 'table' and 'column'", owner -> EXACT_COLUMN)
                    .or(Choice.scalar(), DOTTED_COLUMN)
                    .or(Choice.mapping(), EXACT_COLUMN),
            "The column that it goes away with: orders.id.");

    private SequenceYaml() {}

    private static ColumnReference column(String text) {
        int dot = text.lastIndexOf('.');
        if (dot <= 0) {
            throw new IllegalArgumentException("was '" + text + "'");
        }
        return new ColumnReference(
                new NameText(text.substring(0, dot), null).resolve(null), new Identifier(text.substring(dot + 1)));
    }

    /**
     * @param noun what has the keys, with an article
     * @return the keys of a sequence
     */
    public static Mapping.Builder<Sequence> keys(String noun) {
        return Names.add(Mapping.<Sequence>of(noun), Names.NAME_KEY, Sequence::name)
                .optional(TYPE, Sequence::type)
                .optional(START, Sequence::start)
                .optional(INCREMENT, Sequence::increment)
                .optional(MIN_VALUE, Sequence::minValue)
                .optional(MAX_VALUE, Sequence::maxValue)
                .optional(CYCLE, Sequence::cycle, false)
                .optional(CACHE, Sequence::cache)
                .optional(OWNED_BY, Sequence::ownedBy)
                .optional(COMMENT, Sequence::comment);
    }

    /**
     * @param values what was read
     * @return the sequence
     */
    public static Sequence make(Values values) {
        return new Sequence(
                Names.resolve(values, Names.NAME_KEY),
                values.orNull(TYPE),
                values.orNull(START),
                values.orNull(INCREMENT),
                values.orNull(MIN_VALUE),
                values.orNull(MAX_VALUE),
                values.flag(CYCLE),
                values.orNull(CACHE),
                values.orNull(OWNED_BY),
                values.orNull(COMMENT));
    }
}
