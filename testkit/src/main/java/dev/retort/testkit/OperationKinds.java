// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit;

import dev.retort.diagnostic.SourceLocation;
import dev.retort.dialect.Capability;
import dev.retort.engine.replay.Replay;
import dev.retort.engine.replay.ReplayState;
import dev.retort.engine.text.Mentions;
import dev.retort.operation.*;
import dev.retort.schema.EnumType;
import dev.retort.schema.Identifier;
import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;
import dev.retort.schema.Trigger;
import dev.retort.schema.View;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** Candidates for random operations on one schema. Whether they fit is for replay to say. */
final class OperationKinds {

    private final Vocabulary words;
    private final Random random;
    private final Schema schema;
    private final RandomSchemas schemas;
    private final List<Supplier<Optional<? extends Operation>>> kinds = new ArrayList<>();

    OperationKinds(Vocabulary words, Random random, Schema schema) {
        this.words = words;
        this.random = random;
        this.schema = schema;
        this.schemas = new RandomSchemas(words, random).reserving(schema);
        PartKinds parts = new PartKinds(words, random, schema, schemas);
        kinds.addAll(parts.all());
        tables();
        texts();
        objects();
    }

    Optional<Operation> any() {
        Table table = table();
        if (random.nextInt(12) == 0) {
            return batch(table);
        }
        return kinds.get(random.nextInt(kinds.size())).get().map(operation -> (Operation) operation);
    }

    /** The second operation is made for the table as the first leaves it: its texts name columns that are there. */
    private Optional<Operation> batch(Table table) {
        List<Operation> operations = new ArrayList<>();
        Replay replay = new Replay(ReplayState.of(schema));
        for (int i = 0; i < 2 && replay.findings().isEmpty(); i++) {
            Schema now = replay.state().schema();
            List<Supplier<Optional<? extends Operation>>> parts = new PartKinds(words, random, now, schemas)
                    .of(now.table(table.name()).orElseThrow());
            Optional<? extends Operation> operation =
                    parts.get(random.nextInt(parts.size())).get();
            if (operation.isPresent()) {
                operations.add(operation.get());
                replay.apply(operation.get(), SourceLocation.NONE);
            }
        }
        return operations.isEmpty()
                ? Optional.empty()
                : Optional.of(new Batch(table.name(), operations, Batch.Recreate.AUTO, dev.retort.schema.Options.NONE));
    }

    private Table table() {
        return any(schema.tables().values()).orElseThrow();
    }

    private <T> Optional<T> any(Collection<T> values) {
        return values.isEmpty()
                ? Optional.empty()
                : values.stream().skip(random.nextInt(values.size())).findFirst();
    }

    /** Whether the text of a view, trigger or routine may depend on the table. */
    static boolean isMentioned(Schema schema, Table table) {
        String name = table.name().name().value();
        return schema.views().values().stream()
                        .anyMatch(v -> Mentions.of(v.query()).has(name))
                || schema.triggers().values().stream()
                        .anyMatch(t -> t.table().equals(table.name())
                                || Mentions.of(t.body()).has(name));
    }

    private Optional<Table> unmentioned() {
        return Optional.of(table()).filter(table -> !isMentioned(schema, table));
    }

    private void tables() {
        kinds.add(() -> Optional.of(CreateTable.of(schemas.tables()
                .table(
                        new QualifiedName(null, schemas.names().table()),
                        List.copyOf(schema.tables().values())))));
        kinds.add(() -> unmentioned().filter(t -> schema.tables().size() > 1).map(t -> DropTable.of(t.name())));
        kinds.add(() ->
                unmentioned().map(t -> new RenameTable(t.name(), schemas.names().table())));
        if (words.can(Capability.COMMENTS)) {
            kinds.add(() -> Optional.of(new SetTableComment(
                    table().name(), schemas.tables().columns().comment())));
        }
    }

    private void texts() {
        kinds.add(() -> Optional.of(new CreateView(
                schemas.view(new QualifiedName(null, schemas.names().table()), table()), false)));
        kinds.add(() -> any(schema.views().values())
                .filter(this::isFree)
                .map(view -> new DropView(view.name(), view.materialized(), false, false)));
        kinds.add(() -> any(schema.views().values())
                .filter(this::isFree)
                .filter(view -> !view.materialized())
                .map(view -> new ReplaceView(new View(
                        view.name(),
                        List.of(),
                        schemas.view(view.name(), table()).query(),
                        false,
                        view.comment(),
                        view.options()))));
        if (words.can(Capability.TRIGGERS)) {
            kinds.add(() -> schemas.trigger(table()).map(trigger -> new CreateTrigger(trigger, false)));
            kinds.add(() -> any(schema.triggers().keySet()).map(this::dropTrigger));
            kinds.add(() -> any(schema.views().values())
                    .flatMap(schemas::viewTrigger)
                    .map(trigger -> new CreateTrigger(trigger, false)));
        }
        if (words.can(Capability.ROUTINES)) {
            kinds.add(() -> schemas.routine().map(routine -> new CreateRoutine(routine, false)));
            kinds.add(() -> any(schema.routines().keySet()).map(key -> new DropRoutine(key, false, false)));
        }
    }

    private DropTrigger dropTrigger(Trigger.Key key) {
        return new DropTrigger(key.table(), key.name(), false);
    }

    private boolean isFree(View view) {
        String name = view.name().name().value();
        return schema.views().values().stream()
                        .filter(other -> !other.equals(view))
                        .noneMatch(other -> Mentions.of(other.query()).has(name))
                && schema.triggers().keySet().stream()
                        .noneMatch(key -> key.table().equals(view.name()));
    }

    private void objects() {
        if (words.can(Capability.SCHEMAS)) {
            kinds.add(() -> Optional.of(new CreateSchema(schemas.names().of("ns"), false, null)));
            kinds.add(() -> any(schema.namespaces()).map(name -> new DropSchema(name, false, false)));
        }
        if (words.can(Capability.SEQUENCES)) {
            kinds.add(() -> Optional.of(
                    new CreateSequence(Sequence.of(schemas.names().of("sq").value()), false)));
            kinds.add(() -> any(schema.sequences().values()).map(s -> new AlterSequence(changed(s), null)));
            kinds.add(() -> any(schema.sequences().keySet()).map(name -> new DropSequence(name, false, false)));
        }
        if (words.can(Capability.ENUM_TYPES)) {
            kinds.add(() -> Optional.of(new CreateEnum(
                    new EnumType(new QualifiedName(null, schemas.names().of("en")), List.of("x", "y"), null), false)));
            kinds.add(() -> any(schema.enums().values()).map(this::alterEnum));
            kinds.add(() -> any(schema.enums().keySet()).map(name -> new DropEnum(name, false, false)));
        }
    }

    private Sequence changed(Sequence s) {
        return new Sequence(
                s.name(),
                s.type(),
                s.start(),
                1L + random.nextInt(9),
                s.minValue(),
                s.maxValue(),
                s.cycle(),
                5L,
                s.ownedBy(),
                s.comment());
    }

    private AlterEnum alterEnum(EnumType type) {
        String value = type.values().get(random.nextInt(type.values().size()));
        return new AlterEnum(
                type.name(),
                random.nextBoolean()
                        ? new EnumChange.RenameValue(value, "r'" + random.nextInt(1000))
                        : new EnumChange.AddValue("n" + random.nextInt(1000), null, value, false));
    }

    /** The name of an index that has one. */
    static Identifier name(Index index) {
        return Objects.requireNonNull(index.name());
    }
}
