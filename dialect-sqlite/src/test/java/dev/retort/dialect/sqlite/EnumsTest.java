// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.retort.diagnostic.RetortException;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AlterEnum;
import dev.retort.operation.CreateEnum;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropEnum;
import dev.retort.operation.EnumChange;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.EnumType;
import dev.retort.schema.Identifier;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.Table;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Enum types, which SQLite has as checks of the columns that use them. */
class EnumsTest {

    private static final QualifiedName MOOD = QualifiedName.of("mood");
    private static final QualifiedName T = QualifiedName.of("t");
    private static final DataType TYPE = new DataType.Enum(MOOD, List.of());

    private static Schema created(TestDatabase database) throws SQLException {
        Schema schema = database.replayed(
                Schema.EMPTY,
                new CreateEnum(new EnumType(MOOD, List.of("sad", "ok"), null), false),
                CreateTable.of(Table.of(
                        T,
                        List.of(
                                Column.of("m", TYPE).withDefault(DefaultValue.of("sad")),
                                Column.of("n", new DataType.Integer())))));
        database.execute("INSERT INTO t VALUES ('sad', 1), ('ok', 2)");
        return schema;
    }

    @Test
    void aColumnOfAnEnumTypeTakesItsValuesOnly() throws SQLException {
        try (TestDatabase database = TestDatabase.of()) {
            Schema schema = created(database);
            assertEquals(database.dialect.canonical(schema), database.schema());
            assertThrows(SQLException.class, () -> database.execute("INSERT INTO t VALUES ('happy', 3)"));
            database.replayed(schema, AddColumn.of(T, Column.of("o", TYPE)));
            assertThrows(SQLException.class, () -> database.execute("UPDATE t SET o = 'happy'"));
            database.execute("UPDATE t SET o = NULL");
        }
    }

    @Test
    void aValueIsAdded() throws SQLException {
        try (TestDatabase database = TestDatabase.of()) {
            Schema after = database.replayed(
                    created(database), new AlterEnum(MOOD, new EnumChange.AddValue("happy", null, "ok", false)));
            database.execute("INSERT INTO t VALUES ('happy', 3)");
            assertEquals(database.dialect.canonical(after), database.schema());
        }
    }

    @Test
    void aRenamedValueIsRenamedInTheRows() throws SQLException {
        try (TestDatabase database = TestDatabase.of()) {
            Schema after =
                    database.replayed(created(database), new AlterEnum(MOOD, new EnumChange.RenameValue("ok", "fine")));
            assertEquals("sad fine", database.text("SELECT m FROM t"));
            assertEquals(database.dialect.canonical(after), database.schema());
        }
    }

    @Test
    void aValueThatARowHoldsCannotBeDropped() throws SQLException {
        try (TestDatabase database = TestDatabase.of()) {
            Schema schema = created(database);
            AlterEnum drop = new AlterEnum(MOOD, new EnumChange.DropValue("ok"));
            assertThrows(SQLException.class, () -> database.replayed(schema, drop));
            database.execute("DELETE FROM t WHERE m = 'ok'");
            database.replayed(schema, drop);
            assertThrows(SQLException.class, () -> database.execute("INSERT INTO t VALUES ('ok', 3)"));
        }
    }

    /** As the runner does it: tables as they are in the database, enum types as the migrations have them. */
    @Test
    void theColumnsOfATypeAreFoundInWhatWasReadFromTheDatabase() throws SQLException {
        try (TestDatabase database = TestDatabase.of()) {
            Schema schema = created(database);
            database.execute("CREATE TABLE other (m TEXT CHECK (m IN ('a', 'b')))");
            SchemaBuilder read = database.schema().toBuilder();
            read.enums().putAll(schema.enums());
            AlterEnum rename = new AlterEnum(MOOD, new EnumChange.RenameValue("sad", "blue"));
            database.execute(database.dialect
                    .ddl()
                    .render(
                            TestDatabase.place(read.build(), List.of(rename)),
                            database.inspect().definitions()));
            assertEquals("blue ok", database.text("SELECT m FROM t"));
            database.execute("INSERT INTO t (n) VALUES (3)");
            assertEquals("blue", database.text("SELECT m FROM t WHERE n = 3"), "the default follows");
            assertThrows(SQLException.class, () -> database.execute("UPDATE t SET m = 'sad'"));
            assertThrows(
                    RetortException.class,
                    () -> database.run(AddColumn.of(T, Column.of("x", TYPE))),
                    "a check that cannot be written is not left out");
        }
    }

    @Test
    void theTypeItselfLeavesNothingBehind() throws SQLException {
        try (TestDatabase database = TestDatabase.of()) {
            Schema schema = created(database);
            database.replayed(schema, DropColumn.of(T, new Identifier("m")), new DropEnum(MOOD, false, false));
            assertEquals("1 2", database.text("SELECT * FROM t"));
        }
    }
}
