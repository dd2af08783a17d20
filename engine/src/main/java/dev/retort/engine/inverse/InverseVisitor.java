// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.inverse;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.engine.autogenerate.Selectors;
import dev.retort.engine.replay.Replay;
import dev.retort.engine.replay.ReplayState;
import dev.retort.engine.text.Mentions;
import dev.retort.operation.*;
import dev.retort.schema.EnumType;
import dev.retort.schema.Identifier;
import dev.retort.schema.Options;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Routine;
import dev.retort.schema.Schema;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;
import dev.retort.schema.TableConstraint;
import dev.retort.schema.View;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The inverse of each operation. */
final class InverseVisitor implements OperationVisitor<Reversal> {

    private final Inverse inverse;
    private final ReplayState state;
    private final Schema before;
    private final Restoring restoring;
    private final boolean placing;

    InverseVisitor(Inverse inverse, ReplayState state, boolean placing, Function<ReplayState, Replay> replays) {
        this.inverse = inverse;
        this.state = state;
        this.before = state.schema();
        this.placing = placing;
        this.restoring = new Restoring(state, placing, replays);
    }

    private static Finding rowsLost(String what) {
        return Finding.note(ErrorCode.ROWS_NOT_RESTORED, what + " comes back without its rows.");
    }

    private static Reversal nothing() {
        return Reversal.by();
    }

    @Override
    public Reversal visitCreateTable(CreateTable operation) {
        QualifiedName name = operation.table().name();
        return operation.ifNotExists() && before.table(name).isPresent() ? nothing() : Reversal.by(DropTable.of(name));
    }

    @Override
    public Reversal visitDropTable(DropTable operation) {
        return restoring.after(operation, rowsLost("Table '" + operation.table() + "'"));
    }

    @Override
    public Reversal visitRenameTable(RenameTable operation) {
        return Reversal.by(new RenameTable(
                operation.table().sibling(operation.to()), operation.table().name()));
    }

    @Override
    public Reversal visitSetTableComment(SetTableComment operation) {
        return before.table(operation.table())
                .map(table -> Reversal.by(new SetTableComment(table.name(), table.comment())))
                .orElseGet(this::notThere);
    }

    @Override
    public Reversal visitAddColumn(AddColumn operation) {
        Identifier column = operation.column().name();
        boolean there = before.table(operation.table())
                .flatMap(table -> table.column(column))
                .isPresent();
        return operation.ifNotExists() && there ? nothing() : Reversal.by(DropColumn.of(operation.table(), column));
    }

    @Override
    public Reversal visitDropColumn(DropColumn operation) {
        return restoring.after(
                operation,
                Finding.note(
                        ErrorCode.ROWS_NOT_RESTORED,
                        "Column '" + operation.column() + "' of table '" + operation.table()
                                + "' comes back without its values."));
    }

    @Override
    public Reversal visitRenameColumn(RenameColumn operation) {
        return Reversal.by(new RenameColumn(operation.table(), operation.to(), operation.column()));
    }

    @Override
    public Reversal visitAlterColumn(AlterColumn operation) {
        return before.table(operation.table())
                .flatMap(table -> AlterInverse.of(operation, table, placing))
                .orElseGet(this::notThere);
    }

    @Override
    public Reversal visitCreateIndex(CreateIndex operation) {
        Identifier name = operation.index().name();
        if (name == null) {
            return new Reversal.Irreversible("the index has no name", "Give it one.");
        }
        boolean there = before.table(operation.table())
                .flatMap(table -> table.index(name))
                .isPresent();
        return operation.ifNotExists() && there ? nothing() : Reversal.by(DropIndex.of(operation.table(), name));
    }

    @Override
    public Reversal visitDropIndex(DropIndex operation) {
        return restoring.after(operation);
    }

    @Override
    public Reversal visitRenameIndex(RenameIndex operation) {
        return Reversal.by(new RenameIndex(
                operation.table(),
                operation.index().sibling(operation.to()),
                operation.index().name()));
    }

    @Override
    public Reversal visitAddPrimaryKey(AddPrimaryKey operation) {
        return dropping(operation.table(), operation.primaryKey());
    }

    @Override
    public Reversal visitAddUnique(AddUnique operation) {
        return dropping(operation.table(), operation.unique());
    }

    @Override
    public Reversal visitAddForeignKey(AddForeignKey operation) {
        return dropping(operation.table(), operation.foreignKey());
    }

    @Override
    public Reversal visitAddCheck(AddCheck operation) {
        return dropping(operation.table(), operation.check());
    }

    @Override
    public Reversal visitAddExclusion(AddExclusion operation) {
        return operation.exclusion().name() == null
                ? new Reversal.Irreversible("the exclusion constraint has no name", "Give it one.")
                : dropping(operation.table(), operation.exclusion());
    }

    private static Reversal dropping(QualifiedName table, TableConstraint constraint) {
        return Reversal.by(new DropConstraint(table, Selectors.of(constraint), false, false));
    }

    @Override
    public Reversal visitDropConstraint(DropConstraint operation) {
        return restoring.after(operation);
    }

    @Override
    public Reversal visitRenameConstraint(RenameConstraint operation) {
        return Reversal.by(new RenameConstraint(operation.table(), operation.to(), operation.constraint()));
    }

    @Override
    public Reversal visitValidateConstraint(ValidateConstraint operation) {
        return restoring.after(operation);
    }

    @Override
    public Reversal visitCreateSchema(CreateSchema operation) {
        return operation.ifNotExists() && before.namespaces().contains(operation.schema())
                ? nothing()
                : Reversal.by(new DropSchema(operation.schema(), false, false));
    }

    @Override
    public Reversal visitDropSchema(DropSchema operation) {
        Reversal reversal = restoring.after(operation, rowsLost("Everything in schema '" + operation.schema() + "'"));
        boolean comesWithDatabase = !before.namespaces().contains(operation.schema()) && !operation.ifExists();
        return comesWithDatabase ? notThere() : reversal;
    }

    @Override
    public Reversal visitCreateSequence(CreateSequence operation) {
        QualifiedName name = operation.sequence().name();
        return operation.ifNotExists() && before.sequences().containsKey(name)
                ? nothing()
                : Reversal.by(new DropSequence(name, false, false));
    }

    @Override
    public Reversal visitAlterSequence(AlterSequence operation) {
        Sequence present = before.sequences().get(operation.sequence().name());
        return present == null ? notThere() : Reversal.by(new AlterSequence(present, null));
    }

    @Override
    public Reversal visitDropSequence(DropSequence operation) {
        return restoring.after(
                operation,
                Finding.note(
                        ErrorCode.ROWS_NOT_RESTORED,
                        "Sequence '" + operation.sequence() + "' comes back with its first value."));
    }

    @Override
    public Reversal visitCreateEnum(CreateEnum operation) {
        QualifiedName name = operation.type().name();
        return operation.ifNotExists() && before.enums().containsKey(name)
                ? nothing()
                : Reversal.by(new DropEnum(name, false, false));
    }

    @Override
    public Reversal visitAlterEnum(AlterEnum operation) {
        EnumType type = before.enums().get(operation.type());
        return type == null ? notThere() : EnumInverse.of(type, operation.change());
    }

    @Override
    public Reversal visitDropEnum(DropEnum operation) {
        return restoring.after(operation);
    }

    @Override
    public Reversal visitCreateView(CreateView operation) {
        View view = operation.view();
        return operation.ifNotExists() && before.view(view.name()).isPresent()
                ? nothing()
                : Reversal.by(new DropView(view.name(), view.materialized(), false, false));
    }

    @Override
    public Reversal visitReplaceView(ReplaceView operation) {
        View view = operation.view();
        return before.view(view.name())
                .map(present -> Reversal.by(new ReplaceView(present)))
                .orElseGet(() -> Reversal.by(new DropView(view.name(), view.materialized(), false, false)));
    }

    @Override
    public Reversal visitDropView(DropView operation) {
        return restoring.after(operation);
    }

    @Override
    public Reversal visitCreateRoutine(CreateRoutine operation) {
        Routine.Key key = operation.routine().key();
        Routine present = before.routines().get(key);
        DropRoutine drop = new DropRoutine(key, false, false);
        if (present == null) {
            return Reversal.by(drop);
        }
        Mentions mentions = Mentions.of(present.definition());
        return mentions.has("replace")
                ? Reversal.by(new CreateRoutine(present, true))
                : Reversal.by(drop, new CreateRoutine(present, false));
    }

    @Override
    public Reversal visitDropRoutine(DropRoutine operation) {
        return restoring.after(operation);
    }

    @Override
    public Reversal visitCreateTrigger(CreateTrigger operation) {
        var key = operation.trigger().key();
        return operation.ifNotExists() && before.triggers().containsKey(key)
                ? nothing()
                : Reversal.by(new DropTrigger(key.table(), key.name(), false));
    }

    @Override
    public Reversal visitDropTrigger(DropTrigger operation) {
        return restoring.after(operation);
    }

    @Override
    public Reversal visitExecute(Execute operation) {
        List<Operation> effects = operation.effects();
        return ExecuteInverse.of(operation, effects == null ? null : inverse.ofAll(effects, state));
    }

    @Override
    public Reversal visitInsertRows(InsertRows operation) {
        Optional<Table> table = before.table(operation.table());
        return table.isPresent() ? InsertInverse.of(operation, table.get()) : notThere();
    }

    @Override
    public Reversal visitUpdateRows(UpdateRows operation) {
        return rowsStay("Rows of table '" + operation.table() + "' keep what this sets.");
    }

    @Override
    public Reversal visitDeleteRows(DeleteRows operation) {
        return rowsStay("Rows of table '" + operation.table() + "' that this deletes do not come back.");
    }

    private static Reversal rowsStay(String message) {
        return new Reversal.By(
                List.of(),
                List.of(Finding.warning(ErrorCode.ROWS_NOT_RESTORED, message)
                        .withHint("Write the downgrade if they have to be restored.")));
    }

    @Override
    public Reversal visitRun(Run operation) {
        List<Operation> effects = operation.effects();
        return effects == null
                ? new Reversal.Irreversible(
                        "Java code does not say how it is undone", "State its effects, or write the downgrade.")
                : inverse.ofAll(effects, state);
    }

    @Override
    public Reversal visitBatch(Batch operation) {
        Reversal parts = inverse.ofAll(operation.operations(), state);
        @Nullable Table table = before.tables().get(operation.table());
        if (operation.options().isEmpty() || table == null || !(parts instanceof Reversal.By by)) {
            return parts;
        }
        Options set = table.options().overlaidBy(operation.options());
        List<Operation> operations = new java.util.ArrayList<>(by.operations());
        operations.add(new Batch(table.name(), List.of(), operation.recreate(), set.overlayTo(table.options())));
        return new Reversal.By(operations, by.findings());
    }

    @Override
    public Reversal visitCustom(Custom operation) {
        return operation
                .operation()
                .inverse()
                .<Reversal>map(operations -> new Reversal.By(operations, List.of()))
                .orElseGet(() -> new Reversal.Irreversible(
                        "the operation '" + operation.operation().name() + "' gives no inverse",
                        "Write the downgrade."));
    }

    private Reversal notThere() {
        return state.isKnown()
                ? new Reversal.Irreversible("what it changes does not exist at this point", "Correct it first.")
                : Restoring.unknown(state);
    }
}
