// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.retort.operation.CreateTable;
import dev.retort.operation.CreateView;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.Generated;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlText;
import dev.retort.schema.Table;
import dev.retort.schema.TextAttributes;
import dev.retort.schema.View;
import dev.retort.testkit.server.ServerKind;
import dev.retort.testkit.server.TestServers;
import dev.retort.testkit.server.TestServersExtension;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Texts are equal after PostgreSQL has written them in its own way, and can be run again. */
@ExtendWith(TestServersExtension.class)
class ExpressionTextsTest {

    private static final List<String> CHECKS = List.of(
            "status IN ('new', 'paid')",
            "status NOT IN ('x', 'y')",
            "code IN ('a', 'b')",
            "code = ANY (ARRAY[('c'::character varying)::text, ('d'::character varying)::text])",
            "amount IN (1, 2, -3)",
            "amount BETWEEN 1 AND 10",
            "price NOT BETWEEN 0.5 AND 10",
            "code LIKE 'a%' OR code NOT LIKE '%b'",
            "code ILIKE 'A_'",
            "code LIKE 'a!%' ESCAPE '!'",
            "price > 0 AND price < 100.5",
            "price >= amount",
            "amount > 1.5",
            "price * 2 > 10",
            "price + amount > 0.5",
            "big > 5000000000",
            "big - 1 > -9000000000",
            "length(code) > 3",
            "char_length(status) <= 10 and status <> ''",
            "upper(code) = code",
            "created > '2020-01-01'",
            "created >= date '2020-01-01'",
            "at < timestamp '2030-01-01 10:00:00'",
            "at < now()",
            "at <= CURRENT_TIMESTAMP",
            "extract(year from created) > 1999",
            "substring(code from 1 for 2) = 'ab'",
            "position('x' in code) = 0",
            "trim(code) = code",
            "trim(both 'x' from code) <> ''",
            "coalesce(amount, 0) >= 0",
            "nullif(code, '') is not null",
            "code IS DISTINCT FROM status",
            "flag is true or not flag",
            "NOT (amount = 1 AND price = 2)",
            "CASE WHEN amount > 0 THEN price > 0 ELSE true END",
            "case code when 'a' then 1 else 2 end = 1",
            "code || status <> 'ab'",
            "code ~ '^[a-z]+$'",
            "amount::text <> '5'",
            "cast(price as integer) > 0",
            "(price / 2)::integer > 0",
            "amount % 2 = 0",
            "amount / 2 * 2 = amount",
            "-amount < 5",
            "2 ^ 3 > amount",
            "doc ->> 'kind' = 'a'",
            "doc ? 'kind'",
            "doc @> '{\"a\": 1}'",
            "1 = ANY (tags)",
            "array_length(tags, 1) < 5",
            "tags[1] > 0",
            "mood = 'sad' or mood in ('o''k', 'sad')",
            "id <> '00000000-0000-0000-0000-000000000000'",
            "created + interval '1 day' > created",
            "at - interval '2 hours' < at",
            "code = E'a\\'b'",
            "t.amount > 0",
            "code COLLATE \"C\" < 'x'",
            "(amount, price) <> (1, 2)",
            "num_nulls(amount, price) < 2",
            "greatest(amount, 1) > least(amount, 2)");

    private static Table table() {
        return new dev.retort.schema.TableBuilder(QualifiedName.of("t"))
                .columns(List.of(
                        Column.of("id", new DataType.Uuid()).withNullable(false),
                        Column.of("amount", new DataType.Integer()),
                        Column.of("big", new DataType.BigInt()),
                        Column.of("price", new DataType.Decimal(10, 2)),
                        Column.of("code", new DataType.Varchar(20, TextAttributes.DEFAULT)),
                        Column.of("status", new DataType.Text(TextAttributes.DEFAULT)),
                        Column.of("created", new DataType.Date()),
                        Column.of("at", new DataType.Timestamp(null, false)),
                        Column.of("flag", new DataType.Boolean()),
                        Column.of("doc", new DataType.Json(true)),
                        Column.of("tags", new DataType.Array(new DataType.Integer())),
                        Column.of("mood", new DataType.Enum(QualifiedName.of("feeling"), List.of()))))
                .primaryKey(PrimaryKey.of("id"))
                .build();
    }

    private static final dev.retort.operation.CreateEnum FEELING = new dev.retort.operation.CreateEnum(
            new dev.retort.schema.EnumType(QualifiedName.of("feeling"), List.of("sad", "o'k"), null), false);

    @ParameterizedTest
    @EnumSource(names = {"POSTGRES", "POSTGRES_OLDEST"})
    void checksAreReadBackInTheirCanonicalForm(ServerKind kind, TestServers servers) throws Exception {
        try (Live live = new Live(servers.get(kind))) {
            dev.retort.schema.TableBuilder table = table().toBuilder();
            for (int i = 0; i < CHECKS.size(); i++) {
                table.constraint(CheckConstraint.of("c" + (100 + i), CHECKS.get(i)));
            }
            live.run(FEELING, CreateTable.of(table.build()));
            live.recreates();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRES", "POSTGRES_OLDEST"})
    void aCheckOfARestoredDumpIsTheSameCheck(ServerKind kind, TestServers servers) throws Exception {
        try (Live live = new Live(servers.get(kind))) {
            live.run(
                    FEELING,
                    CreateTable.of(table().toBuilder()
                            .constraint(CheckConstraint.of("written", "code IN ('a', 'b')"))
                            .constraint(
                                    CheckConstraint.of(
                                            "dumped",
                                            "((code)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[]))"))
                            .constraint(
                                    CheckConstraint.of(
                                            "restored",
                                            "((code)::text = ANY (ARRAY[('a'::character varying)::text, ('b'::character varying)::text]))"))
                            .build()));
            assertEquals(
                    1,
                    live.table("t").checks().stream()
                            .map(CheckConstraint::expression)
                            .distinct()
                            .count());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRES", "POSTGRES_OLDEST"})
    void defaultsAreReadBackInTheirCanonicalForm(ServerKind kind, TestServers servers) throws Exception {
        try (Live live = new Live(servers.get(kind))) {
            List<String> integers = List.of("5", "-5", "(1 + 2)", "length('abc')", "NULL", "'7'", "5::bigint");
            List<String> texts = List.of("'x'", "''", "'it''s'", "current_user", "lower('A')", "'a' || 'b'", "NULL");
            List<String> moments = List.of(
                    "now()",
                    "CURRENT_TIMESTAMP",
                    "'2020-01-01 10:00:00'",
                    "LOCALTIMESTAMP",
                    "timezone('utc', now())",
                    "now() + interval '1 day'",
                    "clock_timestamp()");
            List<Column> columns = new java.util.ArrayList<>();
            for (int i = 0; i < integers.size(); i++) {
                columns.add(Column.of("i" + i, new DataType.Integer()).withDefault(DefaultValue.sql(integers.get(i))));
                columns.add(Column.of("t" + i, new DataType.Varchar(20, TextAttributes.DEFAULT))
                        .withDefault(DefaultValue.sql(texts.get(i))));
                columns.add(Column.of("m" + i, new DataType.Timestamp(null, false))
                        .withDefault(DefaultValue.sql(moments.get(i))));
            }
            columns.add(Column.of("u", new DataType.Uuid()).withDefault(DefaultValue.sql("gen_random_uuid()")));
            columns.add(Column.of("j", new DataType.Json(true)).withDefault(DefaultValue.sql("'{}'::jsonb")));
            columns.add(Column.of("j2", new DataType.Json(true)).withDefault(DefaultValue.of("[]")));
            columns.add(
                    Column.of("a", new DataType.Array(new DataType.Integer())).withDefault(DefaultValue.sql("'{}'")));
            columns.add(Column.of("a2", new DataType.Array(new DataType.Integer()))
                    .withDefault(DefaultValue.sql("ARRAY[1, 2]")));
            columns.add(Column.of("b", new DataType.Boolean()).withDefault(DefaultValue.sql("'true'")));
            columns.add(Column.of("d", new DataType.Date()).withDefault(DefaultValue.sql("CURRENT_DATE")));
            columns.add(Column.of("n", new DataType.Decimal(10, 2)).withDefault(DefaultValue.sql("0")));
            live.run(CreateTable.of(Table.of(QualifiedName.of("d"), columns)));
            assertEquals(DefaultValue.of(7), live.table("d").columns().get(15).defaultValue());
            live.recreates();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRES", "POSTGRES_OLDEST"})
    void viewsAreReadBackInTheirCanonicalForm(ServerKind kind, TestServers servers) throws Exception {
        try (Live live = new Live(servers.get(kind))) {
            live.run(
                    FEELING,
                    CreateTable.of(table()),
                    CreateTable.of(Table.of(
                            QualifiedName.of("u"),
                            List.of(Column.of("id", new DataType.Integer()), Column.of("t", new DataType.Uuid())))));
            List<String> queries = List.of(
                    "SELECT * FROM t",
                    "SELECT t.* FROM t WHERE code = 'a' AND t.amount > 3",
                    "SELECT id, amount + 1 AS next FROM t",
                    "select count(*), max(price) as top from t",
                    "SELECT code, count(*) AS n FROM t GROUP BY code HAVING count(*) > 1 ORDER BY code DESC",
                    "SELECT a.code, u.id FROM t a JOIN u ON u.t = a.id",
                    "SELECT code c, u.id AS uid FROM t LEFT OUTER JOIN u ON u.t = t.id WHERE amount IN (1, 2)",
                    "SELECT DISTINCT code FROM t ORDER BY 1 LIMIT 5",
                    "SELECT code FROM t UNION ALL SELECT status FROM t",
                    "SELECT t.code, upper(status) FROM t, u WHERE t.id = u.t",
                    "SELECT coalesce(code, 'none') AS code, 'x' AS kind, 5 AS five FROM t",
                    "SELECT CASE WHEN amount > 0 THEN 'plus' ELSE 'minus' END AS sign FROM t");
            for (int i = 0; i < queries.size(); i++) {
                live.run(new CreateView(View.of("v" + i, queries.get(i)), false));
            }
            live.run(new CreateView(View.of("w", "SELECT * FROM v1 WHERE code <> 'q'"), false));
            live.recreates();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRES", "POSTGRES_OLDEST"})
    void computedColumnsAreReadBackInTheirCanonicalForm(ServerKind kind, TestServers servers) throws Exception {
        try (Live live = new Live(servers.get(kind))) {
            Table table = table().toBuilder()
                    .column(generated("g1", new DataType.Text(TextAttributes.DEFAULT), "lower(code) || '-' || status"))
                    .column(generated("g2", new DataType.Decimal(12, 2), "price * 1.19"))
                    .column(generated("g3", new DataType.BigInt(), "amount + big"))
                    .column(generated("g4", new DataType.Boolean(), "amount BETWEEN 1 AND 5"))
                    .column(generated("g5", new DataType.Text(TextAttributes.DEFAULT), "doc ->> 'name'"))
                    .build();
            live.run(FEELING, CreateTable.of(table));
            live.recreates();
        }
    }

    private static Column generated(String name, DataType type, String sql) {
        return Column.of(name, type).withGenerated(new Generated(SqlText.verbatim(sql), true));
    }
}
