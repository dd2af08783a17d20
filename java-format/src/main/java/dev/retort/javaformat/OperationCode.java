// SPDX-License-Identifier: Apache-2.0
package dev.retort.javaformat;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.RetortException;
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
import dev.retort.operation.EnumChange;
import dev.retort.operation.Execute;
import dev.retort.operation.InsertRows;
import dev.retort.operation.Operation;
import dev.retort.operation.ReplaceView;
import dev.retort.operation.Row;
import dev.retort.operation.Run;
import dev.retort.operation.UpdateRows;
import dev.retort.schema.Identifier;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Routine;
import dev.retort.schema.Scalar;
import dev.retort.schema.Sequence;
import dev.retort.schema.SqlText;
import dev.retort.schema.Trigger;
import dev.retort.schema.View;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes every operation as a call of the recorder. */
final class OperationCode extends TableOperationCode {

    OperationCode(Imports imports, String recorder) {
        super(imports, recorder);
    }

    /** Operations inside another one, in a lambda whose parameter shows how deep it is. */
    private Code lambda(List<Operation> operations) {
        String inner = recorder().equals("op") ? "inner" : recorder() + "Too";
        OperationCode code = new OperationCode(imports, inner);
        return new Code.Lambda(
                inner,
                operations.stream()
                        .map(operation -> operation.accept(code).code())
                        .toList());
    }

    @Override
    public Words visitCreateSchema(CreateSchema operation) {
        return op("createSchema", List.of(Words.text(operation.schema())))
                .thenText("authorization", operation.authorization())
                .thenIf(operation.ifNotExists(), "ifNotExists");
    }

    @Override
    public Words visitDropSchema(DropSchema operation) {
        Words words = op("dropSchema", List.of(Words.text(operation.schema())));
        return dropping(words, operation.ifExists(), operation.cascade());
    }

    @Override
    public Words visitCreateSequence(CreateSequence operation) {
        return sequence("createSequence", operation.sequence()).thenIf(operation.ifNotExists(), "ifNotExists");
    }

    @Override
    public Words visitAlterSequence(AlterSequence operation) {
        return sequence("alterSequence", operation.sequence()).thenNumber("restartWith", operation.restartWith());
    }

    private Words sequence(String method, Sequence sequence) {
        Words words = on(method, sequence.name());
        if (sequence.type() != null) {
            words.then("type", parts.types().type(sequence.type()));
        }
        words.thenNumber("startWith", sequence.start())
                .thenNumber("incrementBy", sequence.increment())
                .thenNumber("minValue", sequence.minValue())
                .thenNumber("maxValue", sequence.maxValue())
                .thenIf(sequence.cycle(), "cycle")
                .thenNumber("cache", sequence.cache());
        Sequence.ColumnReference owner = sequence.ownedBy();
        if (owner != null) {
            words.then("ownedBy", values.nameOrString(owner.table()), Words.text(owner.column()));
        }
        return words.thenText("comment", sequence.comment());
    }

    @Override
    public Words visitDropSequence(DropSequence operation) {
        return dropping(on("dropSequence", operation.sequence()), operation.ifExists(), operation.cascade());
    }

    @Override
    public Words visitCreateEnum(CreateEnum operation) {
        return on(
                        "createEnum",
                        operation.type().name(),
                        Words.strings(operation.type().values()))
                .thenText("comment", operation.type().comment())
                .thenIf(operation.ifNotExists(), "ifNotExists");
    }

    @Override
    public Words visitAlterEnum(AlterEnum operation) {
        QualifiedName type = operation.type();
        if (operation.change() instanceof EnumChange.AddValue add) {
            return on("addEnumValue", type, Words.text(add.value()))
                    .thenText("before", add.before())
                    .thenText("after", add.after())
                    .thenIf(add.ifNotExists(), "ifNotExists");
        }
        if (operation.change() instanceof EnumChange.RenameValue rename) {
            return on("renameEnumValue", type, Words.text(rename.from()), Words.text(rename.to()));
        }
        return on("dropEnumValue", type, Words.text(((EnumChange.DropValue) operation.change()).value()));
    }

    @Override
    public Words visitDropEnum(DropEnum operation) {
        return dropping(on("dropEnum", operation.type()), operation.ifExists(), operation.cascade());
    }

    @Override
    public Words visitCreateView(CreateView operation) {
        return view("createView", operation.view()).thenIf(operation.ifNotExists(), "ifNotExists");
    }

    @Override
    public Words visitReplaceView(ReplaceView operation) {
        return view("replaceView", operation.view());
    }

    private Words view(String method, View view) {
        Words words = on(method, view.name(), values.sqlOrString(view.query()));
        if (!view.columns().isEmpty()) {
            words.then("columns", Words.texts(view.columns()));
        }
        words.thenIf(view.materialized(), "materialized").thenText("comment", view.comment());
        return values.options(words, view.options());
    }

    @Override
    public Words visitDropView(DropView operation) {
        Words words = on("dropView", operation.view()).thenIf(operation.materialized(), "materialized");
        return dropping(words, operation.ifExists(), operation.cascade());
    }

    @Override
    public Words visitCreateRoutine(CreateRoutine operation) {
        Routine routine = operation.routine();
        return on(
                        "create" + word(routine.kind()),
                        routine.name(),
                        Words.text(routine.arguments()),
                        values.sql(routine.definition()))
                .thenIf(operation.replace(), "replace")
                .thenText("comment", routine.comment());
    }

    @Override
    public Words visitDropRoutine(DropRoutine operation) {
        Routine.Key key = operation.routine();
        Words words = on("drop" + word(key.kind()), key.name(), Words.text(key.arguments()));
        return dropping(words, operation.ifExists(), operation.cascade());
    }

    private static String word(Routine.Kind kind) {
        return kind == Routine.Kind.FUNCTION ? "Function" : "Procedure";
    }

    @Override
    public Words visitCreateTrigger(CreateTrigger operation) {
        Trigger trigger = operation.trigger();
        QualifiedName table = trigger.table();
        Words words = op(
                        "createTrigger",
                        List.of(
                                Words.text(trigger.name()),
                                Words.text(table.name()),
                                values.sqlOrString(trigger.body())))
                .thenText("inSchema", table.namespace())
                .then(
                        timing(trigger.timing()),
                        trigger.events().stream().map(parts::constant).toList());
        if (!trigger.updateOf().isEmpty()) {
            words.then("updateOf", Words.texts(trigger.updateOf()));
        }
        words.thenIf(trigger.forEachRow(), "forEachRow");
        if (trigger.when() != null) {
            words.then("condition", values.sqlOrString(trigger.when()));
        }
        words.thenText("comment", trigger.comment()).thenIf(operation.ifNotExists(), "ifNotExists");
        return values.options(words, trigger.options());
    }

    private static String timing(Trigger.Timing timing) {
        return switch (timing) {
            case BEFORE -> "before";
            case AFTER -> "after";
            case INSTEAD_OF -> "insteadOf";
        };
    }

    @Override
    public Words visitDropTrigger(DropTrigger operation) {
        Words words = op("dropTrigger", List.of(Words.text(operation.trigger())));
        if (operation.table() != null) {
            words.then("on", values.nameOrString(operation.table()));
        }
        return words.thenIf(operation.ifExists(), "ifExists");
    }

    @Override
    public Words visitExecute(Execute operation) {
        Words words = op("execute", List.of(values.sqlOrString(operation.sql())));
        if (operation.effects() != null) {
            words.then("effects", lambda(operation.effects()));
        }
        if (operation.reverse() != null) {
            words.then("reverse", values.sqlOrString(operation.reverse()));
        }
        return words;
    }

    @Override
    public Words visitInsertRows(InsertRows operation) {
        return on(
                        "insertRows",
                        operation.table(),
                        operation.rows().stream().map(this::row).toList())
                .thenIf(!operation.multiple(), "oneByOne");
    }

    private Code row(Row row) {
        Words words = null;
        for (Map.Entry<Identifier, Scalar> cell : row.cells().entrySet()) {
            Code column = Words.text(cell.getKey());
            Code value = values.scalar(cell.getValue());
            words = words == null ? Words.call("row", column, value) : words.then("and", column, value);
        }
        return Objects.requireNonNull(words).code();
    }

    @Override
    public Words visitUpdateRows(UpdateRows operation) {
        return where(on("updateRows", operation.table(), row(operation.set())), operation.where());
    }

    @Override
    public Words visitDeleteRows(DeleteRows operation) {
        return where(
                on(
                        "deleteRows",
                        operation.table(),
                        operation.rows().stream().map(this::row).toList()),
                operation.where());
    }

    private Words where(Words words, @Nullable SqlText condition) {
        return condition == null ? words : words.then("where", values.sqlOrString(condition));
    }

    @Override
    public Words visitBatch(Batch operation) {
        Words words = on("batch", operation.table(), lambda(operation.operations()));
        if (operation.recreate() != Batch.Recreate.AUTO) {
            words.then("recreate", parts.constant(operation.recreate()));
        }
        return values.options(words, operation.options());
    }

    @Override
    public Words visitRun(Run operation) {
        throw refused("run (" + operation.description() + ")");
    }

    @Override
    public Words visitCustom(Custom operation) {
        throw refused("custom (" + operation.operation().name() + ")");
    }

    private static RetortException refused(String operation) {
        return new RetortException(Finding.error(
                        ErrorCode.BAD_VALUE,
                        "Operation " + operation
                                + " holds code that is in memory only, so it cannot be written to a file.")
                .withHint("Write this step by hand."));
    }
}
