// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit;

import dev.retort.dialect.Capability;
import dev.retort.engine.autogenerate.Selectors;
import dev.retort.engine.replay.ColumnSets;
import dev.retort.operation.*;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.Identifier;
import dev.retort.schema.Options;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import dev.retort.schema.TableConstraint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;

/** Candidates for operations on the parts of a table. */
final class PartKinds {

    private final Vocabulary words;
    private final Random random;
    private final Schema schema;
    private final RandomSchemas schemas;

    PartKinds(Vocabulary words, Random random, Schema schema, RandomSchemas schemas) {
        this.words = words;
        this.random = random;
        this.schema = schema;
        this.schemas = schemas;
    }

    /** On any table. */
    List<Supplier<Optional<? extends Operation>>> all() {
        return suppliers(() -> any(schema.tables().values()).orElseThrow());
    }

    /** On one table. */
    List<Supplier<Optional<? extends Operation>>> of(Table table) {
        return suppliers(() -> table);
    }

    private List<Supplier<Optional<? extends Operation>>> suppliers(Supplier<Table> tables) {
        List<Function<Table, Optional<? extends Operation>>> kinds = List.of(
                this::addColumn,
                this::addColumn,
                this::dropColumn,
                this::renameColumn,
                this::alterColumn,
                this::alterColumn,
                this::alterColumn,
                this::createIndex,
                this::dropIndex,
                this::renameIndex,
                this::addCheck,
                this::addUnique,
                this::addForeignKey,
                this::addPrimaryKey,
                this::dropConstraint,
                this::dropConstraint,
                this::renameConstraint);
        List<Supplier<Optional<? extends Operation>>> suppliers = new ArrayList<>();
        kinds.forEach(kind -> suppliers.add(() -> kind.apply(tables.get())));
        return suppliers;
    }

    private <T> Optional<T> any(Collection<T> values) {
        return values.isEmpty()
                ? Optional.empty()
                : values.stream().skip(random.nextInt(values.size())).findFirst();
    }

    private Identifier freshColumn(Table table) {
        RandomNames names = schemas.names().columns();
        table.columns().forEach(column -> names.reserve(column.name()));
        return names.column();
    }

    private Optional<Operation> addColumn(Table table) {
        RandomColumns columns = schemas.tables().columns();
        Identifier name = freshColumn(table);
        Column column = random.nextInt(5) == 0
                ? columns.generated(name, table.columns()).orElseGet(() -> columns.plain(name))
                : columns.plain(name);
        ColumnPosition position = words.can(Capability.COLUMN_POSITION) && random.nextBoolean()
                ? new ColumnPosition.After(table.columns().get(0).name())
                : ColumnPosition.LAST;
        return Optional.of(new AddColumn(table.name(), column, position, null, false, false));
    }

    private Optional<Operation> dropColumn(Table table) {
        return any(table.columns())
                .filter(column -> !OperationKinds.isMentioned(schema, table))
                .map(column -> DropColumn.of(table.name(), column.name()));
    }

    private Optional<Operation> renameColumn(Table table) {
        return any(table.columns())
                .filter(column -> !OperationKinds.isMentioned(schema, table))
                .map(column -> new RenameColumn(table.name(), column.name(), freshColumn(table)));
    }

    private Optional<Operation> alterColumn(Table table) {
        return any(table.columns())
                .filter(column -> column.identity() == null && column.generated() == null)
                .filter(column -> !isInKey(table, column))
                .map(column -> alter(table, column));
    }

    private boolean isInKey(Table table, Column column) {
        PrimaryKey key = table.primaryKey();
        return key != null && key.columns().contains(column.name());
    }

    private Operation alter(Table table, Column column) {
        RandomColumns columns = schemas.tables().columns();
        AlterColumn alter = AlterColumn.of(table.name(), column.name());
        return switch (random.nextInt(5)) {
            case 0 -> alter.withNullable(!column.nullable());
            case 1 -> alter.withDefault(columns.defaultFor(column.type()));
            case 2 -> alter.withComment(columns.comment());
            case 3 -> retyped(table, column, alter);
            default -> alter.withDefault(null).withNullable(true);
        };
    }

    private Operation retyped(Table table, Column column, AlterColumn alter) {
        DataType type = schemas.tables().columns().type();
        boolean wider = RandomTypes.isWider(column.type(), type);
        boolean free = !OperationKinds.isMentioned(schema, table) && !isReference(table, column);
        boolean ours = !(type instanceof DataType.Native) && !(column.type() instanceof DataType.Native);
        boolean fits = wider || (words.has(Feature.ALTER_TYPE) && !isInExpression(table, column));
        if (free && ours && fits) {
            return alter.withType(type).withDefault(null);
        }
        return alter.withNullable(true);
    }

    /** What compares a column with a number does not hold for a text. */
    private static boolean isInExpression(Table table, Column column) {
        ColumnSets sets = new ColumnSets(table);
        return table.checks().stream().anyMatch(check -> sets.of(check).contains(column.name()))
                || table.indexes().stream().anyMatch(index -> sets.of(index).contains(column.name()));
    }

    /** Whether a foreign key needs the column to keep its type. */
    private boolean isReference(Table table, Column column) {
        return isReference(schema, table, column);
    }

    static boolean isReference(Schema schema, Table table, Column column) {
        return table.foreignKeys().stream().anyMatch(key -> key.columns().contains(column.name()))
                || schema.tables().values().stream()
                        .flatMap(other -> other.foreignKeys().stream())
                        .anyMatch(key -> key.referredTable().equals(table.name())
                                && key.referredColumns().contains(column.name()));
    }

    private Optional<Operation> createIndex(Table table) {
        return schemas.tables().parts().index(table).map(index -> new CreateIndex(table.name(), index, false));
    }

    private Optional<Operation> dropIndex(Table table) {
        return any(table.indexes()).map(index -> DropIndex.of(table.name(), OperationKinds.name(index)));
    }

    private Optional<Operation> renameIndex(Table table) {
        return any(table.indexes())
                .map(index -> new RenameIndex(
                        table.name(),
                        table.name().sibling(OperationKinds.name(index)),
                        schemas.names().of("ix")));
    }

    private Optional<Operation> addCheck(Table table) {
        return schemas.tables()
                .parts()
                .check(table)
                .filter(check ->
                        table.checks().stream().map(CheckConstraint::expression).noneMatch(check.expression()::equals))
                .map(check -> new AddCheck(table.name(), check));
    }

    private Optional<Operation> addUnique(Table table) {
        return any(table.columns())
                .filter(column -> RandomTypes.isKey(column.type()) && column.generated() == null)
                .filter(column ->
                        table.uniques().stream().noneMatch(u -> u.columns().equals(List.of(column.name()))))
                .filter(column -> !isInKey(table, column))
                .map(column ->
                        new AddUnique(table.name(), schemas.tables().parts().unique(column.name())));
    }

    private Optional<Operation> addForeignKey(Table table) {
        Table target = any(schema.tables().values()).orElseThrow();
        PrimaryKey key = target.primaryKey();
        if (key == null || key.columns().size() != 1) {
            return Optional.empty();
        }
        DataType type = target.column(key.columns().get(0)).orElseThrow().type();
        return any(table.columns())
                .filter(c -> c.type().equals(type) && c.generated() == null && c.identity() == null && c.nullable())
                .filter(c ->
                        table.foreignKeys().stream().noneMatch(k -> k.columns().contains(c.name())))
                .map(c -> new AddForeignKey(
                        table.name(), schemas.tables().foreignKey(List.of(c.name()), target, key.columns())));
    }

    private Optional<Operation> addPrimaryKey(Table table) {
        return any(table.columns())
                .filter(c -> table.primaryKey() == null && RandomTypes.isKey(c.type()) && !c.nullable())
                .filter(c -> c.generated() == null)
                .map(c -> new AddPrimaryKey(
                        table.name(),
                        new PrimaryKey(
                                schemas.tables().parts().constraintName("pk"),
                                List.of(c.name()),
                                dev.retort.schema.Deferrability.NOT_DEFERRABLE,
                                Options.NONE)));
    }

    private Optional<Operation> dropConstraint(Table table) {
        List<TableConstraint> constraints = table.constraints().toList();
        return any(constraints)
                .filter(c ->
                        !(c instanceof PrimaryKey) || table.columns().stream().allMatch(x -> x.identity() == null))
                .map(c -> new DropConstraint(table.name(), Selectors.of(c), false, false));
    }

    private Optional<Operation> renameConstraint(Table table) {
        if (!words.can(Capability.RENAME_CONSTRAINT)) {
            return Optional.empty();
        }
        return any(table.constraints().filter(c -> c.name() != null).toList())
                .map(c -> new RenameConstraint(
                        table.name(),
                        java.util.Objects.requireNonNull(c.name()),
                        schemas.names().of(c instanceof PrimaryKey ? "pk" : "rn")));
    }
}
