// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import static dev.retort.dialect.postgres.PostgresOptions.DIALECT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.operation.AddColumn;
import dev.retort.operation.AddUnique;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.Batch;
import dev.retort.operation.ColumnPosition;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropColumn;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.Options;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import dev.retort.schema.TableBuilder;
import dev.retort.schema.UniqueConstraint;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TablesTest extends OnServer {

    @Test
    void tableOptionsAreReadBackAndChanged() throws Exception {
        Options options = option("unlogged", true)
                .with(DIALECT, "with", List.of("fillfactor=60", "autovacuum_enabled=false"))
                .with(DIALECT, "row_security", true)
                .with(DIALECT, "policies", List.of("\"own rows\" FOR SELECT USING ((a > 0))"));
        live.run(CreateTable.of(table(Column.of("a", INTEGER)).options(options).build()));
        live.recreates();
        live.run(new Batch(
                T,
                List.of(),
                Batch.Recreate.AUTO,
                option("unlogged", false)
                        .with(DIALECT, "with", List.of("fillfactor=80"))
                        .with(DIALECT, "row_security", false)
                        .with(DIALECT, "policies", List.of())));
    }

    @Test
    void partitionsAndInheritanceAreReadAsTheyAre() throws Exception {
        Table parent = new TableBuilder(QualifiedName.of("events"))
                .column(Column.of("id", INTEGER))
                .column(Column.of("a", TEXT))
                .options(option("partition_by", "RANGE (id)"))
                .build();
        Table partition = new TableBuilder(QualifiedName.of("events_1"))
                .options(option("partition_of", "events FOR VALUES FROM (1) TO (100)"))
                .build();
        Table base = table(Column.of("a", INTEGER)).build();
        Table child = new TableBuilder(QualifiedName.of("t_child"))
                .column(Column.of("b", TEXT))
                .options(option("inherits", List.of("t")))
                .build();
        live.run(CreateTable.of(parent), CreateTable.of(partition), CreateTable.of(base), CreateTable.of(child));
        live.execute("INSERT INTO events VALUES (5, 'x')");
        assertEquals("1", live.value("SELECT count(*) FROM events_1"));
        live.recreates();
    }

    @Test
    void alterationsOfOneTableBecomeOneStatement() throws Exception {
        live.run(CreateTable.of(table(Column.of("a", INTEGER), Column.of("b", INTEGER), Column.of("c", INTEGER))
                .build()));
        List<String> statements = live.sql(
                DropColumn.of(T, name("c")),
                AlterColumn.of(T, name("a")).withType(new DataType.BigInt()).withNullable(false),
                AlterColumn.of(T, name("b")).withType(TEXT),
                new AddColumn(T, Column.of("d", INTEGER), ColumnPosition.LAST, null, false, false),
                new AddUnique(T, UniqueConstraint.of("uq", "d")));
        assertEquals(1, statements.size(), statements.toString());
        live.run(
                DropColumn.of(T, name("c")),
                AlterColumn.of(T, name("a")).withType(new DataType.BigInt()).withNullable(false),
                AlterColumn.of(T, name("b")).withType(TEXT),
                new AddColumn(T, Column.of("d", INTEGER), ColumnPosition.LAST, null, false, false),
                new AddUnique(T, UniqueConstraint.of("uq", "d")));
    }

    @Test
    void unknownOptionsAreToldWithWhatWasMeant() {
        var findings = live.findings(CreateTable.of(table(Column.of("a", INTEGER))
                .options(option("tabelspace", "x"))
                .build()));
        assertTrue(String.valueOf(findings.get(0).hint()).contains("tablespace"), findings.toString());
    }

    @Test
    void objectsOfExtensionsAreLeftOut() throws Exception {
        live.execute("CREATE TABLE mine (a integer)");
        live.execute("DO $$ BEGIN CREATE EXTENSION IF NOT EXISTS pg_stat_statements SCHEMA public;"
                + " EXCEPTION WHEN OTHERS THEN NULL; END $$");
        assertEquals(Set.of(QualifiedName.of("mine")), live.inspect().tables().keySet());
        assertEquals(Set.of(), live.inspect().views().keySet());
        assertEquals(Set.of(), live.inspect().routines().keySet());
    }
}
