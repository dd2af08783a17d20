// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.inverse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.Outcome;
import dev.retort.diagnostic.SourceLocation;
import dev.retort.engine.replay.Replay;
import dev.retort.engine.replay.ReplayState;
import dev.retort.migration.MigrationStep;
import dev.retort.operation.*;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.EnumType;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identifier;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.Options;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Routine;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.Sequence;
import dev.retort.schema.SqlText;
import dev.retort.schema.Table;
import dev.retort.schema.TableBuilder;
import dev.retort.schema.TextAttributes;
import dev.retort.schema.UniqueConstraint;
import dev.retort.schema.View;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class InverseTest {

    private static final QualifiedName USERS = QualifiedName.of("users");
    private static final QualifiedName POSTS = QualifiedName.of("posts");
    private static final Inverse INVERSE = new Inverse(true);

    private static Schema before() {
        DataType text = new DataType.Varchar(100, TextAttributes.DEFAULT);
        Table users = new TableBuilder(USERS)
                .column(Column.of("id", new DataType.Integer()).withNullable(false))
                .column(Column.of("email", text))
                .column(Column.of("fullname", text))
                .primaryKey(PrimaryKey.of("id"))
                .constraint(UniqueConstraint.of("uq_email", "email"))
                .index(Index.of("ix_fullname", "fullname"))
                .options(Options.of("sqlite", "strict", true))
                .build();
        ForeignKey key = ForeignKey.of("fk_author", Identifier.listOf("author"), USERS, Identifier.listOf("id"));
        Table posts = new TableBuilder(POSTS)
                .column(Column.of("author", new DataType.Integer()))
                .column(Column.of("title", text))
                .constraint(key.withValidated(false))
                .build();
        return new SchemaBuilder()
                        .table(users)
                        .table(posts)
                        .table(Table.of(QualifiedName.of("ns", "inner"), users.columns()))
                        .view(View.of("v", "SELECT id FROM users"))
                        .view(View.of("w", "SELECT * FROM v"))
                        .sequence(owned())
                        .enumType(new EnumType(QualifiedName.of("mood"), List.of("sad", "ok", "happy"), "c"))
                        .routine(new Routine(
                                QualifiedName.of("f"),
                                Routine.Kind.FUNCTION,
                                "",
                                SqlText.verbatim("CREATE FUNCTION f"),
                                null))
                        .build()
                        .toBuilder()
                        .build();
    }

    private static Sequence owned() {
        Sequence plain = Sequence.of("s");
        return new Sequence(
                plain.name(),
                null,
                1L,
                null,
                null,
                null,
                false,
                null,
                new Sequence.ColumnReference(USERS, new Identifier("id")),
                null);
    }

    static List<Operation> operations() {
        QualifiedName mood = QualifiedName.of("mood");
        return List.of(
                new DropTable(USERS, false, true, Options.NONE),
                new DropColumn(USERS, new Identifier("id"), false, true, Options.NONE),
                new DropSchema(new Identifier("ns"), true, true),
                new DropView(QualifiedName.of("v"), false, false, true),
                new DropConstraint(USERS, new ConstraintSelector.ThePrimaryKey(), false, true),
                new ValidateConstraint(POSTS, new Identifier("fk_author")),
                new AlterSequence(Sequence.of("s"), 7L),
                new DropSequence(QualifiedName.of("s"), false, false),
                new AlterEnum(mood, new EnumChange.AddValue("new", "sad", null, false)),
                new AlterEnum(mood, new EnumChange.DropValue("sad")),
                new AlterEnum(mood, new EnumChange.DropValue("happy")),
                new AlterEnum(mood, new EnumChange.RenameValue("ok", "fine")),
                new AlterEnum(mood, new EnumChange.SetComment(null)),
                new DropEnum(mood, false, false),
                new DropRoutine(before().routines().firstKey(), false, false),
                new CreateRoutine(
                        new Routine(
                                QualifiedName.of("f"),
                                Routine.Kind.FUNCTION,
                                "",
                                SqlText.verbatim("CREATE OR REPLACE"),
                                null),
                        true),
                new ReplaceView(View.of("v", "SELECT 1")),
                new ReplaceView(View.of("x", "SELECT 1")),
                new AlterColumn(
                                USERS,
                                new Identifier("email"),
                                null,
                                true,
                                Setting.keep(),
                                Setting.keep(),
                                Setting.keep(),
                                Setting.keep(),
                                new Identifier("mail"),
                                ColumnPosition.FIRST,
                                null,
                                Options.NONE)
                        .withType(new DataType.Text(TextAttributes.DEFAULT)),
                new Batch(
                        USERS,
                        List.of(new RenameColumn(USERS, new Identifier("email"), new Identifier("mail"))),
                        Batch.Recreate.AUTO,
                        Options.of("sqlite", "strict", false)),
                new Execute(
                        SqlText.verbatim("x"),
                        List.of(DropTable.of(POSTS), CreateTable.of(Table.of(QualifiedName.of("audit"), List.of()))),
                        null),
                new Run("x", connection -> {}, List.of(DropTable.of(POSTS))),
                new CreateSchema(new Identifier("other"), false, null),
                new CreateTable(before().tables().get(USERS), true, List.of()));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void theInverseGivesTheSchemaBefore(Operation operation) {
        Schema before = operation instanceof DropSchema ? withNamespace() : before();
        Reversal.By by = assertInstanceOf(Reversal.By.class, INVERSE.of(operation, ReplayState.of(before)));
        Schema after = applied(before, List.of(operation));
        assertEquals(before, applied(after, by.operations()));
    }

    private static Schema withNamespace() {
        SchemaBuilder builder = before().toBuilder();
        builder.namespaces().add(new Identifier("ns"));
        return builder.build();
    }

    private static Schema applied(Schema schema, List<Operation> operations) {
        return Replay.after(schema, operations);
    }

    /** The example of the documentation. */
    @Test
    void theDocumentedExampleHasAnInverse() {
        QualifiedName roles = QualifiedName.of("user_roles");
        Table table = new TableBuilder(roles)
                .column(Column.of("id", new DataType.Integer()).withIdentity(Identity.DEFAULT))
                .column(Column.of("name", new DataType.Varchar(100, TextAttributes.DEFAULT))
                        .withNullable(false))
                .primaryKey(PrimaryKey.of("id"))
                .constraint(UniqueConstraint.of("uq_user_roles_name", "name"))
                .build();
        Table audit = Table.of(QualifiedName.of("audit"), List.of(Column.of("id", new DataType.Integer())));
        List<MigrationStep> steps = steps(
                CreateTable.of(table),
                AddColumn.of(USERS, Column.of("is_active", new DataType.Boolean())),
                Execute.of("UPDATE users SET is_active = TRUE WHERE is_active IS NULL"),
                new Execute(SqlText.portable("UPDATE users SET label = first || ' ' || last"), null, null),
                new Execute(SqlText.variants(Map.of("postgres", "ANALYZE users"), ""), null, null),
                new Execute(SqlText.verbatim("CREATE TABLE audit (id int)"), List.of(CreateTable.of(audit)), null),
                new CreateIndex(USERS, Index.of("ix_users_email", "email").withUnique(true), false),
                AlterColumn.of(USERS, new Identifier("email"))
                        .withType(new DataType.Varchar(320, TextAttributes.DEFAULT))
                        .withNullable(false),
                new RenameColumn(USERS, new Identifier("fullname"), new Identifier("full_name")),
                new InsertRows(roles, List.of(Row.of("name", "admin"), Row.of("name", "guest")), false));
        Outcome<List<MigrationStep>> inverse = INVERSE.of(steps, ReplayState.of(before()));
        Schema after = Replay.of(ReplayState.of(before()), steps).orThrow().schema();
        Schema back =
                Replay.of(ReplayState.of(after), inverse.orThrow()).orThrow().schema();
        assertEquals(before(), back);
        assertEquals(
                List.of(ErrorCode.ROWS_NOT_RESTORED, ErrorCode.ROWS_NOT_RESTORED),
                inverse.findings().stream().map(Finding::code).toList());
    }

    private static List<MigrationStep> steps(Operation... operations) {
        List<MigrationStep> steps = new java.util.ArrayList<>();
        for (Operation operation : operations) {
            steps.add(MigrationStep.of(operation, new SourceLocation("m.yaml", steps.size() + 1, 1)));
        }
        return steps;
    }

    @Test
    void eachStepWithoutAnInverseIsFound() {
        Outcome<List<MigrationStep>> inverse = INVERSE.of(
                steps(
                        Execute.of("ALTER TABLE users ADD x int"),
                        new Run("code", connection -> {}, null),
                        new InsertRows(POSTS, List.of(Row.of("title", "x")), false),
                        DropTable.of(QualifiedName.of("never_seen"))),
                ReplayState.of(before()));
        assertNull(inverse.value());
        assertEquals(
                List.of("m.yaml:1:1", "m.yaml:2:1", "m.yaml:3:1", "m.yaml:4:1"),
                inverse.findings().stream()
                        .map(f -> String.valueOf(f.location()))
                        .toList());
        assertTrue(
                inverse.findings().get(3).message().contains("m.yaml:1:1"),
                inverse.findings().get(3).message());
    }

    @Test
    void insertedRowsAreDeletedByTheirKey() {
        Reversal reversal = INVERSE.of(
                new InsertRows(
                        USERS,
                        List.of(
                                Row.of("id", 7).and("email", "a"),
                                Row.of("email", "o'x").and("fullname", "b")),
                        false),
                ReplayState.of(before()));
        assertEquals(
                Reversal.by(new DeleteRows(USERS, List.of(Row.of("email", "o'x"), Row.of("id", 7)), null)), reversal);
    }

    @Test
    void theAuthorsReverseIsTaken() {
        Execute execute = new Execute(SqlText.verbatim("DROP THING x"), null, SqlText.verbatim("CREATE THING x"));
        assertEquals(
                Reversal.by(new Execute(SqlText.verbatim("CREATE THING x"), null, null)),
                INVERSE.of(execute, ReplayState.EMPTY));
        Execute nothing = new Execute(SqlText.verbatim("DROP THING x"), null, SqlText.verbatim(""));
        assertEquals(Reversal.by(), INVERSE.of(nothing, ReplayState.EMPTY));
    }
}
