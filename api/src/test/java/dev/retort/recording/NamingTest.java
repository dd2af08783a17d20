// SPDX-License-Identifier: Apache-2.0
package dev.retort.recording;

import static dev.retort.operation.Dsl.*;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.retort.migration.MigrationStep;
import dev.retort.operation.Naming;
import dev.retort.operation.Operation;
import dev.retort.operation.Operations;
import dev.retort.schema.NamingConvention;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class NamingTest {

    private static final Naming NAMING = new Naming(
            new NamingConvention("pk_%{table}", "fk_%{columns}", "uq_%{columns}", "ix_%{columns}", "ck_%{name}"),
            Naming.COMMON_LIMIT);

    @Test
    void everyOperationThatMakesAPartNamesIt() {
        assertNamed(
                op -> {
                    op.createTable("t", column("a", integer()), primaryKey("a"));
                    op.createIndex(null, "t", "a");
                    op.addColumn("t", column("b", integer()))
                            .inline(foreignKey("b").references("t", "a"));
                    op.addPrimaryKey("t", primaryKey("a"));
                    op.addUnique("t", unique("a", "b"));
                    op.addForeignKey("t", foreignKey("a").references("t", "b"));
                    op.addCheck("t", check("a > 0").named("positive"));
                },
                op -> {
                    op.createTable("t", column("a", integer()), primaryKey("a").named("pk_t"));
                    op.createIndex("ix_a", "t", "a");
                    op.addColumn("t", column("b", integer()))
                            .inline(foreignKey("b").references("t", "a").named("fk_b"));
                    op.addPrimaryKey("t", primaryKey("a").named("pk_t"));
                    op.addUnique("t", unique("a", "b").named("uq_a_b"));
                    op.addForeignKey("t", foreignKey("a").references("t", "b").named("fk_a"));
                    op.addCheck("t", check("a > 0").named("ck_positive"));
                });
    }

    @Test
    void operationsInsideOthersAreNamedToo() {
        assertNamed(
                op -> {
                    op.batch("t", batch -> batch.addUnique("t", unique("a")));
                    op.execute("CREATE INDEX ...").effects(told -> told.createIndex(null, "t", "a"));
                    op.execute("SELECT 1").effects(told -> {});
                    op.execute("SELECT 1");
                },
                op -> {
                    op.batch("t", batch -> batch.addUnique("t", unique("a").named("uq_a")));
                    op.execute("CREATE INDEX ...").effects(told -> told.createIndex("ix_a", "t", "a"));
                    op.execute("SELECT 1").effects(told -> {});
                    op.execute("SELECT 1");
                });
    }

    private static void assertNamed(Consumer<Operations> before, Consumer<Operations> after) {
        assertEquals(
                recorded(after), recorded(before).stream().map(NAMING::name).toList());
    }

    private static List<Operation> recorded(Consumer<Operations> body) {
        Operations op = new Operations();
        body.accept(op);
        assertEquals(List.of(), op.findings());
        return op.steps().stream().map(MigrationStep::operation).toList();
    }
}
