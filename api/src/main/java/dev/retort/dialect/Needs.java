// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import dev.retort.operation.AddCheck;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AddExclusion;
import dev.retort.operation.AddForeignKey;
import dev.retort.operation.AddPrimaryKey;
import dev.retort.operation.AddUnique;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.AlterEnum;
import dev.retort.operation.AlterSequence;
import dev.retort.operation.Batch;
import dev.retort.operation.ColumnPosition;
import dev.retort.operation.CreateEnum;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateRoutine;
import dev.retort.operation.CreateSchema;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
import dev.retort.operation.CreateTrigger;
import dev.retort.operation.CreateView;
import dev.retort.operation.Custom;
import dev.retort.operation.DeleteRows;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropEnum;
import dev.retort.operation.DropIndex;
import dev.retort.operation.DropRoutine;
import dev.retort.operation.DropSchema;
import dev.retort.operation.DropSequence;
import dev.retort.operation.DropTable;
import dev.retort.operation.DropTrigger;
import dev.retort.operation.DropView;
import dev.retort.operation.Execute;
import dev.retort.operation.Footprint;
import dev.retort.operation.InsertRows;
import dev.retort.operation.ObjectRef;
import dev.retort.operation.Operation;
import dev.retort.operation.OperationVisitor;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameConstraint;
import dev.retort.operation.RenameIndex;
import dev.retort.operation.RenameTable;
import dev.retort.operation.ReplaceView;
import dev.retort.operation.Run;
import dev.retort.operation.SetTableComment;
import dev.retort.operation.UpdateRows;
import dev.retort.operation.ValidateConstraint;
import dev.retort.schema.Identifier;
import dev.retort.schema.ObjectKind;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Routine;
import dev.retort.schema.TableConstraint;
import dev.retort.schema.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an operation needs of a database, told from the operation alone. */
final class Needs implements OperationVisitor<Boolean> {

    private final PartNeeds parts = new PartNeeds();

    private Needs() {}

    static List<Need> of(Operation operation) {
        Needs needs = new Needs();
        needs.collect(operation);
        return needs.parts.found();
    }

    private void collect(Operation operation) {
        operation.accept(this);
        parts.parts(OperationParts.of(operation));
        if (!(operation instanceof Execute || operation instanceof Batch)) {
            Footprint footprint = operation.footprint();
            footprint.writes().forEach(this::namespace);
            footprint.reads().forEach(this::namespace);
        }
    }

    private void namespace(ObjectRef ref) {
        Identifier namespace = ref.name().namespace();
        if (namespace != null && ref.kind() != ObjectKind.NAMESPACE) {
            parts.add(Capability.SCHEMAS, "namespace " + namespace);
        }
    }

    @Override
    public Boolean visitCreateTable(CreateTable operation) {
        return comment(operation.table().comment(), "table " + operation.table().name());
    }

    @Override
    public Boolean visitDropTable(DropTable operation) {
        return true;
    }

    @Override
    public Boolean visitRenameTable(RenameTable operation) {
        return true;
    }

    @Override
    public Boolean visitSetTableComment(SetTableComment operation) {
        return comment(operation.comment(), "table " + operation.table());
    }

    @Override
    public Boolean visitAddColumn(AddColumn operation) {
        String column = operation.table() + "." + operation.column().name();
        parts.addIf(operation.ifNotExists(), Capability.IF_EXISTS_ON_PARTS, "if_not_exists of column " + column);
        return position(operation.position(), column);
    }

    @Override
    public Boolean visitDropColumn(DropColumn operation) {
        String column = operation.table() + "." + operation.column();
        return need(operation.ifExists(), Capability.IF_EXISTS_ON_PARTS, "if_exists of column " + column);
    }

    @Override
    public Boolean visitRenameColumn(RenameColumn operation) {
        return true;
    }

    @Override
    public Boolean visitAlterColumn(AlterColumn operation) {
        String column = operation.table() + "." + operation.column();
        if (operation.type() != null) {
            parts.type(operation.type(), "the new type of column " + column);
        }
        operation.identity().newValue().ifPresent(identity -> parts.identity(identity, column));
        operation.generated().newValue().ifPresent(generated -> parts.generated(generated, column));
        comment(operation.comment().newValue().orElse(null), "column " + column);
        return position(operation.position(), column);
    }

    @Override
    public Boolean visitCreateIndex(CreateIndex operation) {
        return true;
    }

    @Override
    public Boolean visitDropIndex(DropIndex operation) {
        return true;
    }

    @Override
    public Boolean visitRenameIndex(RenameIndex operation) {
        return need(true, Capability.RENAME_INDEX, "the new name of index " + operation.index());
    }

    @Override
    public Boolean visitAddPrimaryKey(AddPrimaryKey operation) {
        return constraint(operation.primaryKey(), operation.table());
    }

    @Override
    public Boolean visitAddUnique(AddUnique operation) {
        return constraint(operation.unique(), operation.table());
    }

    @Override
    public Boolean visitAddForeignKey(AddForeignKey operation) {
        return constraint(operation.foreignKey(), operation.table());
    }

    @Override
    public Boolean visitAddCheck(AddCheck operation) {
        return constraint(operation.check(), operation.table());
    }

    @Override
    public Boolean visitAddExclusion(AddExclusion operation) {
        return constraint(operation.exclusion(), operation.table());
    }

    @Override
    public Boolean visitDropConstraint(DropConstraint operation) {
        String subject = "dropping a constraint of table " + operation.table();
        parts.add(Capability.ALTER_CONSTRAINTS, subject);
        return need(operation.ifExists(), Capability.IF_EXISTS_ON_PARTS, "if_exists in " + subject);
    }

    @Override
    public Boolean visitRenameConstraint(RenameConstraint operation) {
        return need(true, Capability.RENAME_CONSTRAINT, "the new name of constraint " + operation.constraint());
    }

    @Override
    public Boolean visitValidateConstraint(ValidateConstraint operation) {
        return need(true, Capability.NOT_VALID_CONSTRAINTS, "the validation of constraint " + operation.constraint());
    }

    @Override
    public Boolean visitCreateSchema(CreateSchema operation) {
        return need(true, Capability.SCHEMAS, "namespace " + operation.schema());
    }

    @Override
    public Boolean visitDropSchema(DropSchema operation) {
        return need(true, Capability.SCHEMAS, "namespace " + operation.schema());
    }

    @Override
    public Boolean visitCreateSequence(CreateSequence operation) {
        comment(
                operation.sequence().comment(),
                "sequence " + operation.sequence().name());
        return need(
                true, Capability.SEQUENCES, "sequence " + operation.sequence().name());
    }

    @Override
    public Boolean visitAlterSequence(AlterSequence operation) {
        return need(
                true, Capability.SEQUENCES, "sequence " + operation.sequence().name());
    }

    @Override
    public Boolean visitDropSequence(DropSequence operation) {
        return need(true, Capability.SEQUENCES, "sequence " + operation.sequence());
    }

    @Override
    public Boolean visitCreateEnum(CreateEnum operation) {
        return need(true, Capability.ENUMS, "enum type " + operation.type().name());
    }

    @Override
    public Boolean visitAlterEnum(AlterEnum operation) {
        return need(true, Capability.ENUMS, "enum type " + operation.type());
    }

    @Override
    public Boolean visitDropEnum(DropEnum operation) {
        return need(true, Capability.ENUMS, "enum type " + operation.type());
    }

    @Override
    public Boolean visitCreateView(CreateView operation) {
        return view(operation.view());
    }

    @Override
    public Boolean visitReplaceView(ReplaceView operation) {
        return view(operation.view());
    }

    @Override
    public Boolean visitDropView(DropView operation) {
        return need(operation.materialized(), Capability.MATERIALIZED_VIEWS, "materialized view " + operation.view());
    }

    @Override
    public Boolean visitCreateRoutine(CreateRoutine operation) {
        Routine.Key routine = operation.routine().key();
        comment(operation.routine().comment(), "routine " + routine.name());
        return need(true, Capability.ROUTINES, "routine " + routine.name());
    }

    @Override
    public Boolean visitDropRoutine(DropRoutine operation) {
        return need(true, Capability.ROUTINES, "routine " + operation.routine().name());
    }

    @Override
    public Boolean visitCreateTrigger(CreateTrigger operation) {
        comment(operation.trigger().comment(), "trigger " + operation.trigger().name());
        return need(true, Capability.TRIGGERS, "trigger " + operation.trigger().name());
    }

    @Override
    public Boolean visitDropTrigger(DropTrigger operation) {
        return need(true, Capability.TRIGGERS, "trigger " + operation.trigger());
    }

    @Override
    public Boolean visitExecute(Execute operation) {
        return true;
    }

    @Override
    public Boolean visitInsertRows(InsertRows operation) {
        return true;
    }

    @Override
    public Boolean visitUpdateRows(UpdateRows operation) {
        return true;
    }

    @Override
    public Boolean visitDeleteRows(DeleteRows operation) {
        return true;
    }

    @Override
    public Boolean visitRun(Run operation) {
        return true;
    }

    @Override
    public Boolean visitBatch(Batch operation) {
        operation.operations().forEach(this::collect);
        return true;
    }

    @Override
    public Boolean visitCustom(Custom operation) {
        return true;
    }

    private Boolean need(boolean condition, Capability capability, String subject) {
        parts.addIf(condition, capability, subject);
        return true;
    }

    private Boolean comment(@Nullable String words, String object) {
        return need(words != null, Capability.COMMENTS, "the comment on " + object);
    }

    private Boolean position(@Nullable ColumnPosition position, String column) {
        return need(
                position != null && !(position instanceof ColumnPosition.Last),
                Capability.COLUMN_POSITION,
                "the position of column " + column);
    }

    private Boolean constraint(TableConstraint constraint, QualifiedName table) {
        return need(true, Capability.ALTER_CONSTRAINTS, PartNeeds.describe(constraint, table.toString()));
    }

    private Boolean view(View view) {
        comment(view.comment(), "view " + view.name());
        return need(view.materialized(), Capability.MATERIALIZED_VIEWS, "materialized view " + view.name());
    }
}
