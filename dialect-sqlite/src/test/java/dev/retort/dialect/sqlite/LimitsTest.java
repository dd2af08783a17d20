// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.RetortException;
import dev.retort.diagnostic.Severity;
import dev.retort.diagnostic.SourceLocation;
import dev.retort.dialect.Definitions;
import dev.retort.dialect.PlacedOperation;
import dev.retort.engine.replay.Replay;
import dev.retort.operation.AddCheck;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.Batch;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateSchema;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
import dev.retort.operation.CreateTrigger;
import dev.retort.operation.CreateView;
import dev.retort.operation.DropTable;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameTable;
import dev.retort.operation.SetTableComment;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.Deferrability;
import dev.retort.schema.Identifier;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.IndexPart;
import dev.retort.schema.Options;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Sequence;
import dev.retort.schema.SqlText;
import dev.retort.schema.Table;
import dev.retort.schema.TableBuilder;
import dev.retort.schema.Trigger;
import dev.retort.schema.View;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What SQLite cannot do is found before anything runs. */
class LimitsTest {

    private static final QualifiedName T = QualifiedName.of("t");
    private static final SourceLocation HERE = new SourceLocation("migration.yaml", 3, 5);

    private static List<Finding> check(String table, Operation operation) throws SQLException {
        try (TestDatabase database = table.isEmpty() ? TestDatabase.of() : TestDatabase.of(table)) {
            Schema before = database.schema();
            Schema after = Replay.after(before, List.of(operation));
            return database.dialect.ddl().check(new PlacedOperation(operation, HERE, before, after));
        }
    }

    private static void refused(String table, Operation operation, String words) throws SQLException {
        Finding finding = check(table, operation).stream()
                .filter(found -> found.severity() == Severity.ERROR)
                .findFirst()
                .orElseThrow(() -> new AssertionError("not refused: " + operation));
        assertEquals(ErrorCode.UNSUPPORTED, finding.code());
        assertEquals(HERE, finding.location());
        assertTrue(finding.message().contains(words), finding.message());
    }

    private static Table table(Column... columns) {
        return Table.of(T, List.of(columns));
    }

    @Test
    void kindsOfObjectsThatSqliteLacksAreRefused() throws SQLException {
        refused("", new CreateSchema(new Identifier("s"), false, null), "amespace");
        refused("", new CreateSequence(Sequence.of("s"), false), "equence");
        refused("", CreateTable.of(table(Column.of("a", new DataType.Array(new DataType.Integer())))), "array");
        View view = View.of("v", "SELECT 1");
        refused(
                "",
                new CreateView(new View(view.name(), List.of(), view.query(), true, null, Options.NONE), false),
                "aterialized");
    }

    @Test
    void identityIsForTheOneColumnOfAPrimaryKey() throws SQLException {
        Column numbered = Column.of("a", new DataType.BigInt()).withIdentity(Identity.DEFAULT);
        refused("", CreateTable.of(table(numbered)), "numbers only the one column of a primary key");
        TableBuilder keyed = table(numbered).toBuilder().primaryKey(PrimaryKey.of("a"));
        assertEquals(List.of(), check("", CreateTable.of(keyed.build())));
        Identity steps = new Identity(false, 1L, 2L, null, null, false, null);
        refused(
                "",
                CreateTable.of(
                        keyed.columns(List.of(numbered.withIdentity(steps))).build()),
                "steps of 1");
        Identity always = new Identity(true, null, null, null, null, false, null);
        List<Finding> findings = check(
                "",
                CreateTable.of(
                        keyed.columns(List.of(numbered.withIdentity(always))).build()));
        assertEquals(
                List.of(Severity.WARNING),
                findings.stream().map(Finding::severity).toList());
    }

    @Test
    void anIdentityMayStartElsewhere() throws SQLException {
        try (TestDatabase database = TestDatabase.of()) {
            Identity start = new Identity(false, 100L, null, null, null, false, null);
            database.run(CreateTable.of(
                    table(Column.of("a", new DataType.Integer()).withIdentity(start)).toBuilder()
                            .primaryKey(PrimaryKey.of("a"))
                            .build()));
            database.execute("INSERT INTO t DEFAULT VALUES");
            assertEquals("100", database.text("SELECT a FROM t"));
        }
    }

    @Test
    void strictTablesHaveStrictTypes() throws SQLException {
        Table strict = table(Column.of("a", new DataType.Native("NUMERIC"))).toBuilder()
                .options(Options.of("sqlite", "strict", true))
                .build();
        refused("", CreateTable.of(strict), "of a strict table must have one of the types");
    }

    @Test
    void whatCannotBeDeferredIsRefused() throws SQLException {
        CheckConstraint check = new CheckConstraint(
                null, SqlText.verbatim("a > 0"), Deferrability.INITIALLY_DEFERRED, true, Options.NONE);
        refused("CREATE TABLE t (a)", new AddCheck(T, check), "");
    }

    @Test
    void nullsStandFirstInIndexes() throws SQLException {
        IndexPart first =
                new IndexPart(IndexPart.column("a").key(), false, IndexPart.NullsOrder.FIRST, null, Options.NONE);
        IndexPart last = new IndexPart(first.key(), false, IndexPart.NullsOrder.LAST, null, Options.NONE);
        Index index = Index.of("i", "a");
        assertEquals(
                List.of(), check("CREATE TABLE t (a)", new CreateIndex(T, index.withParts(List.of(first)), false)));
        refused("CREATE TABLE t (a)", new CreateIndex(T, index.withParts(List.of(last)), false), "NULLs LAST");
    }

    @Test
    void aTriggerWatchesOneEventForEachRow() throws SQLException {
        Trigger both = new Trigger(
                new Identifier("tr"),
                T,
                Trigger.Timing.AFTER,
                Set.of(Trigger.Event.INSERT, Trigger.Event.UPDATE),
                List.of(),
                true,
                null,
                SqlText.verbatim("SELECT 1"),
                null,
                Options.NONE);
        refused("CREATE TABLE t (a)", new CreateTrigger(both, false), "one event only");
    }

    @Test
    void commentsAreLeftOutWithoutAWord() throws SQLException {
        assertEquals(List.of(), check("CREATE TABLE t (a)", new SetTableComment(T, "words")));
        AlterColumn comment = AlterColumn.of(T, new Identifier("a")).withComment("words");
        assertEquals(List.of(), check("CREATE TABLE t (a)", comment));
        try (TestDatabase database = TestDatabase.of("CREATE TABLE t (a)")) {
            assertEquals(List.of(), database.render(new SetTableComment(T, "words"), comment));
        }
    }

    @Test
    void unknownOptionsAreTold() throws SQLException {
        Table table = table(Column.of("a", new DataType.Integer())).toBuilder()
                .options(Options.of("sqlite", "strikt", true))
                .build();
        Finding finding = check("", CreateTable.of(table)).get(0);
        assertEquals(ErrorCode.BAD_OPTION, finding.code());
        assertTrue(finding.message().contains("strict, without_rowid"), finding.message());
    }

    @Test
    void aDroppedTableThatOthersReferToIsTold() throws SQLException {
        try (TestDatabase database = TestDatabase.of("CREATE TABLE t (a)", "CREATE TABLE u (x REFERENCES t)")) {
            Schema before = database.schema();
            List<Finding> findings =
                    database.dialect.ddl().check(new PlacedOperation(DropTable.of(T), HERE, before, Schema.EMPTY));
            assertTrue(findings.get(0).message().contains("[u] refer to it"), findings.toString());
        }
    }

    @Test
    void aBatchThatMustNotRecreateIsRefusedWhereItHasTo() throws SQLException {
        Operation change = AlterColumn.of(T, new Identifier("a")).withDefault(DefaultValue.of(1));
        Operation add = AddColumn.of(T, Column.of("b", new DataType.Integer()));
        refused(
                "CREATE TABLE t (a)",
                new Batch(T, List.of(change), Batch.Recreate.NEVER, Options.NONE),
                "only by making the table anew");
        assertEquals(
                List.of(), check("CREATE TABLE t (a)", new Batch(T, List.of(add), Batch.Recreate.NEVER, Options.NONE)));
    }

    @Test
    void aBatchCannotRenameItsTable() throws SQLException {
        Batch batch = new Batch(T, List.of(new RenameTable(T, new Identifier("u"))), Batch.Recreate.AUTO, Options.NONE);
        refused("CREATE TABLE t (a)", batch, "cannot rename it");
    }

    @Test
    void aBatchIsOneRebuildAndCanBeForced() throws SQLException {
        try (TestDatabase database = TestDatabase.of("CREATE TABLE t (a)", "INSERT INTO t VALUES (1)")) {
            Operation add = AddColumn.of(T, Column.of("b", new DataType.Integer()));
            Batch auto = new Batch(T, List.of(add), Batch.Recreate.AUTO, Options.NONE);
            assertEquals(List.of("ALTER TABLE \"t\" ADD COLUMN \"b\" INTEGER"), database.sql(auto));
            Batch always = new Batch(T, List.of(add), Batch.Recreate.ALWAYS, Options.NONE);
            assertTrue(database.sql(always).get(0).startsWith("CREATE TABLE \"_retort_new_t\""));
            database.run(always);
            assertEquals("1|null", database.text("SELECT * FROM t"));
        }
    }

    @Test
    void aTableOfWhichNothingIsKnownIsTold() throws SQLException {
        try (TestDatabase database = TestDatabase.of()) {
            Operation change = AlterColumn.of(T, new Identifier("a")).withDefault(DefaultValue.of(1));
            RetortException failure = org.junit.jupiter.api.Assertions.assertThrows(
                    RetortException.class,
                    () -> database.dialect
                            .ddl()
                            .render(
                                    List.of(new PlacedOperation(change, HERE, Schema.EMPTY, Schema.EMPTY)),
                                    Definitions.NONE));
            assertEquals(ErrorCode.UNKNOWN_SCHEMA, failure.findings().get(0).code());
        }
    }
}
