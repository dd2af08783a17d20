// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import static dev.retort.dialect.postgres.PostgresOptions.DIALECT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.diagnostic.Finding;
import dev.retort.dialect.Statement;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropIndex;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.Index;
import dev.retort.schema.IndexKey;
import dev.retort.schema.IndexPart;
import dev.retort.schema.Options;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlText;
import dev.retort.schema.TableBuilder;
import dev.retort.schema.UniqueConstraint;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class IndexesTest extends OnServer {

    @Test
    void anIndexOfAPartitionedTableAloneStaysAlone() throws Exception {
        live.run(
                CreateTable.of(table(Column.of("a", INTEGER).withNullable(false))
                        .options(option("partition_by", "LIST (a)"))
                        .build()),
                CreateTable.of(new TableBuilder(QualifiedName.of("part"))
                        .options(option("partition_of", "t FOR VALUES IN (1)"))
                        .build()));
        live.execute("CREATE INDEX ix_only ON ONLY t (a)");
        live.execute("COMMENT ON INDEX ix_only IS 'alone'");
        live.execute("ALTER TABLE ONLY t ADD CONSTRAINT uq_only UNIQUE (a)");
        live.adopt();
        assertEquals(List.of(), live.inspection().findings());
        assertEquals(
                List.of(QualifiedName.of("ix_only")),
                List.copyOf(live.inspect().others().keySet()));
        assertEquals(
                List.of(UniqueConstraint.of("uq_only", "a")), live.table("t").uniques());
        live.recreates();
        live.execute("CREATE TABLE other PARTITION OF t FOR VALUES IN (2)");
        assertEquals(
                List.of("Index ix_only of a partitioned table has no counterpart in some of the partitions."),
                live.inspection().findings().stream().map(Finding::message).toList());
    }

    @Test
    void indexesKeepEverythingThatIsSaidOfThem() throws Exception {
        Index covering = new Index(
                name("ix_covering"),
                List.of(IndexPart.column("b").desc()),
                true,
                SqlText.verbatim("a > 0"),
                "an index",
                option("include", List.of("a"))
                        .with(DIALECT, "with", List.of("fillfactor=70"))
                        .with(DIALECT, "nulls_not_distinct", true));
        Index pattern = new Index(
                name("ix_pattern"),
                List.of(new IndexPart(
                        new IndexKey.OfColumn(name("b")),
                        false,
                        IndexPart.NullsOrder.FIRST,
                        "C",
                        option("operator_class", "text_pattern_ops"))),
                false,
                null,
                null,
                Options.NONE);
        Index expression = new Index(
                name("ix_expression"),
                List.of(IndexPart.expression("lower(b)"), IndexPart.expression("a + 1")),
                false,
                null,
                null,
                Options.NONE);
        Index hash = Index.of("ix_hash", "b").withOptions(option("using", "hash"));
        Index gin = Index.of("ix_gin", "j").withOptions(option("using", "gin"));
        live.run(
                CreateTable.of(
                        table(Column.of("a", INTEGER), Column.of("b", TEXT), Column.of("j", new DataType.Json(true)))
                                .build()),
                new CreateIndex(T, covering, false),
                new CreateIndex(T, pattern, false),
                new CreateIndex(T, expression, false),
                new CreateIndex(T, hash, false),
                new CreateIndex(T, gin, false));
        live.recreates();
    }

    @Test
    void aConcurrentIndexRunsOutsideTheTransaction() throws Exception {
        Index index = Index.of("ix_a", "a").withOptions(option("concurrently", true));
        live.run(CreateTable.of(table(Column.of("a", INTEGER)).build()));
        for (Statement statement : live.statements(new CreateIndex(T, index, false))) {
            assertEquals(Statement.Placement.AUTOCOMMIT, ((Statement.Sql) statement).placement());
        }
        live.run(new CreateIndex(T, index, false));
        DropIndex drop = new DropIndex(T, QualifiedName.of("ix_a"), false, false, option("concurrently", true));
        assertEquals(
                Statement.Placement.AUTOCOMMIT,
                ((Statement.Sql) live.statements(drop).get(0)).placement());
        live.run(drop);
    }

    @Test
    void anInvalidIndexThatAFailureLeftIsFoundAndBuiltAgain() throws Exception {
        live.run(CreateTable.of(table(Column.of("a", INTEGER)).build()));
        live.execute("INSERT INTO t VALUES (1), (1)");
        Index index = Index.of("ix_a", "a").withUnique(true).withOptions(option("concurrently", true));
        List<String> statements = live.sql(new CreateIndex(T, index, false));
        live.execute(statements.get(0));
        assertThrows(SQLException.class, () -> live.execute(statements.get(1)));
        assertTrue(live.inspection().findings().get(0).message().contains("ix_a is invalid"));
        live.execute("DELETE FROM t");
        live.run(new CreateIndex(T, index, false));
        assertEquals(List.of(), live.inspection().findings());
    }

    @Test
    void aConcurrentIndexIsCreatedAndDroppedAgainAfterARunThatWasKilledRightBehindIt() throws Exception {
        Index index = Index.of("ix_a", "a").withOptions(option("concurrently", true));
        live.run(CreateTable.of(
                table(Column.of("a", INTEGER), Column.of("b", INTEGER)).build()));
        for (int i = 0; i < 2; i++) {
            for (String sql : live.sql(new CreateIndex(T, index, false))) {
                live.execute(sql);
            }
        }
        Index other = Index.of("ix_a", "b").withOptions(option("concurrently", true));
        String guard = live.sql(new CreateIndex(T, other, false)).get(0);
        SQLException refused = assertThrows(SQLException.class, () -> live.execute(guard));
        assertEquals("42P07", refused.getSQLState());
        live.adopt();
        DropIndex drop = new DropIndex(T, QualifiedName.of("ix_a"), false, false, option("concurrently", true));
        for (int i = 0; i < 2; i++) {
            live.execute(live.sql(drop).get(0));
        }
    }
}
