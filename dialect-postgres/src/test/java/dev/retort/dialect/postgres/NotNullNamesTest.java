// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.operation.AddColumn;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnPosition;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropTable;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameTable;
import dev.retort.schema.Column;
import dev.retort.schema.Options;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import dev.retort.testkit.server.ServerKind;
import dev.retort.testkit.server.TestServers;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Names of constraints NOT NULL that PostgreSQL has chosen, and those that came from elsewhere. */
class NotNullNamesTest extends OnServer {

    private static final QualifiedName COPY = QualifiedName.of("copy");
    private static final QualifiedName OLD = QualifiedName.of("old");

    private String names(String table) throws Exception {
        return live.value("SELECT conname FROM pg_constraint WHERE conrelid = '" + table
                + "'::regclass AND contype = 'n' ORDER BY conkey[1]");
    }

    private Options options(String table) throws Exception {
        return live.table(table).columns().get(0).options();
    }

    private static Table withNotNull(QualifiedName name) {
        return Table.of(name, List.of(Column.of("a", INTEGER).withNullable(false)));
    }

    private void copied() throws Exception {
        live.execute("CREATE TABLE t (a int NOT NULL, b int PRIMARY KEY, c text)");
        live.execute("CREATE TABLE copy (LIKE t)");
        live.execute("ALTER TABLE copy ALTER c SET NOT NULL");
        live.adopt();
    }

    @Test
    void namesThatLikeHasCopiedComeBack() throws Exception {
        copied();
        assertEquals("t_a_not_null,t_b_not_null,copy_c_not_null", names("copy"));
        assertEquals(option("not_null", "t_a_not_null"), options("copy"));
        assertEquals(Options.NONE, options("t"));
        live.recreates();
    }

    @Test
    void aTableHasItsUsualNamesAlsoWhenItsCopyIsMadeFirst() throws Exception {
        copied();
        Schema read = live.inspect();
        Table original = read.table(T).orElseThrow();
        Table copy = read.table(COPY).orElseThrow();
        live.execute("DROP TABLE t, copy");
        live.adopt();
        live.run(CreateTable.of(copy), CreateTable.of(original));
        assertEquals("t_a_not_null,t_b_not_null", names("t"));
        assertEquals("t_a_not_null,t_b_not_null,copy_c_not_null", names("copy"));
    }

    @Test
    void aCopiedNameOutlastsWhatHappensToTheCopy() throws Exception {
        copied();
        live.run(AlterColumn.of(COPY, name("a")).withNullable(true));
        live.run(AlterColumn.of(COPY, name("a")).withNullable(false));
        live.run(AlterColumn.of(COPY, name("b")).withRename(name("z")));
        live.run(AlterColumn.of(T, name("a")).withNullable(true));
        live.run(AlterColumn.of(T, name("a")).withNullable(false));
        live.run(new RenameTable(COPY, OLD.name()));
        assertEquals("t_a_not_null,t_b_not_null,copy_c_not_null", names("old"));
        assertEquals("t_a_not_null,t_b_not_null", names("t"));
    }

    @Test
    void aCopyWhoseOriginalIsGoneOrRenamedHasNamesThatNobodyWishes() throws Exception {
        copied();
        live.run(new RenameTable(T, OLD.name()));
        assertEquals(Options.NONE, options("copy"));
        live.run(CreateTable.of(withNotNull(T)));
        live.run(
                new AddColumn(T, Column.of("b", INTEGER).withNullable(false), ColumnPosition.LAST, null, false, false));
        live.run(DropTable.of(T), DropTable.of(OLD));
        live.recreates();
    }

    @Test
    void whatIsCreatedInPlaceOfARenamedOriginalIsNotItsOriginal() throws Exception {
        copied();
        live.run(AlterColumn.of(T, name("a")).withRename(name("z")));
        assertEquals("t_z_not_null,t_b_not_null", names("t"));
        live.run(new RenameColumn(T, name("b"), name("y")));
        live.run(
                new AddColumn(T, Column.of("a", INTEGER).withNullable(false), ColumnPosition.LAST, null, false, false));
        assertEquals("t_z_not_null,t_y_not_null,t_a_not_null", names("t"));
        assertEquals(option("not_null", "t_a_not_null"), options("copy"));
        live.recreates();
    }

    @Test
    void aTableInPlaceOfOneThatWasRenamedIsNoOriginal() throws Exception {
        live.run(CreateTable.of(withNotNull(T)));
        live.run(new RenameTable(T, OLD.name()));
        live.run(CreateTable.of(withNotNull(T)));
        assertEquals("t_a_not_null", names("old"));
        assertEquals(Options.NONE, options("old"));
        live.run(AlterColumn.of(T, name("a")).withRename(name("b")));
        live.run(
                new AddColumn(T, Column.of("a", INTEGER).withNullable(false), ColumnPosition.LAST, null, false, false));
        live.recreates();
    }

    @Test
    void aNameIsSaidWhenAColumnBecomesNotNull() throws Exception {
        live.run(CreateTable.of(table(Column.of("a", INTEGER)).build()));
        live.run(AlterColumn.of(T, name("a")).withNullable(false).withOptions(option("not_null", "there")));
        assertEquals("there", names("t"));
        live.run(AlterColumn.of(T, name("a")).withNullable(true));
        live.run(AlterColumn.of(T, name("a")).withNullable(false));
        assertEquals("there", names("t"));
    }

    @Test
    void theUsualNameNeedNotBeSaid() throws Exception {
        live.run(CreateTable.of(
                table(Column.of("a", INTEGER).withNullable(false).withOptions(option("not_null", "t_a_not_null")))
                        .primaryKey(PrimaryKey.of("a"))
                        .build()));
        assertEquals(Options.NONE, options("t"));
    }

    @Test
    void anOldServerLeavesCopiedNamesOut(TestServers servers) throws Exception {
        copied();
        live.execute("CREATE TABLE p (a int NOT NULL)");
        live.execute("CREATE TABLE q (b int) INHERITS (p)");
        live.execute("ALTER TABLE q ALTER a SET NOT NULL");
        Schema read = live.inspect();
        assertEquals(option("not_null", "p_a_not_null"), options("q"));
        try (Live old = new Live(servers.get(ServerKind.POSTGRES_OLDEST))) {
            old.create(read);
            assertEquals(Options.NONE, old.table("copy").columns().get(0).options());
            assertTrue(old.dialect().canonical(read).equals(old.inspect()));
        }
    }
}
