// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.part;

import static dev.retort.yaml.part.CommonKeys.COLUMNS;
import static dev.retort.yaml.part.CommonKeys.CONSTRAINT_NAME;
import static dev.retort.yaml.part.CommonKeys.DEFERRABLE;
import static dev.retort.yaml.part.CommonKeys.OPTIONS;

import dev.retort.schema.Deferrability;
import dev.retort.schema.Options;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.UniqueConstraint;
import dev.retort.yaml.form.Choice;
import dev.retort.yaml.form.Converted;
import dev.retort.yaml.form.Form;
import dev.retort.yaml.form.Mapping;
import dev.retort.yaml.form.Values;

/** Primary keys and unique constraints: a list of columns, or a mapping with a name and more. */
public final class KeyColumns {

    private KeyColumns() {}

    /** {@return the keys of a primary key} */
    public static Mapping.Builder<PrimaryKey> primaryKeyKeys() {
        return Mapping.<PrimaryKey>of("a primary key")
                .optional(CONSTRAINT_NAME, PrimaryKey::name)
                .required(COLUMNS, PrimaryKey::columns)
                .optional(DEFERRABLE, PrimaryKey::deferrability, Deferrability.NOT_DEFERRABLE)
                .optional(OPTIONS, PrimaryKey::options, Options.NONE);
    }

    /**
     * @param values what was read
     * @return the primary key
     */
    public static PrimaryKey primaryKey(Values values) {
        return new PrimaryKey(
                values.orNull(CONSTRAINT_NAME),
                values.get(COLUMNS),
                values.or(DEFERRABLE, Deferrability.NOT_DEFERRABLE),
                values.or(OPTIONS, Options.NONE));
    }

    /** {@return the keys of a unique constraint} */
    public static Mapping.Builder<UniqueConstraint> uniqueKeys() {
        return Mapping.<UniqueConstraint>of("a unique constraint")
                .optional(CONSTRAINT_NAME, UniqueConstraint::name)
                .required(COLUMNS, UniqueConstraint::columns)
                .optional(DEFERRABLE, UniqueConstraint::deferrability, Deferrability.NOT_DEFERRABLE)
                .optional(OPTIONS, UniqueConstraint::options, Options.NONE);
    }

    /**
     * @param values what was read
     * @return the unique constraint
     */
    public static UniqueConstraint unique(Values values) {
        return new UniqueConstraint(
                values.orNull(CONSTRAINT_NAME),
                values.get(COLUMNS),
                values.or(DEFERRABLE, Deferrability.NOT_DEFERRABLE),
                values.or(OPTIONS, Options.NONE));
    }

    static final Form<PrimaryKey> PRIMARY_KEY = primaryKeyForm();
    static final Form<UniqueConstraint> UNIQUE = uniqueForm();

    private static Form<PrimaryKey> primaryKeyForm() {
        Form<PrimaryKey> details = primaryKeyKeys().makes(KeyColumns::primaryKey);
        Form<PrimaryKey> columns = new Converted<>(
                Names.COLUMN_NAMES,
                names -> new PrimaryKey(null, names, Deferrability.NOT_DEFERRABLE, Options.NONE),
                PrimaryKey::columns);
        return new Choice<PrimaryKey>(
                        "a list of column names, or a mapping with 'columns'",
                        key -> key.name() == null
                                        && key.deferrability() == Deferrability.NOT_DEFERRABLE
                                        && key.options().isEmpty()
                                ? columns
                                : details)
                .or(Choice.list(), columns)
                .or(Choice.mapping(), details);
    }

    private static Form<UniqueConstraint> uniqueForm() {
        Form<UniqueConstraint> details = uniqueKeys().makes(KeyColumns::unique);
        Form<UniqueConstraint> columns = new Converted<>(
                Names.COLUMN_NAMES,
                names -> new UniqueConstraint(null, names, Deferrability.NOT_DEFERRABLE, Options.NONE),
                UniqueConstraint::columns);
        return new Choice<UniqueConstraint>(
                        "a list of column names (so [[a, b]] for one constraint on both), or a mapping with 'columns'",
                        key -> key.name() == null
                                        && key.deferrability() == Deferrability.NOT_DEFERRABLE
                                        && key.options().isEmpty()
                                ? columns
                                : details)
                .or(Choice.list(), columns)
                .or(Choice.mapping(), details);
    }
}
