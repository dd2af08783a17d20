// SPDX-License-Identifier: Apache-2.0
package dev.retort.javaformat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.diagnostic.SourceLocation;
import dev.retort.migration.Downgrade;
import dev.retort.migration.MigrationDraft;
import dev.retort.migration.MigrationHeader;
import dev.retort.migration.MigrationStep;
import dev.retort.migration.RevisionId;
import dev.retort.migration.TransactionMode;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropTable;
import dev.retort.operation.Execute;
import dev.retort.operation.Operation;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identifier;
import dev.retort.schema.Identity;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.TableBuilder;
import dev.retort.schema.TextAttributes;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MigrationWriterTest {

    private final JavaMigrationFormat format = new JavaMigrationFormat();

    @Test
    void aMigrationReadsAsAPersonWouldHaveWrittenIt() {
        Operation create = CreateTable.of(new TableBuilder(QualifiedName.of("user_roles"))
                .column(Column.of("id", new DataType.Integer())
                        .withNullable(false)
                        .withIdentity(Identity.DEFAULT))
                .column(Column.of("owner_id", new DataType.Integer()))
                .column(Column.of("name", new DataType.Varchar(100, TextAttributes.DEFAULT)))
                .constraint(PrimaryKey.of("id"))
                .constraint(ForeignKey.of(
                                null, Identifier.listOf("owner_id"), QualifiedName.of("users"), Identifier.listOf("id"))
                        .withActions(ReferentialAction.CASCADE, ReferentialAction.NO_ACTION))
                .build());
        MigrationDraft draft = new MigrationDraft(
                header("Add user roles"),
                steps(create, Execute.of("UPDATE users\nSET a = 'x'\nWHERE b"), Execute.of("ANALYZE")),
                new Downgrade.Steps(steps(DropTable.of(QualifiedName.of("user_roles")))));
        assertEquals("""
                import static dev.retort.operation.Dsl.*;

                import dev.retort.migration.Migration;
                import dev.retort.migration.Revision;
                import dev.retort.operation.Operations;
                import dev.retort.schema.ReferentialAction;

                @Revision(id = "3f1c", revises = "8a41", message = "Add user roles", created = "2026-01-02T20:00:00Z")
                public final class AddUserRoles_3f1c implements Migration {
                    @Override
                    public void upgrade(Operations op) {
                        op.createTable(
                                "user_roles",
                                column("id", integer()).identity().notNull(),
                                column("owner_id", integer()),
                                column("name", varchar(100)),
                                primaryKey("id"),
                                foreignKey("owner_id").references("users", "id").onDelete(ReferentialAction.CASCADE));
                        op.execute(\"""
                                UPDATE users
                                SET a = 'x'
                                WHERE b\""");
                        op.execute("ANALYZE");
                    }

                    @Override
                    public void downgrade(Operations op) {
                        op.dropTable("user_roles");
                    }
                }
                """, format.write(draft));
    }

    @Test
    void aNewFileShowsHowToFillItIn() {
        String fresh =
                format.write(new MigrationDraft(header("x"), List.of(), new Downgrade.Auto(SourceLocation.NONE)));
        assertTrue(fresh.contains("        // op.addColumn(\"users\", column(\"is_active\", bool()));\n"), fresh);
        String merge = format.write(new MigrationDraft(header("x"), List.of(), new Downgrade.Steps(List.of())));
        assertTrue(merge.contains("        // Nothing to do.\n"), merge);
    }

    @Test
    void theFileIsNamedAfterItsMessageAndId() {
        assertEquals("AddUserRoles_3f1c.java", fileName("add user-roles"));
        assertEquals("AjouterLEte2_3f1c.java", fileName("Ajouter l'été 2"));
        assertEquals("_2Steps_3f1c.java", fileName("2 steps"));
        assertEquals("Revision_3f1c.java", fileName(""));
        assertEquals("Migration_3f1c.java", fileName("migration"));
    }

    private String fileName(String message) {
        MigrationDraft draft = new MigrationDraft(header(message), List.of(), new Downgrade.Auto(SourceLocation.NONE));
        return format.fileName(draft, "ignored");
    }

    private static MigrationHeader header(String message) {
        return new MigrationHeader(
                new RevisionId("3f1c"),
                List.of(new RevisionId("8a41")),
                List.of(),
                List.of(),
                message,
                Instant.parse("2026-01-02T20:00:00Z"),
                TransactionMode.AUTO,
                SourceLocation.NONE);
    }

    private static List<MigrationStep> steps(Operation... operations) {
        return Arrays.stream(operations)
                .map(operation -> MigrationStep.of(operation, SourceLocation.NONE))
                .toList();
    }
}
