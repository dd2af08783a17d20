// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml;

import dev.retort.operation.Row;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.Deferrability;
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
import dev.retort.schema.Scalar;
import dev.retort.schema.SqlText;
import dev.retort.schema.Table;
import dev.retort.schema.TableBuilder;
import dev.retort.schema.TextAttributes;
import dev.retort.schema.UniqueConstraint;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Random parts of tables and rows, with names and texts chosen to be hard to write. */
class RandomParts {

    private static final List<String> HARD = List.of(
            "",
            " ",
            "yes",
            "No",
            "on",
            "OFF",
            "y",
            "null",
            "~",
            "true",
            "False",
            "1e10",
            "012",
            "0x1F",
            "0b1",
            "1_000",
            "12:30",
            "12:30:45.5",
            "2026-01-02",
            "2026-01-02T20:00:00Z",
            "1.",
            ".5",
            "-.inf",
            ".NaN",
            "+1",
            "-",
            "--- a",
            "...",
            "# no comment",
            "a # b",
            "a: b",
            "a:",
            ":a",
            "a,b",
            "[a]",
            "{a: b}",
            "a]",
            "&a",
            "*a",
            "!a",
            "!!str a",
            "|",
            ">",
            "%a",
            "@a",
            "`a`",
            "'a'",
            "\"a\"",
            "it's",
            "say \"it's\"",
            "back\\slash",
            "a\nb",
            "a\n",
            "\na",
            "\n",
            "a\n\n",
            " a\n b",
            "a\n  b\n c",
            "a \nb",
            "a\tb",
            "\ta",
            "a\r\nb",
            "a\rb",
            "a\u0085b",
            "a\u2028b",
            "\uFEFFa",
            "a\u0000b".replace("\u0000", "\u0001"),
            "\u007F",
            "a\u00A0b",
            "\u200B",
            "\u202Eb",
            "\uD83D\uDE00",
            "\uD800",
            "\uFFFE",
            "Grün",
            "日本",
            "a  b",
            " a",
            "a ",
            "<<",
            "=",
            "?",
            "? a",
            "- a",
            "$${x}",
            "${x}",
            "a.b",
            ".a",
            "a.",
            "f(x)",
            "SELECT 1;\n-- done\nSELECT 2",
            "enum(a)",
            "#",
            "a\n# b\n",
            "0",
            "-0",
            "1",
            "default",
            "portable");

    final Random random;

    RandomParts(Random random) {
        this.random = random;
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    <T> @Nullable T maybe(Supplier<T> value) {
        return chance(40) ? value.get() : null;
    }

    <T> List<T> some(int least, Supplier<T> value) {
        return Stream.generate(value).limit(least + random.nextInt(3)).toList();
    }

    String text() {
        if (chance(50)) {
            return one(HARD);
        }
        return chance(50) ? one(List.of("users", "some words", "x > 0", "a = 'b'")) : one(HARD) + one(HARD);
    }

    String word() {
        return one(List.of("users", "orders", "name", "id", "email", "Total", "überschuss", "a1"));
    }

    Identifier name() {
        String text = chance(50) ? word() : text();
        return new Identifier(text.isEmpty() ? "x" : text);
    }

    List<Identifier> names() {
        Set<Identifier> names = new LinkedHashSet<>(some(1, this::name));
        return List.copyOf(names);
    }

    QualifiedName qualified() {
        return new QualifiedName(maybe(this::name), name());
    }

    SqlText sql() {
        return switch (random.nextInt(4)) {
            case 0 -> SqlText.portable(text());
            case 1 -> SqlText.variants(Map.of("postgres", text(), "mysql", text()), maybe(this::text));
            default -> SqlText.verbatim(text());
        };
    }

    Options options() {
        Options options = Options.NONE;
        while (chance(20)) {
            Object value = one(List.<Object>of(
                    text(),
                    true,
                    false,
                    7L,
                    -1L,
                    Long.MAX_VALUE,
                    new BigDecimal("1.50"),
                    List.of("a", "yes", 3L),
                    List.of()));
            options = options.with(one(List.of("postgres", "sqlite", "no")), chance(70) ? word() : text() + "k", value);
        }
        return options;
    }

    TextAttributes attributes() {
        return chance(80) ? TextAttributes.DEFAULT : new TextAttributes(maybe(this::text), maybe(this::text));
    }

    DataType type() {
        return type(0);
    }

    private DataType type(int depth) {
        Integer number = maybe(() -> 1 + random.nextInt(9));
        return switch (random.nextInt(depth < 3 ? 24 : 22)) {
            case 0 -> new DataType.SmallInt();
            case 1 -> new DataType.Integer();
            case 2 -> new DataType.BigInt();
            case 3 -> new DataType.Decimal(number, number == null ? null : maybe(() -> random.nextInt(3)));
            case 4 -> new DataType.Real();
            case 5 -> new DataType.Double();
            case 6 -> new DataType.Boolean();
            case 7 -> new DataType.Char(number, attributes());
            case 8 -> new DataType.Varchar(number, attributes());
            case 9 -> new DataType.Text(attributes());
            case 10 -> new DataType.Binary(number);
            case 11 -> new DataType.Varbinary(number);
            case 12 -> new DataType.Blob();
            case 13 -> new DataType.Date();
            case 14 -> new DataType.Time(number, chance(50));
            case 15 -> new DataType.Timestamp(number, chance(50));
            case 16 -> new DataType.Interval();
            case 17 -> new DataType.Uuid();
            case 18 -> new DataType.Json(chance(50));
            case 19 -> new DataType.Enum(maybe(this::qualified), some(1, this::text));
            case 20 -> new DataType.Enum(qualified(), List.of());
            case 21 -> new DataType.Native(text(), attributes());
            default -> new DataType.Array(type(depth + 1));
        };
    }

    Literal literal() {
        return switch (random.nextInt(10)) {
            case 0 -> Literal.NULL;
            case 1 -> Literal.TRUE;
            case 2 -> Literal.FALSE;
            case 3 -> new Literal.Number(new BigDecimal(new BigInteger(70, random), random.nextInt(40) - 20));
            case 4 -> new Literal.Bytes("00ff");
            case 5 -> new Literal.Date(LocalDate.of(2026, 1, 1 + random.nextInt(28)));
            case 6 ->
                new Literal.Time(LocalTime.of(random.nextInt(24), 5, random.nextInt(60), random.nextInt(3) * 1000));
            case 7 -> new Literal.Timestamp(LocalDateTime.of(2026, 1, 2, 20, random.nextInt(60)));
            case 8 -> new Literal.TimestampTz(OffsetDateTime.of(2026, 1, 2, 20, 5, 1, 0, ZoneOffset.ofHours(2)));
            default -> new Literal.Text(text());
        };
    }

    Scalar scalar() {
        return chance(20) ? sql() : literal();
    }

    Row row() {
        Map<Identifier, Scalar> cells = new LinkedHashMap<>();
        names().forEach(name -> cells.put(name, scalar()));
        return new Row(cells);
    }

    DefaultValue defaultValue() {
        return chance(30) ? new DefaultValue.Expression(sql()) : new DefaultValue.Constant(literal());
    }

    Identity identity() {
        return chance(40)
                ? Identity.DEFAULT
                : new Identity(
                        chance(50), maybe(this::number), maybe(() -> 2L), maybe(this::number), null, chance(50), null);
    }

    Long number() {
        return random.nextLong();
    }

    Generated generated() {
        return new Generated(sql(), chance(50));
    }

    Column column(Identifier name) {
        Column column =
                Column.of("x", type()).withName(name).withNullable(chance(50)).withOptions(options());
        column = column.withComment(maybe(this::text));
        return switch (random.nextInt(4)) {
            case 0 -> column.withDefault(defaultValue());
            case 1 -> column.withIdentity(identity());
            case 2 -> column.withGenerated(generated());
            default -> column;
        };
    }

    Deferrability deferrability() {
        return chance(70) ? Deferrability.NOT_DEFERRABLE : one(List.of(Deferrability.values()));
    }

    PrimaryKey primaryKey(List<Identifier> columns) {
        return new PrimaryKey(maybe(this::name), columns, deferrability(), options());
    }

    UniqueConstraint unique() {
        return new UniqueConstraint(maybe(this::name), names(), deferrability(), options());
    }

    ForeignKey foreignKey(List<Identifier> columns) {
        List<Identifier> referred = chance(30) ? List.of() : columns;
        return new ForeignKey(
                maybe(this::name),
                columns,
                qualified(),
                referred,
                one(List.of(ReferentialAction.values())),
                one(List.of(ReferentialAction.values())),
                one(List.of(MatchType.values())),
                deferrability(),
                chance(80),
                options());
    }

    CheckConstraint check() {
        return new CheckConstraint(maybe(this::name), sql(), deferrability(), chance(80), options());
    }

    IndexPart part() {
        IndexKey key = chance(70) ? new IndexKey.OfColumn(name()) : new IndexKey.OfExpression(sql());
        return new IndexPart(
                key,
                chance(30),
                maybe(() -> one(List.of(IndexPart.NullsOrder.values()))),
                maybe(this::text),
                options());
    }

    ExclusionConstraint exclusion() {
        return new ExclusionConstraint(
                maybe(this::name),
                some(1, () -> new ExclusionConstraint.Element(part(), text())),
                maybe(this::text),
                maybe(this::sql),
                deferrability(),
                options());
    }

    Index index() {
        return new Index(
                maybe(this::name), some(1, this::part), chance(30), maybe(this::sql), maybe(this::text), options());
    }

    Table table() {
        return table(qualified());
    }

    Table table(QualifiedName name) {
        List<Identifier> columns = names();
        TableBuilder table = new TableBuilder(name).comment(maybe(this::text)).options(options());
        columns.forEach(column -> table.column(column(column)));
        if (chance(60)) {
            table.primaryKey(primaryKey(columns.subList(0, 1)));
        }
        some(0, this::unique).forEach(table::constraint);
        some(0, () -> foreignKey(names())).forEach(table::constraint);
        some(0, this::check).forEach(table::constraint);
        if (chance(20)) {
            table.constraint(exclusion());
        }
        some(0, this::index).forEach(table::index);
        return table.build();
    }
}
