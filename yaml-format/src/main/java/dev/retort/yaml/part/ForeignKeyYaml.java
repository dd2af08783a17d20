// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.part;

import static dev.retort.yaml.part.CommonKeys.COLUMNS;
import static dev.retort.yaml.part.CommonKeys.CONSTRAINT_NAME;
import static dev.retort.yaml.part.CommonKeys.DEFERRABLE;
import static dev.retort.yaml.part.CommonKeys.OPTIONS;
import static dev.retort.yaml.part.CommonKeys.VALIDATED;

import dev.retort.schema.Deferrability;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identifier;
import dev.retort.schema.MatchType;
import dev.retort.schema.Options;
import dev.retort.schema.ReferentialAction;
import dev.retort.yaml.form.Choice;
import dev.retort.yaml.form.Converted;
import dev.retort.yaml.form.Form;
import dev.retort.yaml.form.Key;
import dev.retort.yaml.form.Mapping;
import dev.retort.yaml.form.Scalars;
import dev.retort.yaml.form.Values;
import java.util.List;

/** Foreign keys: of a table, and of one column. */
public final class ForeignKeyYaml {

    private static final Key<ReferentialAction> ON_DELETE = Key.of(
            "on_delete",
            Scalars.words("a referential action", ReferentialAction.class),
            "What happens when the referred row goes.");
    private static final Key<ReferentialAction> ON_UPDATE = Key.of(
            "on_update",
            Scalars.words("a referential action", ReferentialAction.class),
            "What happens when the referred columns change.");
    private static final Key<MatchType> MATCH =
            Key.of("match", Scalars.words("simple, full or partial", MatchType.class), "How NULLs are treated.");

    /** Stands for the column that a column's own reference starts from, until that is known. */
    private static final List<Identifier> THIS_COLUMN = List.of(new Identifier("(this column)"));

    static final Form<ForeignKey> FORM = keys().makes(ForeignKeyYaml::make);

    private static final Form<ForeignKey> COLUMN_DETAILS = behaviour(
                    Names.add(Mapping.<ForeignKey>of("a reference"), Names.TABLE, ForeignKey::referredTable)
                            .optional(COLUMNS, ForeignKey::referredColumns, List.of())
                            .optional(CONSTRAINT_NAME, ForeignKey::name))
            .makes(values -> make(
                    values,
                    THIS_COLUMN,
                    new References(Names.resolve(values, Names.TABLE), values.or(COLUMNS, List.of()))));

    private static final Form<ForeignKey> COLUMN_TEXT = new Converted<>(
            References.KEY.form(),
            to -> ForeignKey.of(null, THIS_COLUMN, to.table(), to.columns()),
            ForeignKeyYaml::references);

    static final Key<ForeignKey> OF_COLUMN = Key.of(
            "references",
            new Choice<ForeignKey>(
                            "a table, table(column), or a mapping with 'table'",
                            key -> isPlain(key) ? COLUMN_TEXT : COLUMN_DETAILS)
                    .or(Choice.scalar(), COLUMN_TEXT)
                    .or(Choice.mapping(), COLUMN_DETAILS),
            "A foreign key of this column alone: users(id).");

    private ForeignKeyYaml() {}

    /** {@return the keys of a foreign key} */
    public static Mapping.Builder<ForeignKey> keys() {
        return behaviour(Mapping.<ForeignKey>of("a foreign key")
                .optional(CONSTRAINT_NAME, ForeignKey::name)
                .required(COLUMNS, ForeignKey::columns)
                .required(References.KEY, ForeignKeyYaml::references));
    }

    private static Mapping.Builder<ForeignKey> behaviour(Mapping.Builder<ForeignKey> builder) {
        return builder.optional(ON_DELETE, ForeignKey::onDelete, ReferentialAction.NO_ACTION)
                .optional(ON_UPDATE, ForeignKey::onUpdate, ReferentialAction.NO_ACTION)
                .optional(MATCH, ForeignKey::match, MatchType.SIMPLE)
                .optional(DEFERRABLE, ForeignKey::deferrability, Deferrability.NOT_DEFERRABLE)
                .optional(VALIDATED, ForeignKey::validated, true)
                .optional(OPTIONS, ForeignKey::options, Options.NONE);
    }

    /**
     * @param values what was read
     * @return the foreign key
     */
    public static ForeignKey make(Values values) {
        return make(values, values.get(COLUMNS), values.get(References.KEY));
    }

    private static ForeignKey make(Values values, List<Identifier> columns, References to) {
        return new ForeignKey(
                values.orNull(CONSTRAINT_NAME),
                columns,
                to.table(),
                to.columns(),
                values.or(ON_DELETE, ReferentialAction.NO_ACTION),
                values.or(ON_UPDATE, ReferentialAction.NO_ACTION),
                values.or(MATCH, MatchType.SIMPLE),
                values.or(DEFERRABLE, Deferrability.NOT_DEFERRABLE),
                values.or(VALIDATED, true),
                values.or(OPTIONS, Options.NONE));
    }

    static ForeignKey from(ForeignKey reference, Identifier column) {
        return reference.withReference(List.of(column), reference.referredTable(), reference.referredColumns());
    }

    private static References references(ForeignKey key) {
        return new References(key.referredTable(), key.referredColumns());
    }

    private static boolean isPlain(ForeignKey key) {
        return key.equals(ForeignKey.of(null, key.columns(), key.referredTable(), key.referredColumns()))
                && references(key).isSimple();
    }
}
