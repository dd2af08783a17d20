// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

/**
 * Answers for every kind of operation. There is no catch-all on purpose: whoever adds an operation is told by the compiler
 * where it has to be answered for. A dialect that prefers to refuse what it does not know starts from
 * {@code dev.retort.dialect.StandardDdl}.
 *
 * @param <R> type of the answer
 */
public interface OperationVisitor<R> {

    /** @param operation {@code create_table}
     *  @return the answer */
    R visitCreateTable(CreateTable operation);

    /** @param operation {@code drop_table}
     *  @return the answer */
    R visitDropTable(DropTable operation);

    /** @param operation {@code rename_table}
     *  @return the answer */
    R visitRenameTable(RenameTable operation);

    /** @param operation {@code set_table_comment}
     *  @return the answer */
    R visitSetTableComment(SetTableComment operation);

    /** @param operation {@code add_column}
     *  @return the answer */
    R visitAddColumn(AddColumn operation);

    /** @param operation {@code drop_column}
     *  @return the answer */
    R visitDropColumn(DropColumn operation);

    /** @param operation {@code rename_column}
     *  @return the answer */
    R visitRenameColumn(RenameColumn operation);

    /** @param operation {@code create_index}
     *  @return the answer */
    R visitCreateIndex(CreateIndex operation);

    /** @param operation {@code drop_index}
     *  @return the answer */
    R visitDropIndex(DropIndex operation);

    /** @param operation {@code rename_index}
     *  @return the answer */
    R visitRenameIndex(RenameIndex operation);

    /** @param operation {@code add_primary_key}
     *  @return the answer */
    R visitAddPrimaryKey(AddPrimaryKey operation);

    /** @param operation {@code add_unique}
     *  @return the answer */
    R visitAddUnique(AddUnique operation);

    /** @param operation {@code add_foreign_key}
     *  @return the answer */
    R visitAddForeignKey(AddForeignKey operation);

    /** @param operation {@code add_check}
     *  @return the answer */
    R visitAddCheck(AddCheck operation);

    /** @param operation {@code add_exclusion}
     *  @return the answer */
    R visitAddExclusion(AddExclusion operation);

    /** @param operation {@code drop_constraint}
     *  @return the answer */
    R visitDropConstraint(DropConstraint operation);

    /** @param operation {@code rename_constraint}
     *  @return the answer */
    R visitRenameConstraint(RenameConstraint operation);

    /** @param operation {@code validate_constraint}
     *  @return the answer */
    R visitValidateConstraint(ValidateConstraint operation);

    /** @param operation {@code create_schema}
     *  @return the answer */
    R visitCreateSchema(CreateSchema operation);

    /** @param operation {@code drop_schema}
     *  @return the answer */
    R visitDropSchema(DropSchema operation);

    /** @param operation {@code create_sequence}
     *  @return the answer */
    R visitCreateSequence(CreateSequence operation);

    /** @param operation {@code alter_sequence}
     *  @return the answer */
    R visitAlterSequence(AlterSequence operation);

    /** @param operation {@code drop_sequence}
     *  @return the answer */
    R visitDropSequence(DropSequence operation);

    /** @param operation {@code create_enum}
     *  @return the answer */
    R visitCreateEnum(CreateEnum operation);

    /** @param operation {@code alter_enum}
     *  @return the answer */
    R visitAlterEnum(AlterEnum operation);

    /** @param operation {@code drop_enum}
     *  @return the answer */
    R visitDropEnum(DropEnum operation);

    /** @param operation {@code create_view}
     *  @return the answer */
    R visitCreateView(CreateView operation);

    /** @param operation {@code replace_view}
     *  @return the answer */
    R visitReplaceView(ReplaceView operation);

    /** @param operation {@code drop_view}
     *  @return the answer */
    R visitDropView(DropView operation);

    /** @param operation {@code create_routine}
     *  @return the answer */
    R visitCreateRoutine(CreateRoutine operation);

    /** @param operation {@code drop_routine}
     *  @return the answer */
    R visitDropRoutine(DropRoutine operation);

    /** @param operation {@code create_trigger}
     *  @return the answer */
    R visitCreateTrigger(CreateTrigger operation);

    /** @param operation {@code drop_trigger}
     *  @return the answer */
    R visitDropTrigger(DropTrigger operation);

    /** @param operation {@code execute}
     *  @return the answer */
    R visitExecute(Execute operation);

    /** @param operation {@code insert_rows}
     *  @return the answer */
    R visitInsertRows(InsertRows operation);

    /** @param operation {@code update_rows}
     *  @return the answer */
    R visitUpdateRows(UpdateRows operation);

    /** @param operation {@code delete_rows}
     *  @return the answer */
    R visitDeleteRows(DeleteRows operation);

    /** @param operation {@code run}
     *  @return the answer */
    R visitRun(Run operation);

    /** @param operation {@code batch}
     *  @return the answer */
    R visitBatch(Batch operation);

    /** @param operation {@code custom}
     *  @return the answer */
    R visitCustom(Custom operation);

    /** @param operation {@code alter_column}
     *  @return the answer */
    R visitAlterColumn(AlterColumn operation);
}
