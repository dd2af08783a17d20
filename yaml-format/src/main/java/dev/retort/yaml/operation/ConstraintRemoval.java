// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.operation;

import static dev.retort.yaml.part.CommonKeys.CASCADE;
import static dev.retort.yaml.part.CommonKeys.IF_EXISTS;
import static dev.retort.yaml.part.Names.TABLE;

import dev.retort.operation.ConstraintSelector;
import dev.retort.operation.DropConstraint;
import dev.retort.schema.ConstraintKind;
import dev.retort.schema.Identifier;
import dev.retort.schema.QualifiedName;
import dev.retort.yaml.form.Form;
import dev.retort.yaml.form.Key;
import dev.retort.yaml.form.Mapping;
import dev.retort.yaml.form.Scalars;
import dev.retort.yaml.form.Values;
import dev.retort.yaml.part.CheckYaml;
import dev.retort.yaml.part.Names;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code drop_constraint}: by name, or by what the constraint says: {@code primary_key: true}, {@code unique: [a]},
 * {@code foreign_key: [a]}, {@code check: "x > 0"}.
 */
final class ConstraintRemoval {

    private static final Key<Identifier> NAME = Key.of("name", Scalars.IDENTIFIER, "Its name.");
    private static final Key<ConstraintKind> TYPE = Key.of(
            "type",
            Scalars.words("the kind of a constraint", ConstraintKind.class),
            "Its kind, if the name alone does not say it.");
    private static final Key<Boolean> PRIMARY_KEY =
            Key.of("primary_key", Scalars.BOOLEAN, "true: the primary key, whatever its name.");
    private static final Key<List<Identifier>> UNIQUE =
            Key.of("unique", Names.COLUMN_NAMES, "The unique constraint on these columns.");
    private static final Key<List<Identifier>> FOREIGN_KEY =
            Key.of("foreign_key", Names.COLUMN_NAMES, "The foreign key of these columns.");
    private static final Key<QualifiedName> REFERRED_TABLE =
            Key.of("referred_table", Names.WHOLE, "The table that the foreign key refers to.");

    static final Form<DropConstraint> FORM = Names.add(
                    Mapping.<DropConstraint>of("drop_constraint").meaning("Drops a constraint."),
                    TABLE,
                    DropConstraint::table)
            .optional(NAME, o -> o.constraint() instanceof ConstraintSelector.Named named ? named.name() : null)
            .optional(TYPE, o -> o.constraint() instanceof ConstraintSelector.Named named ? named.kind() : null)
            .optional(PRIMARY_KEY, o -> o.constraint() instanceof ConstraintSelector.ThePrimaryKey ? true : null)
            .optional(UNIQUE, o -> o.constraint() instanceof ConstraintSelector.UniqueOn on ? on.columns() : null)
            .optional(
                    FOREIGN_KEY,
                    o -> o.constraint() instanceof ConstraintSelector.ForeignKeyOn on ? on.columns() : null)
            .optional(
                    REFERRED_TABLE,
                    o -> o.constraint() instanceof ConstraintSelector.ForeignKeyOn on ? on.referredTable() : null)
            .optional(
                    CheckYaml.CHECK,
                    o -> o.constraint() instanceof ConstraintSelector.CheckOf of ? of.expression() : null)
            .optional(IF_EXISTS, DropConstraint::ifExists, false)
            .optional(CASCADE, DropConstraint::cascade, false)
            .makes(values -> new DropConstraint(
                    Names.resolve(values, TABLE), selector(values), values.flag(IF_EXISTS), values.flag(CASCADE)));

    private ConstraintRemoval() {}

    private static ConstraintSelector selector(Values values) {
        Key<?>[] ways = {NAME, PRIMARY_KEY, UNIQUE, FOREIGN_KEY, CheckYaml.CHECK};
        if (Stream.of(ways).filter(values::has).count() != 1) {
            throw new IllegalArgumentException(
                    "drop_constraint must say which constraint by exactly one of name, primary_key, unique, foreign_key, check");
        }
        require(values, TYPE, NAME);
        require(values, REFERRED_TABLE, FOREIGN_KEY);
        if (values.has(NAME)) {
            return new ConstraintSelector.Named(values.get(NAME), values.orNull(TYPE));
        }
        if (values.has(UNIQUE)) {
            return new ConstraintSelector.UniqueOn(values.get(UNIQUE));
        }
        if (values.has(FOREIGN_KEY)) {
            return new ConstraintSelector.ForeignKeyOn(values.get(FOREIGN_KEY), values.orNull(REFERRED_TABLE));
        }
        if (values.has(CheckYaml.CHECK)) {
            return new ConstraintSelector.CheckOf(values.get(CheckYaml.CHECK));
        }
        if (!values.flag(PRIMARY_KEY)) {
            throw new IllegalArgumentException("'primary_key' must be true in drop_constraint, or left out");
        }
        return new ConstraintSelector.ThePrimaryKey();
    }

    private static void require(Values values, Key<?> key, Key<?> beside) {
        if (values.has(key) && !values.has(beside)) {
            throw new IllegalArgumentException("'" + key.name() + "' must stand beside '" + beside.name() + "'");
        }
    }
}
