// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import static dev.retort.dialect.postgres.PostgresOptions.DIALECT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.operation.CreateRoutine;
import dev.retort.operation.CreateTable;
import dev.retort.operation.CreateTrigger;
import dev.retort.operation.CreateView;
import dev.retort.operation.ReplaceView;
import dev.retort.schema.Column;
import dev.retort.schema.Identifier;
import dev.retort.schema.Options;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Routine;
import dev.retort.schema.SqlText;
import dev.retort.schema.Trigger;
import dev.retort.schema.View;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoutinesAndViewsTest extends OnServer {

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
}
