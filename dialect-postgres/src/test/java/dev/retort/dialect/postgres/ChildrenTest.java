// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.retort.schema.Options;
import dev.retort.schema.Table;
import dev.retort.testkit.server.ServerKind;
import dev.retort.testkit.server.TestServers;
import dev.retort.testkit.server.TestServersExtension;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tables whose columns stand in another order than those of the tables that they inherit from. */
@ExtendWith(TestServersExtension.class)
class ChildrenTest {

    private static void run(Live live, String... statements) throws Exception {
        for (String statement : statements) {
            live.execute(statement);
        }
        live.adopt();
        live.recreates();
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRES", "POSTGRES_OLDEST"})
    void whatAParentGotLaterIsStillInherited(ServerKind kind, TestServers servers) throws Exception {
        try (Live live = new Live(servers.get(kind))) {
            run(
                    live,
                    "CREATE TABLE p (a int NOT NULL CHECK (a > 0))",
                    "CREATE TABLE t (c int NOT NULL DEFAULT 3 CHECK (c > 1)) INHERITS (p)",
                    "ALTER TABLE p ADD d text NOT NULL DEFAULT 'x' CONSTRAINT named CHECK (d <> ''), ADD e int",
                    "ALTER TABLE t ALTER d SET DEFAULT 'y', ALTER e SET NOT NULL");
            Table child = live.table("t");
            assertEquals(
                    List.of("t_c_check"),
                    child.checks().stream()
                            .map(check -> String.valueOf(check.name()))
                            .toList());
            assertEquals(
                    List.of("a", "c", "d", "e"),
                    child.columns().stream()
                            .map(column -> column.name().value())
                            .toList());
            child.columns().forEach(column -> assertEquals(Options.NONE, column.options()));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRES", "POSTGRES_OLDEST"})
    void whatATableHadBeforeItBecameAChildIsItsOwn(ServerKind kind, TestServers servers) throws Exception {
        try (Live live = new Live(servers.get(kind))) {
            run(
                    live,
                    "CREATE TABLE p (a int, b text DEFAULT 'p' CONSTRAINT ck CHECK (b <> ''))",
                    "CREATE TABLE t (b text DEFAULT 't' CONSTRAINT ck CHECK (b <> ''), a int)",
                    "ALTER TABLE t INHERIT p",
                    "ALTER TABLE p ADD c int CHECK (c > 0)",
                    "CREATE TABLE u (a int) INHERITS (t)");
            assertEquals(1, live.table("t").checks().size());
            assertEquals(
                    List.of(true, true, false),
                    live.table("t").columns().stream()
                            .map(column -> PostgresOptions.flag(column.options(), PostgresOptions.LOCAL))
                            .toList());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRES", "POSTGRES_OLDEST"})
    void everyKindOfColumnStandsWhereItStood(ServerKind kind, TestServers servers) throws Exception {
        try (Live live = new Live(servers.get(kind))) {
            run(
                    live,
                    "CREATE TABLE t_columns (a int)",
                    "CREATE TABLE p (a int PRIMARY KEY, g int GENERATED ALWAYS AS (a + 1) STORED)",
                    "CREATE TABLE q (a int, z varchar(5) COLLATE \"C\")",
                    "CREATE TABLE t (i bigint GENERATED ALWAYS AS IDENTITY, s serial, h int GENERATED ALWAYS AS (a * 2)"
                            + " STORED, w text COLLATE \"C\" UNIQUE, k int PRIMARY KEY) INHERITS (p, q)",
                    "ALTER TABLE p ADD m int[] DEFAULT '{}' NOT NULL, ADD CONSTRAINT much CHECK (a < 9) NOT VALID",
                    "ALTER TABLE p ADD CONSTRAINT own CHECK (a < 8) NO INHERIT",
                    "ALTER TABLE t ALTER m SET STORAGE EXTERNAL",
                    "COMMENT ON COLUMN t.m IS 'many'",
                    "CREATE INDEX ix ON t (m)",
                    "CREATE TABLE u (own1 int) INHERITS (t)",
                    "ALTER TABLE q ADD n numeric CHECK (n > 0)");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRES", "POSTGRES_OLDEST"})
    void whatOnlyTheParentHasIsNotInherited(ServerKind kind, TestServers servers) throws Exception {
        try (Live live = new Live(servers.get(kind))) {
            run(
                    live,
                    "CREATE SCHEMA other",
                    "CREATE TABLE g (a int NOT NULL CONSTRAINT \"first one\" CHECK (a > 0))",
                    "CREATE TABLE p (b int) INHERITS (g)",
                    "CREATE TABLE t (c int) INHERITS (p)",
                    "ALTER TABLE p ADD d int CONSTRAINT alone CHECK (d > 0) NO INHERIT",
                    "ALTER TABLE g ADD e int NOT NULL CHECK (e > 0)",
                    "ALTER TABLE t ALTER a SET NOT NULL, ADD UNIQUE (d), ADD PRIMARY KEY (a)",
                    "CREATE TABLE u (LIKE t INCLUDING ALL)",
                    "ALTER TABLE u INHERIT t",
                    "CREATE TABLE w (e int, a int NOT NULL, CONSTRAINT \"first one\" CHECK (a > 0)) INHERITS (g)");
            assertEquals(List.of(), live.table("t").checks());
        }
    }
}
