// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import static dev.retort.dialect.postgres.PostgresOptions.DIALECT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.dialect.Statement;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AddExclusion;
import dev.retort.operation.AddForeignKey;
import dev.retort.operation.AddUnique;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.AlterEnum;
import dev.retort.operation.Batch;
import dev.retort.operation.ColumnPosition;
import dev.retort.operation.ConstraintSelector;
import dev.retort.operation.CreateEnum;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateRoutine;
import dev.retort.operation.CreateTable;
import dev.retort.operation.CreateTrigger;
import dev.retort.operation.CreateView;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropEnum;
import dev.retort.operation.DropIndex;
import dev.retort.operation.DropTable;
import dev.retort.operation.EnumChange;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameTable;
import dev.retort.operation.ReplaceView;
import dev.retort.operation.ValidateConstraint;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
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
import dev.retort.schema.Options;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Routine;
import dev.retort.schema.SqlText;
import dev.retort.schema.Table;
import dev.retort.schema.TableBuilder;
import dev.retort.schema.TextAttributes;
import dev.retort.schema.Trigger;
import dev.retort.schema.UniqueConstraint;
import dev.retort.schema.View;
import dev.retort.testkit.server.ServerKind;
import dev.retort.testkit.server.TestServers;
import dev.retort.testkit.server.TestServersExtension;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestServersExtension.class)
class FeaturesTest {

    private static final QualifiedName T = QualifiedName.of("t");
    private static final DataType INTEGER = new DataType.Integer();
    private static final DataType TEXT = new DataType.Text(TextAttributes.DEFAULT);
    private static final QualifiedName MOOD = QualifiedName.of("mood");

    private Live live;

    @BeforeEach
    void open(TestServers servers) throws Exception {
        live = new Live(servers.get(ServerKind.POSTGRES));
    }

    @AfterEach
    void close() throws SQLException {
        live.close();
    }

    private static TableBuilder table(Column... columns) {
        return new TableBuilder(T).columns(List.of(columns));
    }

    private static Identifier name(String name) {
        return new Identifier(name);
    }

    private static Options option(String name, Object value) {
        return Options.of(DIALECT, name, value);
    }

    @Test
    void anEnumTypeComesBeforeItsTableAndGoesAfterIt() throws Exception {
        live.run(
                new CreateEnum(new EnumType(MOOD, List.of("sad", "ok"), "how"), false),
                CreateTable.of(table(Column.of("m", new DataType.Enum(MOOD, List.of()))
                                .withDefault(DefaultValue.of("ok")))
                        .build()));
        live.recreates();
        live.run(DropTable.of(T), new DropEnum(MOOD, false, false));
    }

    @Test
    void anAddedColumnUsesAnEnumType() throws Exception {
        live.run(
                CreateTable.of(table(Column.of("id", INTEGER)).build()),
                new CreateEnum(new EnumType(MOOD, List.of("sad"), null), false),
                new AddColumn(
                        T,
                        Column.of("m", new DataType.Enum(MOOD, List.of())),
                        ColumnPosition.LAST,
                        null,
                        false,
                        false));
    }

    @Test
    void enumValuesAreAddedAndRenamedInTheirPlace() throws Exception {
        live.run(
                new CreateEnum(new EnumType(MOOD, List.of("sad", "ok"), null), false),
                new AlterEnum(MOOD, new EnumChange.AddValue("happy", null, null, false)),
                new AlterEnum(MOOD, new EnumChange.AddValue("awful", "sad", null, false)),
                new AlterEnum(MOOD, new EnumChange.AddValue("fine", null, "ok", false)),
                new AlterEnum(MOOD, new EnumChange.RenameValue("ok", "o'kay")));
        assertEquals(
                List.of("awful", "sad", "o'kay", "fine", "happy"),
                live.inspect().enums().get(MOOD).values());
    }

    @Test
    void aNewEnumValueEndsItsTransactionAndCanBeAddedAgain() throws Exception {
        live.run(new CreateEnum(new EnumType(MOOD, List.of("sad"), null), false));
        List<Statement> statements =
                live.statements(new AlterEnum(MOOD, new EnumChange.AddValue("happy", null, null, false)));
        Statement.Sql add = (Statement.Sql) statements.get(0);
        assertEquals(Statement.Placement.AUTOCOMMIT, add.placement());
        live.execute(add.sql());
        live.execute(add.sql());
    }

    @Test
    void anEnumWithoutNameIsRefused() {
        var findings = live.findings(CreateTable.of(
                table(Column.of("m", new DataType.Enum(null, List.of("a")))).build()));
        assertTrue(findings.get(0).message().contains("must have a name"), findings.toString());
    }

    @Test
    void indexesKeepEverythingThatIsSaidOfThem() throws Exception {
        Index covering = new Index(
                name("ix_covering"),
                List.of(IndexPart.column("b").desc()),
                true,
                SqlText.verbatim("a > 0"),
                "an index",
                option("include", List.of("a"))
                        .with(DIALECT, "with", List.of("fillfactor=70"))
                        .with(DIALECT, "nulls_not_distinct", true));
        Index pattern = new Index(
                name("ix_pattern"),
                List.of(new IndexPart(
                        new IndexKey.OfColumn(name("b")),
                        false,
                        IndexPart.NullsOrder.FIRST,
                        "C",
                        option("operator_class", "text_pattern_ops"))),
                false,
                null,
                null,
                Options.NONE);
        Index expression = new Index(
                name("ix_expression"),
                List.of(IndexPart.expression("lower(b)"), IndexPart.expression("a + 1")),
                false,
                null,
                null,
                Options.NONE);
        Index hash = Index.of("ix_hash", "b").withOptions(option("using", "hash"));
        Index gin = Index.of("ix_gin", "j").withOptions(option("using", "gin"));
        live.run(
                CreateTable.of(
                        table(Column.of("a", INTEGER), Column.of("b", TEXT), Column.of("j", new DataType.Json(true)))
                                .build()),
                new CreateIndex(T, covering, false),
                new CreateIndex(T, pattern, false),
                new CreateIndex(T, expression, false),
                new CreateIndex(T, hash, false),
                new CreateIndex(T, gin, false));
        live.recreates();
    }

    @Test
    void aConcurrentIndexRunsOutsideTheTransaction() throws Exception {
        Index index = Index.of("ix_a", "a").withOptions(option("concurrently", true));
        live.run(CreateTable.of(table(Column.of("a", INTEGER)).build()));
        for (Statement statement : live.statements(new CreateIndex(T, index, false))) {
            assertEquals(Statement.Placement.AUTOCOMMIT, ((Statement.Sql) statement).placement());
        }
        live.run(new CreateIndex(T, index, false));
        DropIndex drop = new DropIndex(T, QualifiedName.of("ix_a"), false, false, option("concurrently", true));
        assertEquals(
                Statement.Placement.AUTOCOMMIT,
                ((Statement.Sql) live.statements(drop).get(0)).placement());
        live.run(drop);
    }

    @Test
    void anInvalidIndexThatAFailureLeftIsFoundAndBuiltAgain() throws Exception {
        live.run(CreateTable.of(table(Column.of("a", INTEGER)).build()));
        live.execute("INSERT INTO t VALUES (1), (1)");
        Index index = Index.of("ix_a", "a").withUnique(true).withOptions(option("concurrently", true));
        List<String> statements = live.sql(new CreateIndex(T, index, false));
        live.execute(statements.get(0));
        assertThrows(SQLException.class, () -> live.execute(statements.get(1)));
        assertTrue(live.inspection().findings().get(0).message().contains("ix_a is invalid"));
        live.execute("DELETE FROM t");
        live.run(new CreateIndex(T, index, false));
        assertEquals(List.of(), live.inspection().findings());
    }

    @Test
    void exclusionConstraintsAreReadBack() throws Exception {
        ExclusionConstraint exclusion = new ExclusionConstraint(
                name("no_overlap"),
                List.of(new ExclusionConstraint.Element(IndexPart.column("during"), "&&")),
                "gist",
                SqlText.verbatim("NOT cancelled"),
                Deferrability.INITIALLY_DEFERRED,
                Options.NONE);
        live.run(
                CreateTable.of(table(
                                Column.of("during", new DataType.Native("tsrange")),
                                Column.of("cancelled", new DataType.Boolean()))
                        .build()),
                new AddExclusion(T, exclusion));
        live.recreates();
    }

    @Test
    void aConstraintThatIsNotValidatedStaysSoUntilItIs() throws Exception {
        CheckConstraint check = CheckConstraint.of("ck", "a > 0").withValidated(false);
        ForeignKey key = ForeignKey.of("fk", Identifier.listOf("a"), QualifiedName.of("u"), Identifier.listOf("id"))
                .withValidated(false);
        Table referred = new TableBuilder(QualifiedName.of("u"))
                .column(Column.of("id", INTEGER).withNullable(false))
                .primaryKey(PrimaryKey.of("id"))
                .build();
        live.run(
                CreateTable.of(referred),
                CreateTable.of(table(Column.of("a", INTEGER)).constraint(check).build()),
                new AddForeignKey(T, key));
        live.recreates();
        live.run(new ValidateConstraint(T, name("ck")), new ValidateConstraint(T, name("fk")));
    }

    @Test
    void uniqueConstraintsKeepTheirOptions() throws Exception {
        UniqueConstraint unique = new UniqueConstraint(
                name("uq"),
                Identifier.listOf("a"),
                Deferrability.NOT_DEFERRABLE,
                option("nulls_not_distinct", true).with(DIALECT, "include", List.of("b")));
        live.run(
                CreateTable.of(
                        table(Column.of("a", INTEGER), Column.of("b", INTEGER)).build()),
                new AddUnique(T, unique));
        live.recreates();
    }

    @Test
    void aTypeChangeKeepsTheDefaultThatCannotBeCast() throws Exception {
        live.run(CreateTable.of(table(Column.of("a", TEXT)
                        .withDefault(DefaultValue.of("5"))
                        .withNullable(false)
                        .withComment("number"))
                .build()));
        live.execute("INSERT INTO t VALUES ('7')");
        live.run(AlterColumn.of(T, name("a")).withType(INTEGER));
        assertEquals(DefaultValue.of(5), live.table("t").columns().get(0).defaultValue());
        assertEquals("7", live.value("SELECT a FROM t"));
    }

    @Test
    void usingSaysHowValuesAreConverted() throws Exception {
        live.run(CreateTable.of(table(Column.of("a", new DataType.Boolean())).build()));
        live.execute("INSERT INTO t VALUES (true), (false)");
        live.run(AlterColumn.of(T, name("a"))
                .withType(new DataType.BigInt())
                .withUsing(SqlText.verbatim("CASE WHEN a THEN 10 ELSE 20 END")));
        assertEquals("10,20", live.value("SELECT a FROM t ORDER BY 1"));
    }

    @Test
    void aChangeOfTypeWithoutCastIsRefusedWithAHint() throws Exception {
        live.run(CreateTable.of(table(Column.of("a", new DataType.Uuid())).build()));
        var findings = live.findings(AlterColumn.of(T, name("a")).withType(INTEGER));
        assertTrue(findings.get(0).message().contains("no cast"), findings.toString());
        assertTrue(String.valueOf(findings.get(0).hint()).contains("using"), findings.toString());
    }

    @Test
    void anIdentityIsAddedChangedAndDropped() throws Exception {
        live.run(
                CreateTable.of(table(Column.of("a", INTEGER)).build()),
                AlterColumn.of(T, name("a")).withNullable(false).withIdentity(Identity.DEFAULT));
        live.run(AlterColumn.of(T, name("a")).withIdentity(new Identity(true, 100L, 10L, null, 1000L, true, 5L)));
        live.recreates();
        live.run(AlterColumn.of(T, name("a")).withIdentity(Identity.DEFAULT));
        live.run(AlterColumn.of(T, name("a")).withIdentity(null));
    }

    @Test
    void serialIsAnIntegerWithASequence() throws Exception {
        live.run(CreateTable.of(table(Column.of("id", new DataType.Native("bigserial")), Column.of("a", TEXT))
                .build()));
        live.execute("INSERT INTO t (a) VALUES ('x')");
        assertEquals("1", live.value("SELECT id FROM t"));
        assertEquals(new DataType.BigInt(), live.table("t").columns().get(0).type());
        live.recreates();
    }

    @Test
    void aComputedColumnChangesAndKeepsItsIndex() throws Exception {
        Column computed =
                Column.of("b", new DataType.BigInt()).withGenerated(new Generated(SqlText.verbatim("a + 1"), true));
        live.run(CreateTable.of(table(Column.of("a", INTEGER), computed)
                .index(Index.of("ix_b", "b"))
                .build()));
        live.execute("INSERT INTO t VALUES (1)");
        live.run(AlterColumn.of(T, name("b")).withGenerated(new Generated(SqlText.verbatim("a * 10"), true)));
        assertEquals("10", live.value("SELECT b FROM t"));
        live.run(AlterColumn.of(T, name("b")).withGenerated(null));
        assertEquals("10", live.value("SELECT b FROM t"));
    }

    @Test
    void typesWithoutAModelAreReadAsTheyAre() throws Exception {
        live.execute("CREATE DOMAIN positive AS integer CHECK (value > 0)");
        live.execute("CREATE TYPE pair AS (a integer, b text)");
        live.run(CreateTable.of(table(
                        Column.of("a", new DataType.Native("positive")),
                        Column.of("b", new DataType.Native("int4range")),
                        Column.of("c", new DataType.Native("INET")),
                        Column.of("d", new DataType.Native("varbit(5)")),
                        Column.of("e", new DataType.Native("bit(3)")),
                        Column.of("f", new DataType.Native("pair")),
                        Column.of("g", new DataType.Native("macaddr")),
                        Column.of("h", new DataType.Native("tsvector")),
                        Column.of("i", new DataType.Native("int8")),
                        Column.of("j", new DataType.Array(new DataType.Varchar(5, TextAttributes.DEFAULT))))
                .build()));
        assertEquals(new DataType.BigInt(), live.table("t").columns().get(8).type());
    }

    @Test
    void tableOptionsAreReadBackAndChanged() throws Exception {
        Options options = option("unlogged", true)
                .with(DIALECT, "with", List.of("fillfactor=60", "autovacuum_enabled=false"))
                .with(DIALECT, "row_security", true)
                .with(DIALECT, "policies", List.of("\"own rows\" FOR SELECT USING ((a > 0))"));
        live.run(CreateTable.of(table(Column.of("a", INTEGER)).options(options).build()));
        live.recreates();
        live.run(new Batch(
                T,
                List.of(),
                Batch.Recreate.AUTO,
                option("unlogged", false)
                        .with(DIALECT, "with", List.of("fillfactor=80"))
                        .with(DIALECT, "row_security", false)
                        .with(DIALECT, "policies", List.of())));
    }

    @Test
    void partitionsAndInheritanceAreReadAsTheyAre() throws Exception {
        Table parent = new TableBuilder(QualifiedName.of("events"))
                .column(Column.of("id", INTEGER))
                .column(Column.of("a", TEXT))
                .options(option("partition_by", "RANGE (id)"))
                .build();
        Table partition = new TableBuilder(QualifiedName.of("events_1"))
                .options(option("partition_of", "events FOR VALUES FROM (1) TO (100)"))
                .build();
        Table base = table(Column.of("a", INTEGER)).build();
        Table child = new TableBuilder(QualifiedName.of("t_child"))
                .column(Column.of("b", TEXT))
                .options(option("inherits", List.of("t")))
                .build();
        live.run(CreateTable.of(parent), CreateTable.of(partition), CreateTable.of(base), CreateTable.of(child));
        live.execute("INSERT INTO events VALUES (5, 'x')");
        assertEquals("1", live.value("SELECT count(*) FROM events_1"));
        live.recreates();
    }

    @Test
    void columnsKeepStorageCompressionAndStatistics() throws Exception {
        Column column = Column.of("a", TEXT)
                .withOptions(option("storage", "external")
                        .with(DIALECT, "compression", "pglz")
                        .with(DIALECT, "statistics", 500));
        live.run(CreateTable.of(table(column).build()));
        live.run(AlterColumn.of(T, name("a"))
                .withOptions(option("storage", "main").with(DIALECT, "statistics", 10)));
        live.recreates();
    }

    @Test
    void alterationsOfOneTableBecomeOneStatement() throws Exception {
        live.run(CreateTable.of(table(Column.of("a", INTEGER), Column.of("b", INTEGER), Column.of("c", INTEGER))
                .build()));
        List<String> statements = live.sql(
                DropColumn.of(T, name("c")),
                AlterColumn.of(T, name("a")).withType(new DataType.BigInt()).withNullable(false),
                AlterColumn.of(T, name("b")).withType(TEXT),
                new AddColumn(T, Column.of("d", INTEGER), ColumnPosition.LAST, null, false, false),
                new AddUnique(T, UniqueConstraint.of("uq", "d")));
        assertEquals(1, statements.size(), statements.toString());
        live.run(
                DropColumn.of(T, name("c")),
                AlterColumn.of(T, name("a")).withType(new DataType.BigInt()).withNullable(false),
                AlterColumn.of(T, name("b")).withType(TEXT),
                new AddColumn(T, Column.of("d", INTEGER), ColumnPosition.LAST, null, false, false),
                new AddUnique(T, UniqueConstraint.of("uq", "d")));
    }

    @Test
    void unnamedConstraintsHaveTheNamesThatPostgresGives() throws Exception {
        live.execute("CREATE TABLE t (id integer PRIMARY KEY, a integer UNIQUE CHECK (a > 0), b integer REFERENCES t,"
                + " CHECK (a > b), UNIQUE (a, b))");
        Table read = live.table("t");
        live.execute("DROP TABLE t");
        live.run(CreateTable.of(
                table(Column.of("id", INTEGER).withNullable(false), Column.of("a", INTEGER), Column.of("b", INTEGER))
                        .primaryKey(PrimaryKey.of("id"))
                        .constraint(UniqueConstraint.of(null, "a"))
                        .constraint(UniqueConstraint.of(null, "a", "b"))
                        .constraint(CheckConstraint.of(null, "a > 0"))
                        .constraint(CheckConstraint.of(null, "a > b"))
                        .constraint(ForeignKey.of(null, Identifier.listOf("b"), T, List.of()))
                        .build()));
        assertEquals(read, live.table("t"));
    }

    @Test
    void longNamesAreCutAsPostgresCutsThem() throws Exception {
        String column = "a_column_with_a_very_long_name_that_goes_on_and_on_and_on";
        String name = "a_table_with_a_name_that_is_not_short_either_x";
        live.execute("CREATE TABLE " + name + " (" + column + " integer UNIQUE CHECK (" + column + " > 0))");
        Table read = live.table(name);
        live.execute("DROP TABLE " + name);
        live.run(CreateTable.of(new TableBuilder(QualifiedName.of(name))
                .column(Column.of(column, INTEGER))
                .constraint(UniqueConstraint.of(null, column))
                .constraint(CheckConstraint.of(null, column + " > 0"))
                .build()));
        assertEquals(read, live.table(name));
    }

    @Test
    void unnamedConstraintsFollowRenamesAndCanBeDropped() throws Exception {
        live.run(
                CreateTable.of(table(Column.of("id", INTEGER).withNullable(false), Column.of("a", INTEGER))
                        .primaryKey(PrimaryKey.of("id"))
                        .constraint(UniqueConstraint.of(null, "a"))
                        .constraint(CheckConstraint.of(null, "a > 0"))
                        .constraint(CheckConstraint.of(null, "a < 100"))
                        .build()),
                new RenameColumn(T, name("a"), name("b")),
                new RenameTable(T, name("u")));
        QualifiedName u = QualifiedName.of("u");
        assertEquals("u_pkey", String.valueOf(live.table("u").primaryKey().name()));
        live.run(
                new DropConstraint(u, new ConstraintSelector.UniqueOn(Identifier.listOf("b")), false, false),
                new DropConstraint(u, new ConstraintSelector.ThePrimaryKey(), false, false));
    }

    @Test
    void aDroppedPrimaryKeyGivesBackNullability() throws Exception {
        live.run(
                CreateTable.of(table(Column.of("id", INTEGER))
                        .primaryKey(PrimaryKey.of("id"))
                        .build()),
                new DropConstraint(T, new ConstraintSelector.ThePrimaryKey(), false, false));
        assertTrue(live.table("t").columns().get(0).nullable());
    }

    @Test
    void functionsProceduresAndTriggersAreReadBack() throws Exception {
        Routine touch = new Routine(
                QualifiedName.of("touch"),
                Routine.Kind.FUNCTION,
                "",
                SqlText.verbatim(
                        "CREATE OR REPLACE FUNCTION touch() RETURNS trigger AS $$\nBEGIN\n  NEW.a := 1; RETURN NEW;\nEND;\n$$ LANGUAGE plpgsql"),
                "touches");
        Routine sum = new Routine(
                QualifiedName.of("sum_of"),
                Routine.Kind.FUNCTION,
                "a int, b int",
                SqlText.verbatim(
                        "create function sum_of(a int, b int) returns int language sql immutable strict as 'SELECT a + b'"),
                null);
        Routine clean = new Routine(
                QualifiedName.of("clean"),
                Routine.Kind.PROCEDURE,
                "IN keep integer",
                SqlText.verbatim(
                        "CREATE PROCEDURE clean(IN keep integer) LANGUAGE sql AS 'DELETE FROM t WHERE a > keep'"),
                null);
        Trigger trigger = new Trigger(
                name("tr"),
                T,
                Trigger.Timing.BEFORE,
                Set.of(Trigger.Event.INSERT, Trigger.Event.UPDATE),
                Identifier.listOf("a"),
                true,
                SqlText.verbatim("NEW.a > 5"),
                SqlText.verbatim("EXECUTE PROCEDURE touch()"),
                "a trigger",
                Options.NONE);
        live.run(
                CreateTable.of(table(Column.of("a", INTEGER)).build()),
                new CreateRoutine(touch, false),
                new CreateRoutine(sum, false),
                new CreateTrigger(trigger, false));
        live.execute("INSERT INTO t VALUES (9), (3)");
        assertEquals("1,3", live.value("SELECT a FROM t ORDER BY a"));
        live.execute(live.sql(new CreateRoutine(clean, false)).get(0));
        assertTrue(live.inspect().routines().keySet().stream().anyMatch(key -> key.kind() == Routine.Kind.PROCEDURE));
    }

    @Test
    void constraintTriggersAndTransitionTablesAreReadBack() throws Exception {
        Trigger deferred = new Trigger(
                name("tr_c"),
                T,
                Trigger.Timing.AFTER,
                Set.of(Trigger.Event.INSERT),
                List.of(),
                true,
                null,
                SqlText.verbatim("EXECUTE FUNCTION law.noop()"),
                null,
                option("constraint", "deferred"));
        Trigger each = new Trigger(
                name("tr_s"),
                T,
                Trigger.Timing.AFTER,
                Set.of(Trigger.Event.UPDATE),
                List.of(),
                false,
                null,
                SqlText.verbatim("EXECUTE FUNCTION law.noop()"),
                null,
                option("old_table", "before").with(DIALECT, "new_table", "after"));
        live.run(
                CreateTable.of(table(Column.of("a", INTEGER)).build()),
                new CreateTrigger(deferred, false),
                new CreateTrigger(each, false));
        live.recreates();
    }

    @Test
    void aViewIsReplacedOrMadeAnewAsItsColumnsAllow() throws Exception {
        live.run(
                CreateTable.of(
                        table(Column.of("a", INTEGER), Column.of("b", TEXT)).build()),
                new CreateView(View.of("v", "SELECT a FROM t"), false));
        ReplaceView wider = new ReplaceView(View.of("v", "SELECT a, b FROM t"));
        assertTrue(live.sql(wider).get(0).startsWith("CREATE OR REPLACE VIEW"));
        live.run(wider);
        ReplaceView other = new ReplaceView(View.of("v", "SELECT b FROM t"));
        assertTrue(live.sql(other).get(0).startsWith("DROP VIEW"));
        live.run(other);
    }

    @Test
    void viewOptionsAreReadBack() throws Exception {
        View checked = new View(
                QualifiedName.of("v"),
                List.of(),
                SqlText.verbatim("SELECT a FROM t WHERE a > 0"),
                false,
                "a view",
                option("check_option", "cascaded").with(DIALECT, "security_barrier", true));
        live.run(CreateTable.of(table(Column.of("a", INTEGER)).build()), new CreateView(checked, false));
        live.recreates();
    }

    @Test
    void unknownOptionsAreToldWithWhatWasMeant() {
        var findings = live.findings(CreateTable.of(table(Column.of("a", INTEGER))
                .options(option("tabelspace", "x"))
                .build()));
        assertTrue(String.valueOf(findings.get(0).hint()).contains("tablespace"), findings.toString());
    }

    @Test
    void objectsOfExtensionsAreLeftOut() throws Exception {
        live.execute("CREATE TABLE mine (a integer)");
        live.execute("DO $$ BEGIN CREATE EXTENSION IF NOT EXISTS pg_stat_statements SCHEMA public;"
                + " EXCEPTION WHEN OTHERS THEN NULL; END $$");
        assertEquals(Set.of(QualifiedName.of("mine")), live.inspect().tables().keySet());
        assertEquals(Set.of(), live.inspect().views().keySet());
        assertEquals(Set.of(), live.inspect().routines().keySet());
    }
}
