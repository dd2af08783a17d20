// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import dev.retort.operation.AlterEnum;
import dev.retort.operation.AlterSequence;
import dev.retort.operation.Batch;
import dev.retort.operation.CreateEnum;
import dev.retort.operation.CreateRoutine;
import dev.retort.operation.CreateSchema;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTrigger;
import dev.retort.operation.CreateView;
import dev.retort.operation.Custom;
import dev.retort.operation.DeleteRows;
import dev.retort.operation.DropEnum;
import dev.retort.operation.DropRoutine;
import dev.retort.operation.DropSchema;
import dev.retort.operation.DropSequence;
import dev.retort.operation.DropTrigger;
import dev.retort.operation.DropView;
import dev.retort.operation.Execute;
import dev.retort.operation.Footprint;
import dev.retort.operation.InsertRows;
import dev.retort.operation.ObjectRef;
import dev.retort.operation.Operation;
import dev.retort.operation.ReplaceView;
import dev.retort.operation.Run;
import dev.retort.operation.UpdateRows;
import dev.retort.schema.Identifier;
import dev.retort.schema.ObjectKind;
import dev.retort.schema.Routine;
import dev.retort.schema.View;
import java.util.List;

/** What an operation needs of a database, told from the operation alone. */
final class Needs extends TableNeeds {

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

    private Boolean view(View view) {
        comment(view.comment(), "view " + view.name());
        return need(view.materialized(), Capability.MATERIALIZED_VIEWS, "materialized view " + view.name());
    }
}
