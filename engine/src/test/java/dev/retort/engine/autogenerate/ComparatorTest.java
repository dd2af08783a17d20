// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.autogenerate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.engine.replay.Replay;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AddForeignKey;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.CreateTable;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameColumn;
import dev.retort.schema.*;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ComparatorTest {

    private static final QualifiedName T = QualifiedName.of("t");
    private static final QualifiedName P = QualifiedName.of("p");

    private static Schema schema() {
        Table parent = new TableBuilder(P)
                .column(Column.of("id", new DataType.Integer()))
                .column(Column.of("other", new DataType.Integer()))
                .primaryKey(PrimaryKey.of("id"))
                .constraint(UniqueConstraint.of("uq_p", "other"))
                .build();
        Table table = new TableBuilder(T)
                .column(Column.of("a", new DataType.Integer()))
                .column(Column.of("b", new DataType.Varchar(10, TextAttributes.DEFAULT)))
                .column(Column.of("c", new DataType.Integer()))
                .primaryKey(PrimaryKey.of("a"))
                .constraint(UniqueConstraint.of("uq", "a", "b"))
                .constraint(ForeignKey.of("fk", Identifier.listOf("c"), P, Identifier.listOf("id")))
                .constraint(CheckConstraint.of("ck", "a > 0").withValidated(false))
                .constraint(exclusion("&&"))
                .index(Index.of("ix", "b", "c"))
                .build();
        SchemaBuilder builder = new SchemaBuilder()
                .table(parent)
                .table(table)
                .view(View.of("v", "SELECT a FROM t"))
                .view(View.of("w", "SELECT a FROM v"))
                .enumType(new EnumType(QualifiedName.of("e"), List.of("x", "y", "z"), null))
                .sequence(Sequence.of("s"))
                .routine(routine("CREATE FUNCTION f"))
                .trigger(trigger("BEGIN END"));
        builder.namespaces().add(new Identifier("ns"));
        return builder.build();
    }

    private static ExclusionConstraint exclusion(String operator) {
        return new ExclusionConstraint(
                new Identifier("ex"),
                List.of(new ExclusionConstraint.Element(IndexPart.column("a"), operator)),
                "gist",
                null,
                Deferrability.NOT_DEFERRABLE,
                Options.NONE);
    }

    private static Routine routine(String sql) {
        return new Routine(QualifiedName.of("f"), Routine.Kind.FUNCTION, "", SqlText.verbatim(sql), null);
    }

    private static Trigger trigger(String body) {
        return new Trigger(
                new Identifier("tr"),
                T,
                Trigger.Timing.AFTER,
                Set.of(Trigger.Event.UPDATE),
                Identifier.listOf("b"),
                true,
                null,
                SqlText.verbatim(body),
                null,
                Options.NONE);
    }

    private static Map<String, UnaryOperator<Column>> columnMutations() {
        Map<String, UnaryOperator<Column>> all = new LinkedHashMap<>();
        all.put("type", c -> c.withType(new DataType.BigInt()));
        all.put("length", c -> c.withType(new DataType.Varchar(11, TextAttributes.DEFAULT)));
        all.put("collation", c -> c.withType(new DataType.Varchar(10, TextAttributes.collate("C"))));
        all.put("nullable", c -> c.withNullable(false));
        all.put("default", c -> c.withDefault(DefaultValue.of(1)));
        all.put("default expression", c -> c.withDefault(DefaultValue.sql("1")));
        all.put("identity", c -> c.withIdentity(Identity.DEFAULT));
        all.put("generated", c -> c.withGenerated(new Generated(SqlText.verbatim("a + 1"), true)));
        all.put("comment", c -> c.withComment("words"));
        all.put("options", c -> c.withOptions(Options.of("d", "o", "v")));
        return all;
    }

    private static Map<String, UnaryOperator<Table>> tableMutations() {
        Map<String, UnaryOperator<Table>> all = new LinkedHashMap<>();
        columnMutations()
                .forEach((name, change) -> all.put(
                        "column " + name,
                        t -> t.toBuilder()
                                .mapColumns(c -> c.name().value().equals("b") ? change.apply(c) : c)
                                .build()));
        all.put(
                "new column",
                t -> t.toBuilder()
                        .column(Column.of("n", new DataType.Text(TextAttributes.DEFAULT)))
                        .build());
        all.put(
                "column gone",
                t -> new TableBuilder(T)
                        .column(t.columns().get(0))
                        .column(t.columns().get(1))
                        .primaryKey(t.primaryKey())
                        .build());
        all.put("key gone", t -> t.toBuilder().primaryKey(null).build());
        all.put(
                "key columns",
                t -> t.toBuilder().primaryKey(PrimaryKey.of("a", "b")).build());
        all.put(
                "key name",
                t -> t.toBuilder()
                        .primaryKey(PrimaryKey.of("a").withName(new Identifier("pk")))
                        .build());
        all.put(
                "key deferrability",
                t -> t.toBuilder()
                        .primaryKey(new PrimaryKey(
                                null, Identifier.listOf("a"), Deferrability.INITIALLY_DEFERRED, Options.NONE))
                        .build());
        all.put(
                "unique columns",
                t -> t.toBuilder()
                        .mapUniques(u -> UniqueConstraint.of("uq", "b", "a"))
                        .build());
        all.put(
                "unique name",
                t -> t.toBuilder().mapUniques(u -> u.withName(null)).build());
        all.put("foreign key name", t -> keys(t, k -> k.withName(null)));
        all.put(
                "foreign key columns",
                t -> keys(t, k -> k.withReference(Identifier.listOf("a"), P, k.referredColumns())));
        all.put("foreign key target", t -> keys(t, k -> k.withReference(k.columns(), P, Identifier.listOf("other"))));
        all.put("on delete", t -> keys(t, k -> k.withActions(ReferentialAction.CASCADE, k.onUpdate())));
        all.put("on update", t -> keys(t, k -> k.withActions(k.onDelete(), ReferentialAction.RESTRICT)));
        all.put("foreign key deferrability", t -> keys(t, k -> k.withDeferrability(Deferrability.INITIALLY_DEFERRED)));
        all.put("foreign key validated", t -> keys(t, k -> k.withValidated(false)));
        all.put(
                "check expression",
                t -> t.toBuilder()
                        .mapChecks(c -> CheckConstraint.of("ck", "a > 1"))
                        .build());
        all.put(
                "check validated",
                t -> t.toBuilder().mapChecks(c -> c.withValidated(true)).build());
        all.put(
                "check name",
                t -> t.toBuilder().mapChecks(c -> c.withName(null)).build());
        all.put(
                "exclusion operator",
                t -> t.toBuilder().mapExclusions(e -> exclusion("=")).build());
        all.put("exclusion gone", t -> t.toBuilder().mapExclusions(e -> null).build());
        all.put("index order", t -> indexes(t, i -> Index.of("ix", "c", "b")));
        all.put("index unique", t -> indexes(t, i -> i.withUnique(true)));
        all.put("index where", t -> indexes(t, i -> i.withWhere(SqlText.verbatim("c > 1"))));
        all.put("index name", t -> indexes(t, i -> i.withName(new Identifier("iy"))));
        all.put(
                "index direction",
                t -> indexes(t, i -> i.withParts(List.of(IndexPart.column("b").desc()))));
        all.put("index expression", t -> indexes(t, i -> i.withParts(List.of(IndexPart.expression("c + 1")))));
        all.put("index options", t -> indexes(t, i -> i.withOptions(Options.of("d", "using", "gin"))));
        all.put(
                "index comment",
                t -> indexes(t, i -> new Index(i.name(), i.parts(), false, null, "words", Options.NONE)));
        all.put("table comment", t -> t.toBuilder().comment("words").build());
        all.put(
                "table options",
                t -> t.toBuilder()
                        .options(Options.of("d", "engine", "x").with("d", "flag", true))
                        .build());
        return all;
    }

    private static Table keys(Table table, UnaryOperator<ForeignKey> change) {
        return table.toBuilder().mapForeignKeys(change::apply).build();
    }

    private static Table indexes(Table table, UnaryOperator<Index> change) {
        return table.toBuilder().mapIndexes(change::apply).build();
    }

    private static Map<String, UnaryOperator<SchemaBuilder>> mutations() {
        Map<String, UnaryOperator<SchemaBuilder>> all = new LinkedHashMap<>();
        tableMutations()
                .forEach((name, change) ->
                        all.put(name, b -> b.table(change.apply(b.tables().get(T)))));
        all.put("view query", b -> b.view(View.of("v", "SELECT a, b FROM t")));
        all.put(
                "view comment",
                b -> b.view(new View(
                        QualifiedName.of("v"),
                        List.of(),
                        SqlText.verbatim("SELECT a FROM t"),
                        false,
                        "words",
                        Options.NONE)));
        all.put(
                "view materialized",
                b -> b.view(new View(
                        QualifiedName.of("v"),
                        List.of(),
                        SqlText.verbatim("SELECT a FROM t"),
                        true,
                        null,
                        Options.NONE)));
        all.put("enum values", b -> b.enumType(new EnumType(QualifiedName.of("e"), List.of("w", "z", "x", "q"), null)));
        all.put("enum comment", b -> b.enumType(new EnumType(QualifiedName.of("e"), List.of("x", "y", "z"), "words")));
        all.put(
                "sequence",
                b -> b.sequence(new Sequence(
                        QualifiedName.of("s"),
                        new DataType.BigInt(),
                        3L,
                        2L,
                        1L,
                        99L,
                        true,
                        5L,
                        new Sequence.ColumnReference(T, new Identifier("a")),
                        "words")));
        all.put("routine", b -> b.routine(routine("CREATE FUNCTION f -- changed")));
        all.put("replaced routine", b -> b.routine(routine("CREATE OR REPLACE FUNCTION f")));
        all.put("trigger", b -> b.trigger(trigger("BEGIN SELECT 1; END")));
        for (String kind : List.of("namespaces", "views", "enums", "sequences", "routines", "triggers")) {
            all.put(kind + " gone", b -> without(b, kind));
        }
        all.put("table gone", b -> {
            b.tables().remove(T);
            b.views().clear();
            b.triggers().clear();
            return b;
        });
        all.put(
                "new table",
                b -> b.table(Table.of(QualifiedName.of("ns", "n"), List.of(Column.of("a", new DataType.Date())))));
        return all;
    }

    private static SchemaBuilder without(SchemaBuilder builder, String kind) {
        switch (kind) {
            case "namespaces" -> builder.namespaces().clear();
            case "views" -> builder.views().clear();
            case "enums" -> builder.enums().clear();
            case "sequences" -> builder.sequences().clear();
            case "routines" -> builder.routines().clear();
            default -> builder.triggers().clear();
        }
        return builder;
    }

    static Stream<String> mutationNames() {
        return mutations().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("mutationNames")
    void everyAttributeIsSeenAndSettled(String mutation) {
        Schema from = schema();
        Schema to = mutations().get(mutation).apply(schema().toBuilder()).build();
        assertLeads(from, to);
        assertLeads(to, from);
        assertLeads(Schema.EMPTY, to);
        assertLeads(to, Schema.EMPTY);
    }

    private static void assertLeads(Schema from, Schema to) {
        Comparison difference = new Comparator(false).compare(from, to);
        assertEquals(List.of(), difference.findings());
        assertFalse(difference.operations().isEmpty());
        Schema reached = Replay.after(from, difference.operations());
        assertTrue(
                ColumnOrder.equalWithout(to, reached), () -> "reached " + reached + " by " + difference.operations());
    }

    @Test
    void aCircleOfForeignKeysIsClosedAfterTheTables() {
        Table a = circle("a", "b");
        Table b = circle("b", "a");
        Table c = circle("c", "a");
        Schema to = new SchemaBuilder().tables(List.of(a, b, c)).build();
        List<Operation> operations =
                new Comparator(false).compare(Schema.EMPTY, to).operations();
        assertEquals(
                List.of("create_table", "create_table", "create_table", "add_foreign_key"),
                operations.stream().map(Operation::keyword).toList());
        assertEquals(
                QualifiedName.of("a"), ((CreateTable) operations.get(0)).table().name());
        assertEquals(QualifiedName.of("a"), ((AddForeignKey) operations.get(3)).table());
        List<Operation> drops = new Comparator(false).compare(to, Schema.EMPTY).operations();
        assertEquals(
                List.of("drop_constraint", "drop_table", "drop_table", "drop_table"),
                drops.stream().map(Operation::keyword).toList());
    }

    private static Table circle(String name, String other) {
        return new TableBuilder(QualifiedName.of(name))
                .column(Column.of("id", new DataType.Integer()))
                .column(Column.of("o", new DataType.Integer()))
                .primaryKey(PrimaryKey.of("id"))
                .constraint(
                        ForeignKey.of(null, Identifier.listOf("o"), QualifiedName.of(other), Identifier.listOf("id")))
                .build();
    }

    @Test
    void aColumnThatChangesCaseIsRenamed() {
        Table before = Table.of(T, List.of(Column.of("Name", new DataType.Date())));
        Table after = Table.of(T, List.of(Column.of("name", new DataType.Date())));
        assertEquals(
                List.of(new RenameColumn(T, new Identifier("Name"), new Identifier("name"))),
                new Comparator(false)
                        .compare(
                                new SchemaBuilder().table(before).build(),
                                new SchemaBuilder().table(after).build())
                        .operations());
    }

    @Test
    void aComputedColumnComesAfterTheColumnHasItsType() {
        Table before = Table.of(T, List.of(Column.of("a", new DataType.Varchar(9, TextAttributes.DEFAULT))));
        Table after = Table.of(
                T,
                List.of(
                        Column.of("n", new DataType.Integer())
                                .withGenerated(new Generated(SqlText.verbatim("a + 1"), true)),
                        Column.of("a", new DataType.Integer()),
                        Column.of("b", new DataType.Integer())));
        assertEquals(
                List.of("add_column b", "alter_column a", "add_column n"),
                new Comparator(false)
                                .compare(
                                        new SchemaBuilder().table(before).build(),
                                        new SchemaBuilder().table(after).build())
                                .operations()
                                .stream()
                                .map(operation -> operation instanceof AddColumn add
                                        ? add.keyword() + " " + add.column().name()
                                        : operation.keyword() + " " + ((AlterColumn) operation).column())
                                .toList());
    }

    @Test
    void optionsThatAreOffMakeNoDifference() {
        Table plain = Table.of(T, List.of(Column.of("a", new DataType.Date())));
        Table off = plain.toBuilder().options(Options.of("d", "flag", false)).build();
        assertTrue(new Comparator(false)
                .compare(
                        new SchemaBuilder().table(plain).build(),
                        new SchemaBuilder().table(off).build())
                .isEmpty());
    }

    @Test
    void otherObjectsAreCreatedAsTextAndNeverSilentlyLeft() {
        OtherObject other =
                new OtherObject(QualifiedName.of("fts"), "virtual table", SqlText.verbatim("CREATE VIRTUAL TABLE"));
        Schema with = new SchemaBuilder().other(other).build();
        assertEquals(
                1,
                new Comparator(false).compare(Schema.EMPTY, with).operations().size());
        assertEquals(
                1, new Comparator(false).compare(with, Schema.EMPTY).findings().size());
    }

    @Test
    void otherObjectsAreTakenAwayAsTheDialectSays() {
        SqlText definition = SqlText.verbatim("CREATE VIRTUAL TABLE");
        SqlText removal = SqlText.verbatim("DROP TABLE fts");
        OtherObject other = new OtherObject(QualifiedName.of("fts"), "virtual table", definition, removal);
        Schema with = new SchemaBuilder().other(other).build();
        assertEquals(
                List.of(new Execute(definition, List.of(), removal)),
                new Comparator(false).compare(Schema.EMPTY, with).operations());
        assertEquals(
                List.of(new Execute(removal, List.of(), definition)),
                new Comparator(false).compare(with, Schema.EMPTY).operations());
    }
}
