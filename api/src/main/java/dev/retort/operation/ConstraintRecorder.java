// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.ConstraintKind;
import dev.retort.schema.Identifier;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlText;
import java.util.function.UnaryOperator;

/** Records operations on constraints. */
abstract class ConstraintRecorder extends TableRecorder {

    ConstraintRecorder(UnaryOperator<String> fileNames) {
        super(fileNames);
    }

    /**
     * Adds a primary key to a table that has none.
     *
     * @param table      the table
     * @param primaryKey the primary key
     * @return the step
     */
    public PlainStep addPrimaryKey(String table, PrimaryKeySpec primaryKey) {
        return record(new PlainStep(table, name -> new AddPrimaryKey(name, primaryKey.build())));
    }

    /**
     * Adds a unique constraint.
     *
     * @param table  the table
     * @param unique the constraint
     * @return the step
     */
    public PlainStep addUnique(String table, UniqueSpec unique) {
        return record(new PlainStep(table, name -> new AddUnique(name, unique.build())));
    }

    /**
     * Adds a foreign key.
     *
     * @param table      the referring table
     * @param foreignKey the foreign key
     * @return the step
     */
    public PlainStep addForeignKey(String table, ForeignKeySpec foreignKey) {
        return record(new PlainStep(table, name -> new AddForeignKey(name, foreignKey.build())));
    }

    /**
     * Adds a check.
     *
     * @param table the table
     * @param check the check
     * @return the step
     */
    public PlainStep addCheck(String table, CheckSpec check) {
        return record(new PlainStep(table, name -> new AddCheck(name, check.build())));
    }

    /**
     * Adds an exclusion constraint.
     *
     * @param table     the table
     * @param exclusion the constraint
     * @return the step
     */
    public PlainStep addExclusion(String table, ExclusionSpec exclusion) {
        return record(new PlainStep(table, name -> new AddExclusion(name, exclusion.build())));
    }

    /**
     * Drops a constraint by its name.
     *
     * @param table      the table
     * @param constraint its name
     * @return the step
     */
    public DropStep.OfConstraint dropConstraint(String table, String constraint) {
        return dropConstraint(table, ConstraintSelector.named(constraint));
    }

    /**
     * Drops a constraint by its name and kind.
     *
     * @param table      the table
     * @param constraint its name
     * @param kind       its kind
     * @return the step
     */
    public DropStep.OfConstraint dropConstraint(String table, String constraint, ConstraintKind kind) {
        return dropConstraint(table, new ConstraintSelector.Named(new Identifier(constraint), kind));
    }

    /**
     * Drops a constraint.
     *
     * @param table      the table
     * @param constraint which one
     * @return the step
     */
    public DropStep.OfConstraint dropConstraint(String table, ConstraintSelector constraint) {
        return record(new DropStep.OfConstraint(table, constraint));
    }

    /**
     * Drops the primary key, whatever its name.
     *
     * @param table the table
     * @return the step
     */
    public DropStep.OfConstraint dropPrimaryKey(String table) {
        return dropConstraint(table, new ConstraintSelector.ThePrimaryKey());
    }

    /**
     * Drops the unique constraint on some columns, whatever its name.
     *
     * @param table   the table
     * @param columns its columns, in order
     * @return the step
     */
    public DropStep.OfConstraint dropUnique(String table, String... columns) {
        return dropConstraint(table, new ConstraintSelector.UniqueOn(Identifier.listOf(columns)));
    }

    /**
     * Drops the foreign key of some columns, whatever its name.
     *
     * @param table   the referring table
     * @param columns referring columns, in order
     * @return the step
     */
    public DropStep.OfConstraint dropForeignKey(String table, String... columns) {
        return dropConstraint(table, new ConstraintSelector.ForeignKeyOn(Identifier.listOf(columns), null));
    }

    /**
     * Drops the foreign key of some columns to a table, whatever its name.
     *
     * @param table    the referring table
     * @param referred the table referred to
     * @param columns  referring columns, in order
     * @return the step
     */
    public DropStep.OfConstraint dropForeignKey(String table, QualifiedName referred, String... columns) {
        return dropConstraint(table, new ConstraintSelector.ForeignKeyOn(Identifier.listOf(columns), referred));
    }

    /**
     * Drops the check with an expression, whatever its name.
     *
     * @param table      the table
     * @param expression the expression as it was given
     * @return the step
     */
    public DropStep.OfConstraint dropCheck(String table, String expression) {
        return dropCheck(table, SqlText.verbatim(expression));
    }

    /**
     * Drops the check with an expression, whatever its name.
     *
     * @param table      the table
     * @param expression the expression as it was given
     * @return the step
     */
    public DropStep.OfConstraint dropCheck(String table, SqlText expression) {
        return dropConstraint(table, new ConstraintSelector.CheckOf(expression));
    }

    /**
     * Renames a constraint.
     *
     * @param table      the table
     * @param constraint its name
     * @param to         its new name
     * @return the step
     */
    public PlainStep renameConstraint(String table, String constraint, String to) {
        return record(new PlainStep(
                table, name -> new RenameConstraint(name, new Identifier(constraint), new Identifier(to))));
    }

    /**
     * Checks all rows against a constraint that was added as not validated.
     *
     * @param table      the table
     * @param constraint its name
     * @return the step
     */
    public PlainStep validateConstraint(String table, String constraint) {
        return record(new PlainStep(table, name -> new ValidateConstraint(name, new Identifier(constraint))));
    }
}
