// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.retort.operation.AlterEnum;
import dev.retort.operation.AlterSequence;
import dev.retort.operation.CreateEnum;
import dev.retort.operation.CreateRoutine;
import dev.retort.operation.CreateSchema;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTrigger;
import dev.retort.operation.CreateView;
import dev.retort.operation.DropEnum;
import dev.retort.operation.DropRoutine;
import dev.retort.operation.DropSchema;
import dev.retort.operation.DropSequence;
import dev.retort.operation.DropTrigger;
import dev.retort.operation.DropView;
import dev.retort.operation.EnumChange;
import dev.retort.operation.Operation;
import dev.retort.operation.ReplaceView;
import dev.retort.schema.DataType;
import dev.retort.schema.EnumType;
import dev.retort.schema.Identifier;
import dev.retort.schema.Options;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Routine;
import dev.retort.schema.Sequence;
import dev.retort.schema.SqlText;
import dev.retort.schema.Trigger;
import dev.retort.schema.View;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StandardObjectsTest {

    private static final QualifiedName T = QualifiedName.of("s", "t");
    private static final Identifier N = new Identifier("n");

    static Stream<Arguments> cases() {
        View view =
                new View(T, Identifier.listOf("a", "b"), SqlText.verbatim("SELECT 1, 2"), false, "why", Options.NONE);
        View kept = new View(T, List.of(), SqlText.verbatim("SELECT 1"), true, null, Options.NONE);
        Sequence sequence = new Sequence(
                T,
                new DataType.BigInt(),
                5L,
                -1L,
                -9L,
                5L,
                true,
                2L,
                new Sequence.ColumnReference(QualifiedName.of("o"), N),
                null);
        Routine routine =
                new Routine(T, Routine.Kind.FUNCTION, "integer, text", SqlText.verbatim("CREATE FUNCTION f"), "it's");
        return Stream.of(
                one(new CreateSchema(N, true, "bob"), "CREATE SCHEMA IF NOT EXISTS \"n\" AUTHORIZATION \"bob\""),
                one(new DropSchema(N, true, true), "DROP SCHEMA IF EXISTS \"n\" CASCADE"),
                one(
                        new CreateSequence(sequence, true),
                        "CREATE SEQUENCE IF NOT EXISTS \"s\".\"t\" AS BIGINT START WITH 5 INCREMENT BY -1 MINVALUE -9"
                                + " MAXVALUE 5 CYCLE CACHE 2 OWNED BY \"o\".\"n\""),
                one(new AlterSequence(Sequence.of("q"), 7L), "ALTER SEQUENCE \"q\" RESTART WITH 7"),
                one(new AlterSequence(Sequence.of("q"), null)),
                one(new DropSequence(T, false, true), "DROP SEQUENCE \"s\".\"t\" CASCADE"),
                one(
                        new CreateEnum(new EnumType(T, List.of("it's", "b"), "words"), false),
                        "CREATE TYPE \"s\".\"t\" AS ENUM ('it''s', 'b')",
                        "COMMENT ON TYPE \"s\".\"t\" IS 'words'"),
                one(
                        new AlterEnum(T, new EnumChange.AddValue("c", null, "b", true)),
                        "ALTER TYPE \"s\".\"t\" ADD VALUE IF NOT EXISTS 'c' AFTER 'b'"),
                one(
                        new AlterEnum(T, new EnumChange.RenameValue("c", "d")),
                        "ALTER TYPE \"s\".\"t\" RENAME VALUE 'c' TO 'd'"),
                one(new DropEnum(T, true, false), "DROP TYPE IF EXISTS \"s\".\"t\""),
                one(
                        new CreateView(view, true),
                        "CREATE VIEW IF NOT EXISTS \"s\".\"t\" (\"a\", \"b\") AS\nSELECT 1, 2",
                        "COMMENT ON VIEW \"s\".\"t\" IS 'why'"),
                one(
                        new ReplaceView(view),
                        "CREATE OR REPLACE VIEW \"s\".\"t\" (\"a\", \"b\") AS\nSELECT 1, 2",
                        "COMMENT ON VIEW \"s\".\"t\" IS 'why'"),
                one(
                        new ReplaceView(kept),
                        "DROP MATERIALIZED VIEW IF EXISTS \"s\".\"t\"",
                        "CREATE MATERIALIZED VIEW \"s\".\"t\" AS\nSELECT 1"),
                one(new DropView(T, true, true, true), "DROP MATERIALIZED VIEW IF EXISTS \"s\".\"t\" CASCADE"),
                one(
                        new CreateRoutine(routine, false),
                        "CREATE FUNCTION f",
                        "COMMENT ON FUNCTION \"s\".\"t\"(integer, text) IS 'it''s'"),
                one(
                        new DropRoutine(routine.key(), true, true),
                        "DROP FUNCTION IF EXISTS \"s\".\"t\"(integer, text) CASCADE"),
                one(
                        new CreateTrigger(
                                new Trigger(
                                        N,
                                        T,
                                        Trigger.Timing.BEFORE,
                                        Set.of(Trigger.Event.UPDATE, Trigger.Event.INSERT),
                                        Identifier.listOf("a", "b"),
                                        true,
                                        SqlText.verbatim("new.a > 0"),
                                        SqlText.verbatim("BEGIN x; END"),
                                        null,
                                        Options.NONE),
                                true),
                        "CREATE TRIGGER IF NOT EXISTS \"n\" BEFORE INSERT OR UPDATE OF \"a\", \"b\" ON \"s\".\"t\""
                                + " FOR EACH ROW WHEN (new.a > 0)\nBEGIN x; END"),
                one(new DropTrigger(T, N, true), "DROP TRIGGER IF EXISTS \"s\".\"n\""),
                one(new DropTrigger(null, N, false), "DROP TRIGGER \"n\""));
    }

    private static Arguments one(Operation operation, String... sql) {
        return Arguments.of(operation, List.of(sql));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anOperationIsRenderedAs(Operation operation, List<String> sql) {
        assertEquals(sql, Rendered.by(PlainDialect.withEverything(), operation));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void commentsAreLeftOutWhereThereAreNone(Operation operation, List<String> sql) {
        List<String> quiet = sql.stream().filter(s -> !s.startsWith("COMMENT")).toList();
        assertEquals(quiet, Rendered.by(PlainDialect.without(Capability.COMMENTS), operation));
    }
}
