// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.operation;

import static dev.retort.yaml.part.CommonKeys.COLUMN;
import static dev.retort.yaml.part.CommonKeys.OPTIONS;
import static dev.retort.yaml.part.Names.TABLE;

import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnPosition;
import dev.retort.operation.Setting;
import dev.retort.schema.DataType;
import dev.retort.schema.Identifier;
import dev.retort.schema.Options;
import dev.retort.schema.SqlText;
import dev.retort.yaml.form.Form;
import dev.retort.yaml.form.Key;
import dev.retort.yaml.form.Mapping;
import dev.retort.yaml.form.Scalars;
import dev.retort.yaml.form.Setter;
import dev.retort.yaml.form.Values;
import dev.retort.yaml.part.ColumnAttributes;
import dev.retort.yaml.part.ColumnYaml;
import dev.retort.yaml.part.Names;
import dev.retort.yaml.part.SqlTextYaml;
import org.jspecify.annotations.Nullable;

/** {@code alter_column}: what is given changes, what is left out stays, and null drops. */
final class ColumnAlteration {

    private static final Key<Setting<String>> COMMENT = Key.of(
                    "comment", new Setter<>(Scalars.TEXT), "Words about it; null drops them.")
            .takingNull();
    private static final Key<Identifier> RENAME = Key.of("rename", Scalars.IDENTIFIER, "The new name.");
    private static final Key<SqlText> USING =
            Key.of("using", SqlTextYaml.FORM, "How values become values of the new type; a cast if left out.");

    static final Form<AlterColumn> FORM = Names.add(
                    Mapping.<AlterColumn>of("alter_column")
                            .meaning("Changes attributes of a column; those that are left out stay."),
                    TABLE,
                    AlterColumn::table)
            .required(COLUMN, AlterColumn::column)
            .all(ColumnAttributes.typeKeys(), alter -> type(alter.type()))
            .optional(ColumnYaml.NULLABLE, AlterColumn::nullable)
            .optional(ColumnAttributes.DEFAULT, alter -> changed(alter.defaultValue()))
            .optional(ColumnAttributes.IDENTITY, alter -> changed(alter.identity()))
            .optional(ColumnAttributes.GENERATED, alter -> changed(alter.generated()))
            .optional(COMMENT, alter -> changed(alter.comment()))
            .optional(RENAME, AlterColumn::rename)
            .optional(PositionForm.KEY, AlterColumn::position)
            .optional(USING, AlterColumn::using)
            .optional(OPTIONS, AlterColumn::options, Options.NONE)
            .makes(ColumnAlteration::make);

    private ColumnAlteration() {}

    private static AlterColumn make(Values values) {
        ColumnPosition position = values.orNull(PositionForm.KEY);
        return new AlterColumn(
                Names.resolve(values, TABLE),
                values.get(COLUMN),
                ColumnAttributes.type(values),
                values.orNull(ColumnYaml.NULLABLE),
                values.or(ColumnAttributes.DEFAULT, Setting.keep()),
                values.or(ColumnAttributes.IDENTITY, Setting.keep()),
                values.or(ColumnAttributes.GENERATED, Setting.keep()),
                values.or(COMMENT, Setting.keep()),
                values.orNull(RENAME),
                position,
                values.orNull(USING),
                values.or(OPTIONS, Options.NONE));
    }

    private static ColumnAttributes.TypeOrNone type(@Nullable DataType type) {
        return new ColumnAttributes.TypeOrNone(type);
    }

    private static <T> @Nullable Setting<T> changed(Setting<T> setting) {
        return setting.isChange() ? setting : null;
    }
}
