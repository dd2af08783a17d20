// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.replay;

import dev.retort.operation.*;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends each operation to the class that knows its kind of object. */
final class Applier implements OperationVisitor<Boolean> {

    private final TableReplay tables;
    private final ColumnReplay columns;
    private final ConstraintReplay constraints;
    private final IndexReplay indexes;
    private final ObjectReplay objects;
    private final ViewReplay views;
    private final RowReplay rows;
    private final Workspace workspace;

    Applier(Workspace workspace) {
        this.workspace = workspace;
        columns = new ColumnReplay(workspace);
        constraints = new ConstraintReplay(workspace);
        tables = new TableReplay(workspace, constraints);
        indexes = new IndexReplay(workspace);
        objects = new ObjectReplay(workspace, columns);
        views = new ViewReplay(workspace);
        rows = new RowReplay(workspace);
    }

    void apply(Operation operation) {
        operation.accept(this);
    }

    private void applyAll(@Nullable List<Operation> operations) {
        if (operations != null) {
            operations.forEach(this::apply);
        }
    }

    private static Boolean done(Runnable action) {
        action.run();
        return Boolean.TRUE;
    }

    @Override
    public Boolean visitCreateTable(CreateTable operation) {
        return done(() -> tables.apply(operation));
    }

    @Override
    public Boolean visitDropTable(DropTable operation) {
        return done(() -> tables.apply(operation));
    }

    @Override
    public Boolean visitRenameTable(RenameTable operation) {
        return done(() -> tables.apply(operation));
    }

    @Override
    public Boolean visitSetTableComment(SetTableComment operation) {
        return done(() -> tables.apply(operation));
    }

    @Override
    public Boolean visitAddColumn(AddColumn operation) {
        return done(() -> columns.apply(operation));
    }

    @Override
    public Boolean visitDropColumn(DropColumn operation) {
        return done(() -> columns.apply(operation));
    }

    @Override
    public Boolean visitRenameColumn(RenameColumn operation) {
        return done(() -> columns.apply(operation));
    }

    @Override
    public Boolean visitAlterColumn(AlterColumn operation) {
        return done(() -> columns.apply(operation));
    }

    @Override
    public Boolean visitCreateIndex(CreateIndex operation) {
        return done(() -> indexes.apply(operation));
    }

    @Override
    public Boolean visitDropIndex(DropIndex operation) {
        return done(() -> indexes.apply(operation));
    }

    @Override
    public Boolean visitRenameIndex(RenameIndex operation) {
        return done(() -> indexes.apply(operation));
    }

    @Override
    public Boolean visitAddPrimaryKey(AddPrimaryKey operation) {
        return done(() -> constraints.apply(operation));
    }

    @Override
    public Boolean visitAddUnique(AddUnique operation) {
        return done(() -> constraints.apply(operation));
    }

    @Override
    public Boolean visitAddForeignKey(AddForeignKey operation) {
        return done(() -> constraints.apply(operation));
    }

    @Override
    public Boolean visitAddCheck(AddCheck operation) {
        return done(() -> constraints.apply(operation));
    }

    @Override
    public Boolean visitAddExclusion(AddExclusion operation) {
        return done(() -> constraints.apply(operation));
    }

    @Override
    public Boolean visitDropConstraint(DropConstraint operation) {
        return done(() -> constraints.apply(operation));
    }

    @Override
    public Boolean visitRenameConstraint(RenameConstraint operation) {
        return done(() -> constraints.apply(operation));
    }

    @Override
    public Boolean visitValidateConstraint(ValidateConstraint operation) {
        return done(() -> constraints.apply(operation));
    }

    @Override
    public Boolean visitCreateSchema(CreateSchema operation) {
        return done(() -> objects.apply(operation));
    }

    @Override
    public Boolean visitDropSchema(DropSchema operation) {
        return done(() -> objects.apply(operation));
    }

    @Override
    public Boolean visitCreateSequence(CreateSequence operation) {
        return done(() -> objects.apply(operation));
    }

    @Override
    public Boolean visitAlterSequence(AlterSequence operation) {
        return done(() -> objects.apply(operation));
    }

    @Override
    public Boolean visitDropSequence(DropSequence operation) {
        return done(() -> objects.apply(operation));
    }

    @Override
    public Boolean visitCreateEnum(CreateEnum operation) {
        return done(() -> objects.apply(operation));
    }

    @Override
    public Boolean visitAlterEnum(AlterEnum operation) {
        return done(() -> objects.apply(operation));
    }

    @Override
    public Boolean visitDropEnum(DropEnum operation) {
        return done(() -> objects.apply(operation));
    }

    @Override
    public Boolean visitCreateView(CreateView operation) {
        return done(() -> views.apply(operation));
    }

    @Override
    public Boolean visitReplaceView(ReplaceView operation) {
        return done(() -> views.apply(operation));
    }

    @Override
    public Boolean visitDropView(DropView operation) {
        return done(() -> views.apply(operation));
    }

    @Override
    public Boolean visitCreateRoutine(CreateRoutine operation) {
        return done(() -> views.apply(operation));
    }

    @Override
    public Boolean visitDropRoutine(DropRoutine operation) {
        return done(() -> views.apply(operation));
    }

    @Override
    public Boolean visitCreateTrigger(CreateTrigger operation) {
        return done(() -> views.apply(operation));
    }

    @Override
    public Boolean visitDropTrigger(DropTrigger operation) {
        return done(() -> views.apply(operation));
    }

    @Override
    public Boolean visitInsertRows(InsertRows operation) {
        return done(() -> rows.apply(operation));
    }

    @Override
    public Boolean visitUpdateRows(UpdateRows operation) {
        return done(() -> rows.apply(operation));
    }

    @Override
    public Boolean visitDeleteRows(DeleteRows operation) {
        return done(() -> rows.apply(operation));
    }

    @Override
    public Boolean visitExecute(Execute operation) {
        rows.opaque(operation);
        applyAll(operation.effects());
        return Boolean.TRUE;
    }

    @Override
    public Boolean visitRun(Run operation) {
        applyAll(operation.effects());
        return Boolean.TRUE;
    }

    @Override
    public Boolean visitBatch(Batch operation) {
        tables.apply(operation);
        applyAll(operation.operations());
        return Boolean.TRUE;
    }

    @Override
    public Boolean visitCustom(Custom operation) {
        try {
            operation.operation().replay(workspace.schema);
        } catch (RuntimeException e) {
            workspace.invalid(
                    "The operation '" + operation.operation().name() + "' cannot be applied here: " + e.getMessage(),
                    null);
        }
        return Boolean.TRUE;
    }
}
