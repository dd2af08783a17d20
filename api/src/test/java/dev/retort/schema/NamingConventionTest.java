// SPDX-License-Identifier: Apache-2.0
package dev.retort.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.diagnostic.Finding;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamingConventionTest {

    private static final NamingConvention ALL = new NamingConvention(
            "pk_%{table}",
            "fk_%{table}_%{columns}_%{referred_table}_%{referred_columns}",
            "uq_%{table}_%{column_1}",
            "ix_%{table}_%{columns}",
            "ck_%{table}_%{name}");

    private static final Table TABLE = new TableBuilder(QualifiedName.of("sales", "orders"))
            .column(Column.of("a", new DataType.Integer()))
            .column(Column.of("b", new DataType.Integer()))
            .constraint(PrimaryKey.of("a"))
            .constraint(UniqueConstraint.of(null, "a", "b"))
            .constraint(ForeignKey.of(
                    null, Identifier.listOf("a", "b"), QualifiedName.of("t"), Identifier.listOf("x", "y")))
            .constraint(CheckConstraint.of("positive", "a > 0"))
            .constraint(CheckConstraint.of(null, "b > 0"))
            .index(Index.of(null, "b"))
            .index(new Index(null, List.of(IndexPart.expression("lower(b)")), true, null, null, Options.NONE))
            .build();

    @Test
    void everyUnnamedPartIsNamed() {
        Table named = ALL.name(TABLE, 63);
        assertEquals(
                List.of(
                        "pk_orders",
                        "uq_orders_b",
                        "fk_orders_a_b_t_x_y",
                        "ck_orders_positive",
                        "null",
                        "ix_orders_b",
                        "ix_orders_lower_b"),
                java.util.stream.Stream.concat(
                                named.constraints().map(c -> String.valueOf(c.name())),
                                named.indexes().stream().map(i -> String.valueOf(i.name())))
                        .toList());
    }

    @Test
    void namingTwiceIsNamingOnce() {
        Table once = ALL.name(TABLE, 63);
        assertEquals(once, ALL.name(once, 63));
    }

    @Test
    void aGivenNameStays() {
        UniqueConstraint given = UniqueConstraint.of("mine", "a");
        assertEquals(given, ALL.name(TABLE.name(), given, 63));
    }

    @Test
    void withoutATemplateConstraintsStayUnnamedAndIndexesDoNot() {
        Table named = NamingConvention.NONE.name(TABLE, 63);
        assertNull(named.primaryKey().name());
        assertEquals("ix_orders_b", named.indexes().get(0).name().value());
    }

    @Test
    void aLongNameIsCutTheSameWayEveryTime() {
        Index index = Index.of(null, "ä".repeat(60));
        String first = ALL.name(TABLE.name(), index, 30).name().value();
        assertEquals(first, ALL.name(TABLE.name(), index, 30).name().value());
        assertTrue(first.getBytes(StandardCharsets.UTF_8).length <= 30);
        assertTrue(first.startsWith("ix_orders_ä"));
        String other = ALL.name(TABLE.name(), Index.of(null, "ä".repeat(61)), 30)
                .name()
                .value();
        assertTrue(!first.equals(other));
    }

    @Test
    void aLimitWithoutRoomForAHashIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> ALL.name(TABLE, 9));
    }

    @Test
    void tokensThatDoNotExistAreFound() {
        NamingConvention wrong =
                new NamingConvention("pk_%{tabel}", null, "%{referred_table}", "%{column_12}", "%{columns}");
        assertEquals(
                List.of("naming.primary_key", "naming.unique", "naming.check"),
                wrong.problems().stream().map(Finding::subject).toList());
        assertEquals("Did you mean 'table'?", wrong.problems().get(0).hint());
        assertEquals(List.of(), ALL.problems());
    }
}
