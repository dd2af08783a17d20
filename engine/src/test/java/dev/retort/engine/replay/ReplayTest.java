// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.Severity;
import dev.retort.diagnostic.SourceLocation;
import dev.retort.operation.*;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.EnumType;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Generated;
import dev.retort.schema.Identifier;
import dev.retort.schema.Index;
import dev.retort.schema.IndexPart;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlText;
import dev.retort.schema.Table;
import dev.retort.schema.TableBuilder;
import dev.retort.schema.UniqueConstraint;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReplayTest {

    private static final QualifiedName USERS = QualifiedName.of("users");
    private static final QualifiedName POSTS = QualifiedName.of("posts");
    private final Replay replay = new Replay(ReplayState.EMPTY);
    private int line;

    private static Column column(String name) {
        return Column.of(name, new DataType.Integer());
    }

    private static Table users() {
        return new TableBuilder(USERS)
                .column(column("id"))
                .column(column("age"))
                .column(column("size"))
                .column(column("twice").withGenerated(new Generated(SqlText.verbatim("age * 2"), true)))
                .primaryKey(PrimaryKey.of("id"))
                .constraint(UniqueConstraint.of("uq", "age", "size"))
                .constraint(CheckConstraint.of("ck", "users.age > 0 AND 'age' <> size(\"age\") -- age"))
                .index(new Index(
                        new Identifier("ix"),
                        List.of(IndexPart.column("age"), IndexPart.expression("age + 1")),
                        false,
                        SqlText.verbatim("\"age\" > 3"),
                        null,
                        dev.retort.schema.Options.NONE))
                .build();
    }

    private static Table posts() {
        return new TableBuilder(POSTS)
                .column(column("id"))
                .column(column("author"))
                .constraint(ForeignKey.of("fk", Identifier.listOf("author"), USERS, Identifier.listOf("id")))
                .build();
    }

    private ReplayTest apply(Operation operation) {
        replay.apply(operation, new SourceLocation("a.yaml", ++line, 1));
        return this;
    }

    private Table table(QualifiedName name) {
        return replay.state().schema().tables().get(name);
    }

    private List<String> codes() {
        return replay.findings().stream()
                .map(f -> f.code() + " " + f.severity() + " " + f.location())
                .toList();
    }

    @Test
    void everyContradictionIsFoundAtItsPlace() {
        apply(CreateTable.of(users()));
        apply(DropTable.of(QualifiedName.of("user")));
        apply(CreateTable.of(users()));
        apply(DropColumn.of(USERS, new Identifier("agge")));
        apply(new AddPrimaryKey(USERS, PrimaryKey.of("id")));
        apply(new RenameColumn(USERS, new Identifier("id"), new Identifier("age")));
        apply(new DropView(USERS, false, false, false));
        apply(new DropIndex(null, QualifiedName.of("uq"), false, false, dev.retort.schema.Options.NONE));
        assertEquals(
                List.of(
                        "NO_SUCH_OBJECT ERROR a.yaml:2:1",
                        "OBJECT_EXISTS ERROR a.yaml:3:1",
                        "NO_SUCH_OBJECT ERROR a.yaml:4:1",
                        "INVALID_OPERATION ERROR a.yaml:5:1",
                        "OBJECT_EXISTS ERROR a.yaml:6:1",
                        "INVALID_OPERATION ERROR a.yaml:7:1",
                        "INVALID_OPERATION ERROR a.yaml:8:1"),
                codes());
        assertEquals("Did you mean 'users'?", replay.findings().get(0).hint());
        assertEquals("Did you mean 'age'?", replay.findings().get(2).hint());
    }

    @Test
    void whatMayBeMissingOrThereIsNoMistake() {
        apply(CreateTable.of(users()));
        apply(new CreateTable(users(), true, List.of()));
        apply(new DropTable(POSTS, true, false, dev.retort.schema.Options.NONE));
        apply(new DropColumn(USERS, new Identifier("x"), true, false, dev.retort.schema.Options.NONE));
        apply(new AddColumn(USERS, column("age"), ColumnPosition.LAST, null, false, true));
        apply(new DropConstraint(USERS, ConstraintSelector.named("x"), true, false));
        assertEquals(List.of(), replay.findings());
    }

    @Test
    void aForeignKeyToNothingIsOnlyDoubtful() {
        apply(CreateTable.of(posts()));
        assertEquals(List.of("INVALID_OPERATION WARNING a.yaml:1:1"), codes());
    }

    @Test
    void theLastColumnStays() {
        apply(CreateTable.of(Table.of(USERS, List.of(column("id")))));
        apply(DropColumn.of(USERS, new Identifier("id")));
        assertEquals(List.of("INVALID_OPERATION ERROR a.yaml:2:1"), codes());
        assertEquals(1, table(USERS).columns().size());
    }

    @Test
    void aRenamedColumnIsFollowedByWhatUsesIt() {
        apply(CreateTable.of(users()));
        apply(new RenameColumn(USERS, new Identifier("age"), new Identifier("years")));
        Table table = table(USERS);
        assertEquals(Identifier.listOf("years", "size"), table.uniques().get(0).columns());
        assertEquals(
                "users.years > 0 AND 'age' <> size(\"years\") -- age",
                table.checks().get(0).expression().toString());
        assertEquals(
                "years * 2",
                table.column(new Identifier("twice"))
                        .orElseThrow()
                        .generated()
                        .expression()
                        .toString());
        Index index = table.indexes().get(0);
        assertEquals(List.of(IndexPart.column("years"), IndexPart.expression("years + 1")), index.parts());
        assertEquals(SqlText.verbatim("\"years\" > 3"), index.where());
    }

    @Test
    void aRenamedTableIsFollowedByForeignKeysAndItsOwnChecks() {
        apply(CreateTable.of(users()));
        apply(CreateTable.of(posts()));
        apply(new RenameTable(USERS, new Identifier("people")));
        QualifiedName people = QualifiedName.of("people");
        assertEquals(people, table(POSTS).foreignKeys().get(0).referredTable());
        assertTrue(table(people).checks().get(0).expression().toString().startsWith("people.age"));
        apply(new RenameColumn(people, new Identifier("id"), new Identifier("key")));
        assertEquals(Identifier.listOf("key"), table(POSTS).foreignKeys().get(0).referredColumns());
        assertEquals(List.of(), replay.findings());
    }

    @Test
    void aColumnThatOthersNeedGoesOnlyWithACascade() {
        apply(CreateTable.of(users()));
        apply(DropColumn.of(USERS, new Identifier("age")));
        Finding finding = replay.findings().get(0);
        assertEquals(ErrorCode.INVALID_OPERATION, finding.code());
        assertTrue(finding.message().contains("unique uq, generated column twice"), finding.message());
        Replay cascading = new Replay(ReplayState.EMPTY)
                .apply(CreateTable.of(users()), SourceLocation.NONE)
                .apply(
                        new DropColumn(USERS, new Identifier("age"), false, true, dev.retort.schema.Options.NONE),
                        SourceLocation.NONE);
        assertEquals(List.of(), cascading.findings());
        Table table = cascading.state().schema().tables().get(USERS);
        assertEquals(List.of(column("id"), column("size")), table.columns());
        assertTrue(table.uniques().isEmpty()
                && table.indexes().isEmpty()
                && table.checks().isEmpty());
    }

    @Test
    void afterAnOpaqueStatementAMissingNameIsNoMistake() {
        apply(CreateTable.of(users()));
        apply(Execute.of("DO $$ whatever $$"));
        apply(new AddColumn(POSTS, column("x"), ColumnPosition.LAST, null, false, false));
        assertEquals(List.of("UNKNOWN_SCHEMA NOTE a.yaml:3:1"), codes());
        assertTrue(replay.findings().get(0).message().contains("a.yaml:2:1"));
        assertFalse(replay.state().isKnown());
        apply(CreateTable.of(users()));
        assertEquals(Severity.WARNING, replay.findings().get(1).severity());
    }

    @Test
    void statedEffectsAreApplied() {
        apply(new Execute(SqlText.verbatim("CREATE TABLE users"), List.of(CreateTable.of(users())), null));
        assertTrue(replay.state().isKnown());
        assertEquals(users(), table(USERS));
    }

    @Test
    void rowsOfUnknownColumnsAreFound() {
        apply(CreateTable.of(users()));
        apply(new InsertRows(USERS, List.of(Row.of("id", 1), Row.of("nme", 2), Row.of("twice", 3)), false));
        assertEquals(List.of("NO_SUCH_OBJECT ERROR a.yaml:2:1", "INVALID_OPERATION ERROR a.yaml:2:1"), codes());
    }

    @Test
    void aChangeOfAnEnumTypeIsAboutTheTablesThatUseIt() {
        QualifiedName mood = QualifiedName.of("mood");
        EnumType type = new EnumType(mood, List.of("sad"), null);
        replay.apply(new CreateEnum(type, false), SourceLocation.NONE);
        Column column = column("mood").withType(new DataType.Enum(mood, List.of()));
        replay.apply(CreateTable.of(Table.of(USERS, List.of(column("id"), column))), SourceLocation.NONE);
        replay.apply(CreateTable.of(Table.of(POSTS, List.of(column("id")))), SourceLocation.NONE);
        EnumChange change = new EnumChange.AddValue("ok", null, null, false);
        assertEquals(
                Set.of(USERS),
                replay.around(new AlterEnum(mood, change)).tables().keySet());
    }

    @Test
    void aBatchIsAboutItsTableAlone() {
        apply(CreateTable.of(users()));
        apply(CreateTable.of(posts()));
        apply(new Batch(
                USERS,
                List.of(AddColumn.of(POSTS, column("x"))),
                Batch.Recreate.AUTO,
                dev.retort.schema.Options.of("sqlite", "strict", true)));
        assertEquals(List.of("INVALID_OPERATION ERROR a.yaml:3:1"), codes());
        assertTrue(table(USERS).options().flag("sqlite", "strict"));
    }
}
