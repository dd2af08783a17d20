// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.dialect.Statement;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AlterEnum;
import dev.retort.operation.ColumnPosition;
import dev.retort.operation.CreateEnum;
import dev.retort.operation.CreateTable;
import dev.retort.operation.CreateView;
import dev.retort.operation.DropEnum;
import dev.retort.operation.DropTable;
import dev.retort.operation.DropView;
import dev.retort.operation.EnumChange;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.EnumType;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.View;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnumsTest extends OnServer {

    private static final QualifiedName MOOD = QualifiedName.of("mood");

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
    void aDroppedValueLeavesColumnsArraysAndDefaultsAsTheyAre() throws Exception {
        DataType type = new DataType.Enum(MOOD, List.of());
        live.run(
                new CreateEnum(new EnumType(MOOD, List.of("sad", "o'k", "awful"), "how"), false),
                CreateTable.of(table(
                                Column.of("m", type).withDefault(DefaultValue.of("o'k")),
                                Column.of("many", new DataType.Array(type)))
                        .build()));
        live.execute("INSERT INTO t (many) VALUES ('{sad}')");
        live.run(new AlterEnum(MOOD, new EnumChange.DropValue("awful")));
        live.execute("INSERT INTO t (many) SELECT many FROM t WHERE m = 'o''k'");
    }

    @Test
    void aValueCannotBeDroppedWhileAViewReadsAColumnOfTheType() throws Exception {
        live.run(
                new CreateEnum(new EnumType(MOOD, List.of("sad", "awful"), null), false),
                CreateTable.of(table(Column.of("m", new DataType.Enum(MOOD, List.of())), Column.of("n", INTEGER))
                        .build()),
                new CreateView(View.of("w", "SELECT n FROM t"), false));
        AlterEnum drop = new AlterEnum(MOOD, new EnumChange.DropValue("awful"));
        assertEquals(List.of(), live.findings(drop));
        live.run(new CreateView(View.of("v", "SELECT m FROM t"), false));
        var findings = live.findings(drop);
        assertTrue(findings.get(0).message().contains("view v reads"), findings.toString());
        live.run(new DropView(QualifiedName.of("v"), false, false, false), drop);
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
}
