// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml;

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
import dev.retort.operation.ConstraintSelector;
import dev.retort.operation.CreateEnum;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateRoutine;
import dev.retort.operation.CreateSchema;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
import dev.retort.operation.CreateTrigger;
import dev.retort.operation.CreateView;
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
import dev.retort.operation.EnumChange;
import dev.retort.operation.Execute;
import dev.retort.operation.InsertRows;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameConstraint;
import dev.retort.operation.RenameIndex;
import dev.retort.operation.RenameTable;
import dev.retort.operation.ReplaceView;
import dev.retort.operation.SetTableComment;
import dev.retort.operation.Setting;
import dev.retort.operation.UpdateRows;
import dev.retort.operation.ValidateConstraint;
import dev.retort.schema.ConstraintKind;
import dev.retort.schema.EnumType;
import dev.retort.schema.Identifier;
import dev.retort.schema.Options;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Routine;
import dev.retort.schema.Sequence;
import dev.retort.schema.Trigger;
import dev.retort.schema.View;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Random operations of every kind that YAML has. */
final class RandomOperations extends RandomParts {

    /** One maker for each operation; the ones that contain others come last. */
    private final List<Supplier<Operation>> makers = List.of(
            () -> new CreateTable(table(), chance(20), some(0, this::text)),
            () -> new DropTable(qualified(), chance(30), chance(30), options()),
            () -> new RenameTable(qualified(), name()),
            () -> new SetTableComment(qualified(), maybe(this::text)),
            this::addColumn,
            this::alterColumn,
            () -> new RenameColumn(qualified(), name(), name()),
            () -> new DropColumn(qualified(), name(), chance(30), chance(30), options()),
            () -> new CreateIndex(qualified(), index(), chance(30)),
            () -> new DropIndex(maybe(this::qualified), qualified(), chance(30), chance(30), options()),
            () -> dropIndexOf(qualified()),
            () -> new RenameIndex(maybe(this::qualified), qualified(), name()),
            () -> new AddPrimaryKey(qualified(), primaryKey(names())),
            () -> new AddUnique(qualified(), unique()),
            () -> new AddForeignKey(qualified(), foreignKey(names())),
            () -> new AddCheck(qualified(), check()),
            () -> new AddExclusion(qualified(), exclusion()),
            () -> new DropConstraint(qualified(), selector(), chance(30), chance(30)),
            () -> new RenameConstraint(qualified(), name(), name()),
            () -> new ValidateConstraint(qualified(), name()),
            () -> new CreateSchema(name(), chance(30), maybe(this::text)),
            () -> new DropSchema(name(), chance(30), chance(30)),
            () -> new CreateSequence(sequence(), chance(30)),
            () -> new AlterSequence(sequence(), maybe(this::number)),
            () -> new DropSequence(qualified(), chance(30), chance(30)),
            () -> new CreateEnum(new EnumType(qualified(), List.of(text(), "another"), maybe(this::text)), chance(30)),
            () -> new AlterEnum(qualified(), enumChange()),
            () -> new DropEnum(qualified(), chance(30), chance(30)),
            () -> new CreateView(view(), chance(30)),
            () -> new ReplaceView(view()),
            () -> new DropView(qualified(), chance(30), chance(30), chance(30)),
            () -> new CreateRoutine(routine(), chance(30)),
            () -> new DropRoutine(routine().key(), chance(30), chance(30)),
            () -> new CreateTrigger(trigger(), chance(30)),
            () -> new DropTrigger(maybe(this::qualified), name(), chance(30)),
            () -> new InsertRows(qualified(), some(0, this::row), chance(70)),
            () -> new UpdateRows(qualified(), row(), maybe(this::sql)),
            () -> new DeleteRows(qualified(), some(0, this::row), maybe(this::sql)),
            () -> new Execute(sql(), null, maybe(this::sql)),
            () -> new Execute(sql(), some(0, () -> simple(38)), maybe(this::sql)),
            this::batch);

    RandomOperations(Random random) {
        super(random);
    }

    int kinds() {
        return makers.size();
    }

    Operation ofKind(int kind) {
        return makers.get(kind).get();
    }

    private Operation simple(int kinds) {
        return ofKind(random.nextInt(kinds));
    }

    private Operation addColumn() {
        Identifier name = name();
        ColumnPosition position = one(List.of(
                ColumnPosition.LAST,
                ColumnPosition.FIRST,
                new ColumnPosition.After(name()),
                new ColumnPosition.Before(name())));
        return new AddColumn(
                qualified(), column(name), position, maybe(() -> foreignKey(List.of(name))), chance(30), chance(30));
    }

    private Operation alterColumn() {
        return new AlterColumn(
                qualified(),
                name(),
                maybe(this::type),
                maybe(() -> chance(50)),
                setting(this::defaultValue),
                setting(this::identity),
                setting(this::generated),
                setting(this::text),
                maybe(this::name),
                maybe(() -> one(List.of(ColumnPosition.FIRST, new ColumnPosition.After(name())))),
                maybe(this::sql),
                options());
    }

    private <T> Setting<T> setting(Supplier<T> value) {
        return chance(50) ? Setting.keep() : Setting.ofNullable(maybe(value));
    }

    private Operation dropIndexOf(QualifiedName table) {
        return DropIndex.of(table, name());
    }

    private ConstraintSelector selector() {
        return switch (random.nextInt(5)) {
            case 0 -> new ConstraintSelector.ThePrimaryKey();
            case 1 -> new ConstraintSelector.UniqueOn(names());
            case 2 -> new ConstraintSelector.ForeignKeyOn(names(), maybe(this::qualified));
            case 3 -> new ConstraintSelector.CheckOf(sql());
            default -> new ConstraintSelector.Named(name(), maybe(() -> one(List.of(ConstraintKind.values()))));
        };
    }

    Sequence sequence() {
        return new Sequence(
                qualified(),
                maybe(this::type),
                maybe(this::number),
                maybe(this::number),
                maybe(this::number),
                maybe(this::number),
                chance(30),
                maybe(this::number),
                maybe(() -> new Sequence.ColumnReference(qualified(), name())),
                maybe(this::text));
    }

    private EnumChange enumChange() {
        return switch (random.nextInt(5)) {
            case 0 -> new EnumChange.RenameValue(text(), text());
            case 1 -> new EnumChange.DropValue(text());
            case 2 -> new EnumChange.SetComment(maybe(this::text));
            case 3 -> new EnumChange.AddValue(text(), text(), null, chance(30));
            default -> new EnumChange.AddValue(text(), null, maybe(this::text), chance(30));
        };
    }

    View view() {
        return new View(qualified(), chance(50) ? List.of() : names(), sql(), chance(30), maybe(this::text), options());
    }

    Routine routine() {
        return new Routine(
                qualified(), one(List.of(Routine.Kind.values())), chance(50) ? "" : text(), sql(), maybe(this::text));
    }

    Trigger trigger() {
        EnumSet<Trigger.Event> events = EnumSet.of(one(List.of(Trigger.Event.values())), Trigger.Event.UPDATE);
        return new Trigger(
                name(),
                qualified(),
                one(List.of(Trigger.Timing.values())),
                events,
                chance(70) ? List.of() : names(),
                chance(50),
                maybe(this::sql),
                sql(),
                maybe(this::text),
                options());
    }

    private Operation batch() {
        QualifiedName table = qualified();
        List<Operation> operations = some(0, () -> switch (random.nextInt(4)) {
            case 0 -> DropColumn.of(table, name());
            case 1 -> dropIndexOf(table);
            case 2 -> new AddUnique(table, unique());
            default -> simple(38);
        });
        return new Batch(
                table, operations, one(List.of(Batch.Recreate.values())), chance(80) ? Options.NONE : options());
    }
}
