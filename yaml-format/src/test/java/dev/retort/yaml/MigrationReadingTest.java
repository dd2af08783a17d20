// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.diagnostic.SourceLocation;
import dev.retort.migration.Downgrade;
import dev.retort.migration.MigrationContext;
import dev.retort.migration.MigrationDraft;
import dev.retort.migration.MigrationFormat;
import dev.retort.migration.MigrationStep;
import dev.retort.operation.AddColumn;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropTable;
import dev.retort.operation.Execute;
import dev.retort.operation.InsertRows;
import dev.retort.operation.Operation;
import dev.retort.operation.Row;
import dev.retort.schema.Literal;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationReadingTest {

    @TempDir
    Path folder;

    @Test
    void theFormatIsFound() {
        assertTrue(ServiceLoader.load(MigrationFormat.class).stream()
                .anyMatch(provider -> provider.get().id().equals("yaml")));
    }

    @Test
    void scalarsOfRowsAreWhatPeopleMean() {
        InsertRows insert =
                (InsertRows) operation("  - insert_rows: {table: t, rows: [{a: no, b: 012, c: 1.50, d: 2026-01-02,"
                        + " e: null, f: \"5\", g: true, h: 12:30, no: 1_000, i: 0x1F, j: , k: 1e3}]}");
        Row expected = Row.of("a", "no")
                .and("b", "012")
                .and("c", new BigDecimal("1.5"))
                .and("d", "2026-01-02")
                .and("e", null)
                .and("f", "5")
                .and("g", true)
                .and("h", "12:30")
                .and("no", "1_000")
                .and("i", "0x1F")
                .and("j", null)
                .and("k", 1000);
        assertEquals(expected, insert.rows().get(0));
    }

    @Test
    void columnsOfAPrimaryKeyAndIdentitiesAreNotNullable() {
        Table table = ((CreateTable)
                        operation(
                                "  - create_table: {name: t, primary_key: [a], columns: [{name: a, type: int},"
                                        + " {name: b, type: int, identity: true}, {name: c, type: int}, {name: d, type: int, identity: true, nullable: true}]}"))
                .table();
        assertEquals(
                List.of(false, false, true, true),
                table.columns().stream().map(c -> c.nullable()).toList());
    }

    @Test
    void constraintsOfAnAddedColumnBecomeStepsAtItsPlace() {
        List<MigrationStep> steps = new Migrations(folder)
                .body(
                        "revision: a\nupgrade:\n  - add_column: {table: s.t, column: {name: c, type: int, unique: true, index: true,"
                                + " check: c > 0, references: u(id)}}\n    when: {dialect: sqlite}")
                .upgrade();
        assertEquals(
                List.of("add_column", "add_unique", "add_check", "create_index"),
                steps.stream().map(step -> step.operation().keyword()).toList());
        assertTrue(steps.stream()
                .allMatch(step -> step.location().toString().equals("migration.yaml:3:5")
                        && step.when().dialects().contains("sqlite")));
        assertEquals(QualifiedName.of("s", "t"), ((AddColumn) steps.get(0).operation()).table());
        assertEquals(
                "[c]",
                ((AddColumn) steps.get(0).operation()).references().columns().toString());
    }

    @Test
    void aSchemaKeyTakesTheNameAsItIs() {
        assertEquals(
                List.of(
                        QualifiedName.of("a", "b"),
                        QualifiedName.of("a", "b"),
                        QualifiedName.of(null, "a.b"),
                        QualifiedName.of("c", "a.b")),
                new Migrations(folder)
                                .operations(
                                        "  - drop_table: a.b\n  - drop_table: {table: b, schema: a}\n"
                                                + "  - drop_table: {table: a.b, schema: null}\n  - drop_table: {table: a.b, schema: c}\n")
                                .stream()
                                .map(operation -> ((DropTable) operation).table())
                                .toList());
    }

    @Test
    void aDowngradeIsComputedUnlessSomethingElseIsSaid() {
        assertTrue(downgrade("") instanceof Downgrade.Auto);
        assertTrue(downgrade("downgrade: auto") instanceof Downgrade.Auto);
        assertEquals(new Downgrade.Steps(List.of()), downgrade("downgrade:"));
        assertEquals(new Downgrade.Steps(List.of()), downgrade("downgrade: []"));
        assertEquals(
                "rows are gone",
                ((Downgrade.Irreversible) downgrade("downgrade: {irreversible: rows are gone}")).reason());
    }

    @Test
    void placeholdersAreReplacedByArgumentsAndNeverByStructure() {
        String text =
                "revision: a\nplaceholders: true\nupgrade:\n  - insert_rows: {table: \"t_${x}\", rows: [{a: \"${n}\", b: ${n:-2}, c: \"$${x}\"}]}\n";
        InsertRows insert = (InsertRows) new Migrations(folder)
                .source(text.replace("b: ${n:-2}", "b: '${d:-2}'"))
                .body(new MigrationContext(Map.of("x", "a, b: {c: d}", "n", "5")))
                .orThrow()
                .upgrade()
                .get(0)
                .operation();
        assertEquals("t_a, b: {c: d}", insert.table().toString());
        assertEquals(
                Row.of("a", "5").and("b", "2").and("c", "${x}"), insert.rows().get(0));
        String plain =
                "revision: a\nplaceholders: true\nupgrade:\n  - insert_rows:\n      table: t\n      rows:\n        - a: ${n}\n";
        InsertRows typed = (InsertRows) new Migrations(folder)
                .source(plain)
                .body(new MigrationContext(Map.of("n", "5")))
                .orThrow()
                .upgrade()
                .get(0)
                .operation();
        assertEquals(
                Map.of("a", Literal.of(5)).toString(),
                typed.rows().get(0).cells().toString());
        assertEquals(
                List.of(
                        "7:14 UNSET_VARIABLE The placeholder ${n} has no value. | Give it with -x n=value, or write $${ for a text that is no placeholder."),
                new Migrations(folder).findings(plain));
    }

    @Test
    void withoutTheSwitchPlaceholdersAreText() {
        assertEquals("${x}", ((Execute) operation("  - execute: ${x}\n")).sql().toString());
    }

    @Test
    void deepNestingAndAliasBombsAreRefused() {
        assertEquals("YAML_FORBIDDEN", code("revision: " + "[".repeat(5000) + "]".repeat(5000)));
        StringBuilder bomb = new StringBuilder("revision: a\nupgrade:\n  - &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 9; i++) {
            bomb.append("  - &a")
                    .append(i)
                    .append(" [")
                    .append(("*a" + (i - 1) + ", ").repeat(10))
                    .append("]\n");
        }
        assertEquals("YAML_FORBIDDEN", code(bomb.toString()));
        assertEquals("YAML_SYNTAX", code("revision: &a [*a]\n"));
        assertEquals("YAML_SYNTAX", code("revision: \u0007\n"));
    }

    @Test
    void aFewAliasesAreFine() {
        assertEquals(
                2,
                new Migrations(folder)
                        .operations("  - drop_table: &t {table: users}\n  - drop_table: *t\n")
                        .size());
    }

    @Test
    void anEmptyMigrationInvitesToFillItIn() {
        MigrationDraft draft = new MigrationDraft(
                new Migrations(folder).header("revision: a1\nmessage: Add things"),
                List.of(),
                new Downgrade.Auto(SourceLocation.NONE));
        assertEquals("""
                # yaml-language-server: $schema=https://retort.dev/schema/migration-1.json
                revision: a1
                message: Add things
                upgrade:
                  # - add_column: {table: users, column: {name: is_active, type: boolean}}
                downgrade: auto
                """, new YamlMigrationFormat().write(draft));
    }

    private String code(String text) {
        return new Migrations(folder).findings(text).get(0).split(" ")[1];
    }

    private Operation operation(String item) {
        return new Migrations(folder).operations(item).get(0);
    }

    private Downgrade downgrade(String line) {
        return new Migrations(folder).body("revision: a1\n" + line).downgrade();
    }
}
