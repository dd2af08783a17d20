// SPDX-License-Identifier: Apache-2.0
package dev.retort.javaformat;

import dev.retort.diagnostic.SourceLocation;
import dev.retort.dialect.Timeouts;
import dev.retort.migration.Condition;
import dev.retort.migration.MigrationStep;
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
import dev.retort.operation.Row;
import dev.retort.operation.SetTableComment;
import dev.retort.operation.Setting;
import dev.retort.operation.UpdateRows;
import dev.retort.operation.ValidateConstraint;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.ConstraintKind;
import dev.retort.schema.DataType;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.Deferrability;
import dev.retort.schema.EnumType;
import dev.retort.schema.ExclusionConstraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Generated;
import dev.retort.schema.Identifier;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.IndexKey;
import dev.retort.schema.IndexPart;
import dev.retort.schema.Literal;
import dev.retort.schema.MatchType;
import dev.retort.schema.Options;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.Routine;
import dev.retort.schema.Sequence;
import dev.retort.schema.SqlText;
import dev.retort.schema.Table;
import dev.retort.schema.TableBuilder;
import dev.retort.schema.TableConstraint;
import dev.retort.schema.TextAttributes;
import dev.retort.schema.Trigger;
import dev.retort.schema.UniqueConstraint;
import dev.retort.schema.View;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Operations of every kind with every parameter, hostile texts included, decided by a seed. */
final class RandomOperations {

    /** How many kinds {@link #operation(int, int)} knows. */
    static final int KINDS = 39;

    private static final List<String> TEXTS = List.of(
            "a",
            "users",
            "id",
            "order",
            "a b",
            "a.b",
            "it's",
            "say \"hi\"",
            "back\\slash",
            "\\u0041",
            "tab\tin",
            "new\nline",
            "\r\n",
            "\n",
            "  a\n    b\n",
            "  a\n  b",
            "a\n\nb  \n",
            "\"\"\"\nx\"\"\"\"\n\"",
            "a\\\nb",
            "é€😀",
            "\u0001\u2028",
            "\u0000x",
            "x\n \n",
            "end \"\n \"",
            "${x} %s {0}",
            "-- comment",
            "/* x */ // y",
            "\uD800",
            "\u200B",
            "\u00A0",
            "\u0007" + "7",
            "SELECT 1;\nSELECT '\\n'",
            "'''",
            "\n\n",
            " ",
            "\t\n\t");

    private final Random random;

    RandomOperations(long seed) {
        random = new Random(seed);
    }

    MigrationStep step(int kind) {
        Condition when =
                new Condition(flip() ? Set.of() : Set.of("postgres", "sqlite"), flip() ? Set.of() : Set.of("billing"));
        Map<String, String> allow = flip() ? Map.of() : Map.of("rule-a", text(), "rule-b", "why");
        Timeouts timeouts = flip() ? Timeouts.UNSET : new Timeouts(null, Duration.ofMillis(1500), Duration.ZERO);
        return new MigrationStep(operation(kind, 2), SourceLocation.NONE, when, new TreeMap<>(allow), timeouts);
    }

    Operation operation(int kind, int depth) {
        QualifiedName t = qualified();
        return switch (kind) {
            case 0 -> new CreateTable(table(t), flip(), list(() -> "TEMPORARY"));
            case 1 -> new DropTable(t, flip(), flip(), options());
            case 2 -> new RenameTable(t, id());
            case 3 -> new SetTableComment(t, maybe(this::text));
            case 4 -> new AddColumn(t, column(), position(), maybe(this::foreignKey), flip(), flip());
            case 5 -> new DropColumn(t, id(), flip(), flip(), options());
            case 6 -> new RenameColumn(t, id(), id());
            case 7, 8 -> alterColumn(t);
            case 9 -> new CreateIndex(t, index(), flip());
            case 10 -> new DropIndex(maybe(this::qualified), t, flip(), flip(), options());
            case 11 -> new RenameIndex(maybe(() -> t.sibling(id())), t, id());
            case 12 -> new AddPrimaryKey(t, primaryKey());
            case 13 -> new AddUnique(t, unique());
            case 14 -> new AddForeignKey(t, foreignKey());
            case 15 -> new AddCheck(t, check());
            case 16 -> new AddExclusion(t, exclusion());
            case 17 -> new DropConstraint(t, selector(), flip(), flip());
            case 18 -> new RenameConstraint(t, id(), id());
            case 19 -> new ValidateConstraint(t, id());
            case 20 -> new CreateSchema(id(), flip(), maybe(this::name));
            case 21 -> new DropSchema(id(), flip(), flip());
            case 22 -> new CreateSequence(sequence(t), flip());
            case 23 -> new AlterSequence(sequence(t), maybe(random::nextLong));
            case 24 -> new DropSequence(t, flip(), flip());
            case 25 -> new CreateEnum(new EnumType(t, List.of("a", "it's", text() + "!"), maybe(this::text)), flip());
            case 26 -> new AlterEnum(t, enumChange());
            case 27 -> new DropEnum(t, flip(), flip());
            case 28 -> new CreateView(view(t), flip());
            case 29 -> new ReplaceView(view(t));
            case 30 -> new DropView(t, flip(), flip(), flip());
            case 31 ->
                new CreateRoutine(
                        new Routine(t, pick(Routine.Kind.values()), text(), sql(), maybe(this::text)), flip());
            case 32 -> new DropRoutine(new Routine.Key(t, pick(Routine.Kind.values()), text()), flip(), flip());
            case 33 -> new CreateTrigger(trigger(t), flip());
            case 34 -> new DropTrigger(maybe(this::qualified), id(), flip());
            case 35 -> new Execute(sql(), flip() ? null : inner(depth), maybe(this::sql));
            case 36 -> new InsertRows(t, list(this::row), flip());
            case 37 ->
                flip()
                        ? new UpdateRows(t, row(), maybe(this::sql))
                        : new DeleteRows(t, list(this::row), maybe(this::sql));
            case 38 -> new Batch(t, inner(depth), pick(Batch.Recreate.values()), options());
            default -> throw new IllegalArgumentException("kind must be below " + KINDS + ", but was " + kind);
        };
    }

    private List<Operation> inner(int depth) {
        List<Operation> operations = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            operations.add(operation(random.nextInt(depth == 0 ? 35 : KINDS), Math.max(0, depth - 1)));
        }
        return operations;
    }

    private Table table(QualifiedName name) {
        TableBuilder table = new TableBuilder(name).comment(maybe(this::text)).options(options());
        for (int i = random.nextInt(4); i > 0; i--) {
            table.column(column().withName(new Identifier(name() + i)));
        }
        for (Supplier<TableConstraint> constraint : List.<Supplier<TableConstraint>>of(
                this::primaryKey, this::unique, this::foreignKey, this::check, this::exclusion)) {
            if (flip()) {
                table.constraint(constraint.get());
            }
        }
        if (flip()) {
            table.index(index());
        }
        return table.build();
    }

    private Column column() {
        Column column = Column.of(name(), type())
                .withNullable(flip())
                .withComment(maybe(this::text))
                .withOptions(options());
        return switch (random.nextInt(4)) {
            case 0 -> column.withDefault(defaultValue());
            case 1 -> column.withIdentity(identity());
            case 2 -> column.withGenerated(new Generated(sql(), flip()));
            default -> column;
        };
    }

    private Operation alterColumn(QualifiedName table) {
        return new AlterColumn(
                table,
                id(),
                maybe(this::type),
                maybe(this::flip),
                setting(this::defaultValue),
                setting(this::identity),
                setting(() -> new Generated(sql(), flip())),
                setting(this::text),
                maybe(this::id),
                maybe(this::position),
                maybe(this::sql),
                options());
    }

    private <T> Setting<T> setting(Supplier<T> value) {
        return switch (random.nextInt(3)) {
            case 0 -> Setting.keep();
            case 1 -> Setting.ofNullable(null);
            default -> Setting.ofNullable(value.get());
        };
    }

    private DataType type() {
        TextAttributes text = new TextAttributes(maybe(this::name), maybe(this::name));
        Integer size = maybe(() -> 1 + random.nextInt(9));
        List<DataType> types = List.of(
                new DataType.SmallInt(),
                new DataType.Integer(),
                new DataType.BigInt(),
                new DataType.Decimal(size, size == null ? null : maybe(() -> 1)),
                new DataType.Real(),
                new DataType.Double(),
                new DataType.Boolean(),
                new DataType.Char(size, text),
                new DataType.Varchar(size, text),
                new DataType.Text(text),
                new DataType.Binary(size),
                new DataType.Varbinary(size),
                new DataType.Blob(),
                new DataType.Date(),
                new DataType.Time(size, flip()),
                new DataType.Timestamp(size, flip()),
                new DataType.Interval(),
                new DataType.Uuid(),
                new DataType.Json(flip()),
                new DataType.Enum(null, List.of("a", text())),
                new DataType.Enum(qualified(), list(this::text)),
                new DataType.Array(new DataType.Array(new DataType.Text(text))),
                new DataType.Native(text(), text));
        return types.get(random.nextInt(types.size()));
    }

    private DefaultValue defaultValue() {
        return flip() ? new DefaultValue.Constant(literal()) : new DefaultValue.Expression(sql());
    }

    private Literal literal() {
        List<Literal> literals = List.of(
                Literal.NULL,
                new Literal.Text(text()),
                new Literal.Bool(flip()),
                Literal.of(random.nextInt()),
                Literal.of(random.nextLong()),
                Literal.of(new BigDecimal("1.50")),
                Literal.of(new BigDecimal("1E+30")),
                Literal.Bytes.of(new byte[] {0, 1, -1}),
                Literal.of(LocalDate.of(2026, 1, 2)),
                Literal.of(LocalTime.of(1, 2, 3, 4)),
                Literal.of(LocalDateTime.of(2026, 1, 2, 3, 4)),
                Literal.of(OffsetDateTime.parse("2026-01-02T03:04:05+02:00")));
        return literals.get(random.nextInt(literals.size()));
    }

    private Identity identity() {
        return flip()
                ? Identity.DEFAULT
                : new Identity(
                        flip(),
                        maybe(random::nextLong),
                        maybe(() -> 5L),
                        maybe(() -> -1L),
                        maybe(() -> 1L << 40),
                        flip(),
                        maybe(() -> 10L));
    }

    private Sequence sequence(QualifiedName name) {
        return new Sequence(
                name,
                maybe(this::type),
                maybe(random::nextLong),
                maybe(() -> 2L),
                maybe(() -> 1L),
                maybe(() -> 9L),
                flip(),
                maybe(() -> 3L),
                maybe(() -> new Sequence.ColumnReference(qualified(), id())),
                maybe(this::text));
    }

    private PrimaryKey primaryKey() {
        return new PrimaryKey(maybe(this::id), ids(), pick(Deferrability.values()), options());
    }

    private UniqueConstraint unique() {
        return new UniqueConstraint(maybe(this::id), ids(), pick(Deferrability.values()), options());
    }

    private ForeignKey foreignKey() {
        return new ForeignKey(
                maybe(this::id),
                List.of(id()),
                qualified(),
                flip() ? List.of() : List.of(id()),
                pick(ReferentialAction.values()),
                pick(ReferentialAction.values()),
                pick(MatchType.values()),
                pick(Deferrability.values()),
                flip(),
                options());
    }

    private CheckConstraint check() {
        return new CheckConstraint(maybe(this::id), sql(), pick(Deferrability.values()), flip(), options());
    }

    private ExclusionConstraint exclusion() {
        return new ExclusionConstraint(
                maybe(this::id),
                List.of(new ExclusionConstraint.Element(part(), "&&"), new ExclusionConstraint.Element(part(), text())),
                maybe(() -> "gist"),
                maybe(this::sql),
                pick(Deferrability.values()),
                options());
    }

    private Index index() {
        List<IndexPart> parts =
                flip() ? List.of(IndexPart.column(name()), IndexPart.column("b")) : List.of(part(), part());
        return new Index(maybe(this::id), parts, flip(), maybe(this::sql), maybe(this::text), options());
    }

    private IndexPart part() {
        IndexKey key = flip() ? new IndexKey.OfColumn(id()) : new IndexKey.OfExpression(sql());
        return new IndexPart(
                key, flip(), maybe(() -> pick(IndexPart.NullsOrder.values())), maybe(this::name), options());
    }

    private ConstraintSelector selector() {
        List<ConstraintSelector> selectors = List.of(
                new ConstraintSelector.Named(id(), maybe(() -> pick(ConstraintKind.values()))),
                new ConstraintSelector.ThePrimaryKey(),
                new ConstraintSelector.UniqueOn(ids()),
                new ConstraintSelector.ForeignKeyOn(ids(), maybe(this::qualified)),
                new ConstraintSelector.CheckOf(sql()));
        return selectors.get(random.nextInt(selectors.size()));
    }

    private EnumChange enumChange() {
        return switch (random.nextInt(4)) {
            case 0 -> new EnumChange.AddValue(text(), maybe(this::text), null, flip());
            case 1 -> new EnumChange.AddValue(text(), null, maybe(this::text), flip());
            case 2 -> new EnumChange.RenameValue(text(), text());
            default -> new EnumChange.DropValue(text());
        };
    }

    private View view(QualifiedName name) {
        return new View(name, flip() ? List.of() : ids(), sql(), flip(), maybe(this::text), options());
    }

    private Trigger trigger(QualifiedName table) {
        return new Trigger(
                id(),
                table,
                pick(Trigger.Timing.values()),
                flip() ? Set.of(Trigger.Event.INSERT) : Set.of(Trigger.Event.UPDATE, Trigger.Event.DELETE),
                flip() ? List.of() : ids(),
                flip(),
                maybe(this::sql),
                sql(),
                maybe(this::text),
                options());
    }

    private Row row() {
        Row row = Row.of(name(), flip() ? literal() : sql());
        return flip() ? row : row.and(name() + "2", flip() ? literal() : sql()).and("z", literal());
    }

    private ColumnPosition position() {
        List<ColumnPosition> positions = List.of(
                ColumnPosition.FIRST,
                ColumnPosition.LAST,
                new ColumnPosition.After(id()),
                new ColumnPosition.Before(id()));
        return positions.get(random.nextInt(positions.size()));
    }

    private SqlText sql() {
        Map<String, String> many = new TreeMap<>();
        for (int i = 0; i < 11; i++) {
            many.put("dialect" + i, text());
        }
        return switch (random.nextInt(5)) {
            case 0 -> SqlText.portable(text());
            case 1 -> SqlText.variants(Map.of("postgres", text(), "sqlite", ""), maybe(this::text));
            case 2 -> SqlText.variants(many, maybe(this::text));
            default -> SqlText.verbatim(text());
        };
    }

    private Options options() {
        return flip()
                ? Options.NONE
                : Options.of("postgres", text(), flip())
                        .with("postgres", "using", text())
                        .with("mysql", "n", random.nextLong())
                        .with("mysql", "d", new BigDecimal("0.10"))
                        .with("sqlite", "l", List.of("a", 1L, true, List.of()));
    }

    private QualifiedName qualified() {
        return new QualifiedName(maybe(this::id), id());
    }

    private List<Identifier> ids() {
        return flip() ? List.of(id()) : List.of(new Identifier(name() + "1"), new Identifier(name() + "2"));
    }

    private Identifier id() {
        return new Identifier(name());
    }

    private String name() {
        return text().replace("\0", "") + (flip() ? "" : "x");
    }

    private String text() {
        return flip() ? TEXTS.get(random.nextInt(4)) : TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private <T> List<T> list(Supplier<T> items) {
        List<T> list = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            list.add(items.get());
        }
        return list;
    }

    private <T> @Nullable T maybe(Supplier<T> value) {
        return flip() ? null : value.get();
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private boolean flip() {
        return random.nextBoolean();
    }
}
