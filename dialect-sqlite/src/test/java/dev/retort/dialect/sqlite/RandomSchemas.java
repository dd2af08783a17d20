// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.Deferrability;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Generated;
import dev.retort.schema.Identifier;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.IndexPart;
import dev.retort.schema.Literal;
import dev.retort.schema.Options;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.SqlText;
import dev.retort.schema.Table;
import dev.retort.schema.TableBuilder;
import dev.retort.schema.TextAttributes;
import dev.retort.schema.UniqueConstraint;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Seeded schemas with everything that SQLite can have. */
final class RandomSchemas {

    private static final String[] NAMES = {"a", "b", "C c", "d\"d", "order", "É", "f.g", "h'h"};

    private final Random random;

    private Boolean strict;
    private Boolean withoutRowid;

    RandomSchemas(long seed) {
        random = new Random(seed);
    }

    /** From here on all tables have these options, which no operation changes. */
    RandomSchemas withOptions(boolean allStrict, boolean allWithoutRowid) {
        strict = allStrict;
        withoutRowid = allWithoutRowid;
        return this;
    }

    Schema schema() {
        SchemaBuilder schema = new SchemaBuilder();
        Table parent = table("parent", true);
        schema.table(parent);
        schema.table(withForeignKey(table("child", false), parent));
        if (random.nextBoolean()) {
            schema.table(table("other table", false));
        }
        return schema.build();
    }

    private Table table(String name, boolean keyed) {
        boolean typed = strict == null ? random.nextInt(4) == 0 : strict;
        int count = 2 + random.nextInt(NAMES.length - 2);
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            columns.add(column(NAMES[i], i == 0, columns));
        }
        TableBuilder table = new TableBuilder(QualifiedName.of(name)).columns(columns);
        boolean numbered = random.nextInt(3) == 0 && !Boolean.TRUE.equals(withoutRowid);
        if (numbered) {
            table.mapColumns(column -> column.name().value().equals("a")
                    ? Column.of("a", new DataType.BigInt()).withIdentity(Identity.DEFAULT)
                    : column);
        }
        boolean key = keyed || numbered || Boolean.TRUE.equals(withoutRowid) || random.nextInt(3) > 0;
        if (key) {
            table.primaryKey(
                    new PrimaryKey(name("pk"), Identifier.listOf("a"), Deferrability.NOT_DEFERRABLE, conflict()));
        }
        if (typed) {
            table.options(Options.of("sqlite", "strict", true));
        }
        if (withoutRowid == null ? key && !numbered && random.nextInt(4) == 0 : withoutRowid) {
            table.options(table.build().options().with("sqlite", "without_rowid", true));
        }
        constraints(table, columns);
        indexes(table, name, columns);
        return table.build();
    }

    private Column column(String name, boolean first, List<Column> before) {
        Column column = Column.of(name, type());
        if (first) {
            return column.withNullable(random.nextBoolean());
        }
        if (random.nextInt(6) == 0) {
            String other = before.get(random.nextInt(before.size())).name().value();
            return column.withGenerated(
                    new Generated(SqlText.verbatim("(" + quoted(other) + " || 'x')"), random.nextBoolean()));
        }
        Column result = column.withNullable(random.nextBoolean()).withDefault(defaultValue());
        if (!result.nullable() && random.nextInt(3) == 0) {
            result = result.withOptions(Options.of("sqlite", "not_null_name", "nn " + name));
        }
        return random.nextInt(5) == 0 ? result.withComment("about " + name) : result;
    }

    private DataType type() {
        DataType[] types = {
            new DataType.SmallInt(),
            new DataType.Integer(),
            new DataType.BigInt(),
            new DataType.Decimal(10, 2),
            new DataType.Decimal(null, null),
            new DataType.Real(),
            new DataType.Double(),
            new DataType.Boolean(),
            new DataType.Char(3, TextAttributes.DEFAULT),
            new DataType.Varchar(20, TextAttributes.collate("NOCASE")),
            new DataType.Varchar(null, TextAttributes.DEFAULT),
            new DataType.Text(TextAttributes.DEFAULT),
            new DataType.Binary(16),
            new DataType.Varbinary(30),
            new DataType.Blob(),
            new DataType.Date(),
            new DataType.Time(3, true),
            new DataType.Timestamp(null, true),
            new DataType.Timestamp(6, false),
            new DataType.Interval(),
            new DataType.Uuid(),
            new DataType.Json(true),
            new DataType.Enum(null, List.of("x", "it's"))
        };
        return types[random.nextInt(types.length)];
    }

    private DefaultValue defaultValue() {
        DefaultValue[] values = {
            null,
            null,
            null,
            DefaultValue.of(5),
            DefaultValue.of(-2.5),
            DefaultValue.of("it's"),
            DefaultValue.of(true),
            DefaultValue.of(LocalDate.of(2020, 1, 31)),
            DefaultValue.of(new byte[] {1, -1}),
            DefaultValue.sql("current_timestamp"),
            DefaultValue.sql("(1 + 2) * 3"),
            DefaultValue.sql("('q')"),
            new DefaultValue.Constant(Literal.NULL)
        };
        return values[random.nextInt(values.length)];
    }

    private void constraints(TableBuilder table, List<Column> columns) {
        if (random.nextBoolean()) {
            table.constraint(new UniqueConstraint(
                    name("uq"),
                    List.of(columns.get(1).name(), columns.get(0).name()),
                    Deferrability.NOT_DEFERRABLE,
                    conflict()));
        }
        if (random.nextBoolean()) {
            table.constraint(
                    CheckConstraint.of(random.nextBoolean() ? "ck" : null, " (" + quoted("b") + " <> 'b') -- not b"));
        }
    }

    private void indexes(TableBuilder table, String owner, List<Column> columns) {
        for (int i = 0; i < random.nextInt(3); i++) {
            IndexPart part = random.nextBoolean()
                    ? IndexPart.column(
                            columns.get(random.nextInt(columns.size())).name().value())
                    : IndexPart.expression("(lower(" + quoted("b") + "))");
            Index index = Index.of("ix " + owner + i, "a")
                    .withParts(List.of(random.nextBoolean() ? part.desc() : part, IndexPart.column("b")))
                    .withUnique(random.nextInt(4) == 0)
                    .withWhere(random.nextBoolean() ? null : SqlText.verbatim("a IS NOT NULL"));
            table.index(index);
        }
    }

    private Table withForeignKey(Table child, Table parent) {
        ReferentialAction[] actions = ReferentialAction.values();
        ForeignKey key = ForeignKey.of(
                        random.nextBoolean() ? "fk" : null,
                        Identifier.listOf("b"),
                        parent.name(),
                        random.nextBoolean() ? List.of() : Identifier.listOf("a"))
                .withActions(actions[random.nextInt(actions.length)], actions[random.nextInt(actions.length)])
                .withDeferrability(Deferrability.values()[random.nextInt(3)]);
        return child.toBuilder().constraint(key).build();
    }

    private Identifier name(String word) {
        return random.nextBoolean() ? new Identifier(word) : null;
    }

    private Options conflict() {
        return random.nextInt(4) == 0 ? Options.of("sqlite", "on_conflict", "ignore") : Options.NONE;
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
