// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.part;

import static dev.retort.yaml.part.CommonKeys.COMMENT;
import static dev.retort.yaml.part.CommonKeys.OPTIONS;
import static dev.retort.yaml.part.TypeYaml.CHARSET;
import static dev.retort.yaml.part.TypeYaml.COLLATION;
import static dev.retort.yaml.part.TypeYaml.TYPE;

import dev.retort.operation.Setting;
import dev.retort.schema.Column;
import dev.retort.schema.Identifier;
import dev.retort.schema.Identity;
import dev.retort.schema.Options;
import dev.retort.yaml.form.Form;
import dev.retort.yaml.form.Key;
import dev.retort.yaml.form.Mapping;
import dev.retort.yaml.form.Scalars;
import dev.retort.yaml.form.Shared;
import dev.retort.yaml.form.Values;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Columns. */
public final class ColumnYaml {

    private static final Key<Identifier> NAME = Key.of("name", Scalars.IDENTIFIER, "The column's name.");

    /** Whether it may hold NULL. */
    public static final Key<Boolean> NULLABLE = Key.of(
            "nullable",
            Scalars.BOOLEAN,
            "Whether it may hold NULL; true, except in a primary key or with an identity.");

    private static final Key<Boolean> PRIMARY_KEY =
            Key.of("primary_key", Scalars.BOOLEAN, "true: it belongs to the primary key.");
    private static final Key<Boolean> UNIQUE = Key.of("unique", Scalars.BOOLEAN, "true: no value twice.");
    private static final Key<Boolean> INDEX = Key.of("index", Scalars.BOOLEAN, "true: it has an index of its own.");
    private static final Key<Identifier> RENAMED_FROM =
            Key.of("renamed_from", Scalars.IDENTIFIER, "The name that the column had before.");

    /** A column of a migration. */
    public static final Form<ColumnParts> FORM = Shared.of("column", keys().makes(ColumnYaml::make));

    /** A column of a model, which may say what it was called before. */
    static final Form<ColumnParts> OF_MODEL = Shared.of(
            "model_column",
            keys().optional(OPTIONS, parts -> RenamedFrom.without(parts.column().options()))
                    .optional(
                            RENAMED_FROM, parts -> RenamedFrom.in(parts.column().options()))
                    .makes(ColumnYaml::makeOfModel));

    private ColumnYaml() {}

    private static Mapping.Builder<ColumnParts> keys() {
        return Mapping.<ColumnParts>of("a column")
                .required(NAME, parts -> parts.column().name())
                .required(
                        TYPE, parts -> TypeYaml.withoutAttributes(parts.column().type()))
                .optional(
                        COLLATION,
                        parts -> TypeYaml.attributes(parts.column().type()).collation())
                .optional(
                        CHARSET,
                        parts -> TypeYaml.attributes(parts.column().type()).charset())
                .optional(
                        NULLABLE,
                        parts -> parts.nullableGiven() ? parts.column().nullable() : null)
                .optional(DefaultYaml.KEY, parts -> parts.column().defaultValue())
                .optional(IdentityYaml.KEY, ColumnYaml::identity)
                .optional(GeneratedYaml.KEY, parts -> parts.column().generated())
                .optional(PRIMARY_KEY, onlyTrue(ColumnParts::primaryKey))
                .optional(UNIQUE, onlyTrue(ColumnParts::unique))
                .optional(INDEX, onlyTrue(ColumnParts::index))
                .optional(ForeignKeyYaml.OF_COLUMN, ColumnParts::references)
                .optional(CheckYaml.CHECK, ColumnParts::check)
                .optional(COMMENT, parts -> parts.column().comment())
                .optional(OPTIONS, parts -> parts.column().options(), Options.NONE);
    }

    private static Function<ColumnParts, Boolean> onlyTrue(Predicate<ColumnParts> flag) {
        return parts -> flag.test(parts) ? Boolean.TRUE : null;
    }

    private static ColumnParts make(Values values) {
        Column column = new Column(
                values.get(NAME),
                TypeYaml.withAttributes(values.get(TYPE), TypeYaml.attributes(values)),
                values.or(NULLABLE, true),
                values.orNull(DefaultYaml.KEY),
                values.or(IdentityYaml.KEY, Setting.<Identity>keep()).newValue().orElse(null),
                values.orNull(GeneratedYaml.KEY),
                values.orNull(COMMENT),
                values.or(OPTIONS, Options.NONE));
        var references = values.orNull(ForeignKeyYaml.OF_COLUMN);
        return new ColumnParts(
                column,
                values.has(NULLABLE),
                values.flag(PRIMARY_KEY),
                values.flag(UNIQUE),
                values.flag(INDEX),
                references == null ? null : ForeignKeyYaml.from(references, column.name()),
                values.orNull(CheckYaml.CHECK));
    }

    private static ColumnParts makeOfModel(Values values) {
        ColumnParts parts = make(values);
        Identifier before = values.orNull(RENAMED_FROM);
        Column column = parts.column();
        return new ColumnParts(
                column.withOptions(RenamedFrom.with(column.options(), before)),
                parts.nullableGiven(),
                parts.primaryKey(),
                parts.unique(),
                parts.index(),
                parts.references(),
                parts.check());
    }

    private static @Nullable Setting<Identity> identity(ColumnParts parts) {
        Identity identity = parts.column().identity();
        return identity == null ? null : Setting.ofNullable(identity);
    }
}
