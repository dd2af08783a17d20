// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.SqlText;
import java.util.function.UnaryOperator;

/**
 * One change to a schema or to its rows: what is to happen, never how. An operation is a value; it holds no SQL of its
 * own, no connection and no database name.
 */
public sealed interface Operation
        permits AddCheck,
                AddColumn,
                AddExclusion,
                AddForeignKey,
                AddPrimaryKey,
                AddUnique,
                AlterColumn,
                AlterEnum,
                AlterSequence,
                Batch,
                CreateEnum,
                CreateIndex,
                CreateRoutine,
                CreateSchema,
                CreateSequence,
                CreateTable,
                CreateTrigger,
                CreateView,
                Custom,
                DeleteRows,
                DropColumn,
                DropConstraint,
                DropEnum,
                DropIndex,
                DropRoutine,
                DropSchema,
                DropSequence,
                DropTable,
                DropTrigger,
                DropView,
                Execute,
                InsertRows,
                RenameColumn,
                RenameConstraint,
                RenameIndex,
                RenameTable,
                ReplaceView,
                Run,
                SetTableComment,
                UpdateRows,
                ValidateConstraint {

    /** {@return the operation's name in a YAML migration, such as {@code create_table}} */
    String keyword();

    /**
     * Calls the visitor's method for this operation.
     *
     * @param visitor the visitor
     * @param <R>     type of its answer
     * @return its answer
     */
    <R> R accept(OperationVisitor<R> visitor);

    /** {@return what it reads and writes} */
    Footprint footprint();

    /**
     * The same operation with every SQL text in it replaced.
     *
     * @param change gives the text to put in place of each
     * @return the operation; itself if it holds no SQL text
     */
    default Operation mapSql(UnaryOperator<SqlText> change) {
        return this;
    }
}
