// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.operation;

import static dev.retort.yaml.part.CommonKeys.FROM;
import static dev.retort.yaml.part.CommonKeys.TO;
import static dev.retort.yaml.part.Names.TABLE;

import dev.retort.operation.AddCheck;
import dev.retort.operation.AddExclusion;
import dev.retort.operation.AddForeignKey;
import dev.retort.operation.AddPrimaryKey;
import dev.retort.operation.AddUnique;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.RenameConstraint;
import dev.retort.operation.ValidateConstraint;
import dev.retort.schema.Identifier;
import dev.retort.yaml.form.Form;
import dev.retort.yaml.form.Key;
import dev.retort.yaml.form.Mapping;
import dev.retort.yaml.form.Scalars;
import dev.retort.yaml.part.CheckYaml;
import dev.retort.yaml.part.ExclusionYaml;
import dev.retort.yaml.part.ForeignKeyYaml;
import dev.retort.yaml.part.KeyColumns;
import dev.retort.yaml.part.Names;
import java.util.List;

/**
 * {@code add_primary_key}, {@code add_unique}, {@code add_foreign_key}, {@code add_check}, {@code add_exclusion},
 * {@code drop_constraint}, {@code rename_constraint}, {@code validate_constraint}.
 */
final class ConstraintOperations {

    private static final Form<AddPrimaryKey> ADD_PRIMARY_KEY = Names.add(
                    Mapping.<AddPrimaryKey>of("add_primary_key")
                            .meaning("Adds a primary key to a table that has none."),
                    TABLE,
                    AddPrimaryKey::table)
            .all(KeyColumns.primaryKeyKeys(), AddPrimaryKey::primaryKey)
            .makes(values -> new AddPrimaryKey(Names.resolve(values, TABLE), KeyColumns.primaryKey(values)));

    private static final Form<AddUnique> ADD_UNIQUE = Names.add(
                    Mapping.<AddUnique>of("add_unique").meaning("Adds a unique constraint."), TABLE, AddUnique::table)
            .all(KeyColumns.uniqueKeys(), AddUnique::unique)
            .makes(values -> new AddUnique(Names.resolve(values, TABLE), KeyColumns.unique(values)));

    private static final Form<AddForeignKey> ADD_FOREIGN_KEY = Names.add(
                    Mapping.<AddForeignKey>of("add_foreign_key").meaning("Adds a foreign key."),
                    TABLE,
                    AddForeignKey::table)
            .all(ForeignKeyYaml.keys(), AddForeignKey::foreignKey)
            .makes(values -> new AddForeignKey(Names.resolve(values, TABLE), ForeignKeyYaml.make(values)));

    private static final Form<AddCheck> ADD_CHECK = Names.add(
                    Mapping.<AddCheck>of("add_check").meaning("Adds a check."), TABLE, AddCheck::table)
            .all(CheckYaml.keys(), AddCheck::check)
            .makes(values -> new AddCheck(Names.resolve(values, TABLE), CheckYaml.make(values)));

    private static final Form<AddExclusion> ADD_EXCLUSION = Names.add(
                    Mapping.<AddExclusion>of("add_exclusion").meaning("Adds an exclusion constraint."),
                    TABLE,
                    AddExclusion::table)
            .all(ExclusionYaml.keys(), AddExclusion::exclusion)
            .makes(values -> new AddExclusion(Names.resolve(values, TABLE), ExclusionYaml.make(values)));

    private static final Form<RenameConstraint> RENAME_CONSTRAINT = Names.add(
                    Mapping.<RenameConstraint>of("rename_constraint").meaning("Renames a constraint."),
                    TABLE,
                    RenameConstraint::table)
            .required(FROM, RenameConstraint::constraint)
            .required(TO, RenameConstraint::to)
            .makes(values -> new RenameConstraint(Names.resolve(values, TABLE), values.get(FROM), values.get(TO)));

    private static final Key<Identifier> NAME = Key.of("name", Scalars.IDENTIFIER, "The constraint.");

    private static final Form<ValidateConstraint> VALIDATE_CONSTRAINT = Names.add(
                    Mapping.<ValidateConstraint>of("validate_constraint")
                            .meaning("Checks all rows against a constraint that was added as not validated."),
                    TABLE,
                    ValidateConstraint::table)
            .required(NAME, ValidateConstraint::constraint)
            .makes(values -> new ValidateConstraint(Names.resolve(values, TABLE), values.get(NAME)));

    static final List<OperationYaml<?, ?>> ALL = List.of(
            OperationYaml.of("add_primary_key", AddPrimaryKey.class, ADD_PRIMARY_KEY),
            OperationYaml.of("add_unique", AddUnique.class, ADD_UNIQUE),
            OperationYaml.of("add_foreign_key", AddForeignKey.class, ADD_FOREIGN_KEY),
            OperationYaml.of("add_check", AddCheck.class, ADD_CHECK),
            OperationYaml.of("add_exclusion", AddExclusion.class, ADD_EXCLUSION),
            OperationYaml.of("drop_constraint", DropConstraint.class, ConstraintRemoval.FORM),
            OperationYaml.of("rename_constraint", RenameConstraint.class, RENAME_CONSTRAINT),
            OperationYaml.of("validate_constraint", ValidateConstraint.class, VALIDATE_CONSTRAINT));

    private ConstraintOperations() {}
}
