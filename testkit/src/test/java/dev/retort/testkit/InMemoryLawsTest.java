// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.diagnostic.SourceLocation;
import dev.retort.dialect.PlacedOperation;
import dev.retort.engine.autogenerate.ColumnOrder;
import dev.retort.engine.autogenerate.Comparator;
import dev.retort.engine.autogenerate.Comparison;
import dev.retort.engine.inverse.Inverse;
import dev.retort.engine.inverse.Reversal;
import dev.retort.engine.replay.Replay;
import dev.retort.engine.replay.ReplayState;
import dev.retort.migration.MigrationStep;
import dev.retort.operation.Operation;
import dev.retort.schema.Schema;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class InMemoryLawsTest {

    private static final Vocabulary EVERYTHING = Vocabulary.everything();
    private static final int COUNT = Integer.getInteger("retort.laws.count", 500);

    private interface Case {
        void check(Random random) throws Exception;
    }

    private static void forAllSeeds(Case one) throws Exception {
        Integer only = Integer.getInteger("retort.seed");
        for (int seed = only == null ? 0 : only; seed < (only == null ? COUNT : only + 1); seed++) {
            try {
                one.check(new Random(seed));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("with -Dretort.seed=" + seed + ": " + e.getMessage(), e);
            }
        }
    }

    private static Schema schema(Random random) {
        return new RandomSchemas(EVERYTHING, random).schema();
    }

    private static RandomOperations operations(Random random) {
        return new RandomOperations(EVERYTHING, random, placed -> true);
    }

    @Test
    void aRandomSchemaHasNoContradictions() throws Exception {
        forAllSeeds(random -> {
            Schema schema = schema(random);
            List<Operation> operations =
                    new Comparator(true).compare(Schema.EMPTY, schema).operations();
            Replay replay = new Replay(ReplayState.EMPTY);
            operations.forEach(operation -> replay.apply(operation, SourceLocation.NONE));
            assertEquals(List.of(), replay.findings());
            assertEquals(schema, replay.state().schema());
        });
    }

    @Test
    void theInverseGivesTheSchemaBefore() throws Exception {
        Set<String> seen = new TreeSet<>();
        forAllSeeds(random -> {
            Schema schema = schema(random);
            for (PlacedOperation placed : operations(random).sequence(schema, 8, operation -> true)) {
                seen.add(placed.operation().keyword());
                Reversal reversal = new Inverse(true).of(placed.operation(), ReplayState.of(placed.before()));
                assertTrue(reversal instanceof Reversal.By, () -> placed.operation() + ": " + reversal);
                Schema after = Replay.after(placed.after(), ((Reversal.By) reversal).operations());
                assertEquals(placed.before(), after, () -> placed.operation() + " undone by " + reversal);
            }
        });
        // Every operation that random schemas can have; the others are in InverseTest of the engine.
        assertTrue(seen.size() >= 28 || COUNT < 500 || Integer.getInteger("retort.seed") != null, () -> "only " + seen);
    }

    @Test
    void theInverseOfASequenceGivesTheSchemaBefore() throws Exception {
        forAllSeeds(random -> {
            Schema schema = schema(random);
            List<MigrationStep> steps = operations(random).sequence(schema, 12, operation -> true).stream()
                    .map(placed -> MigrationStep.of(placed.operation(), SourceLocation.NONE))
                    .toList();
            List<MigrationStep> inverse =
                    new Inverse(true).of(steps, ReplayState.of(schema)).orThrow();
            Schema after = Replay.of(ReplayState.of(schema), steps).orThrow().schema();
            Schema back = Replay.of(ReplayState.of(after), inverse).orThrow().schema();
            assertEquals(schema, back);
        });
    }

    @Test
    void aSchemaDoesNotDifferFromItself() throws Exception {
        forAllSeeds(random -> {
            Schema schema = schema(random);
            assertTrue(new Comparator(false).compare(schema, schema).isEmpty());
        });
    }

    @Test
    void theDifferenceLeadsFromOneSchemaToTheOther() throws Exception {
        forAllSeeds(random -> {
            Schema from = schema(random);
            assertLeads(from, schema(random));
            List<PlacedOperation> sequence = operations(random).sequence(from, 10, operation -> true);
            if (!sequence.isEmpty()) {
                Schema changed = sequence.get(sequence.size() - 1).after();
                assertLeads(from, changed);
                assertLeads(changed, from);
            }
        });
    }

    private static void assertLeads(Schema from, Schema to) {
        Comparison difference = new Comparator(false).compare(from, to);
        assertEquals(List.of(), difference.findings());
        Replay replay = new Replay(ReplayState.of(from));
        difference.operations().forEach(operation -> replay.apply(operation, SourceLocation.NONE));
        assertEquals(List.of(), replay.findings(), () -> Compact.text(difference.operations()));
        Schema reached = replay.state().schema();
        assertTrue(
                ColumnOrder.equalWithout(to, reached),
                () -> Compact.difference(to, reached) + "after\n" + Compact.text(difference.operations()));
        assertTrue(new Comparator(false).compare(replay.state().schema(), to).isEmpty());
    }

    @Test
    void theSameSeedGivesTheSameSchema() {
        assertEquals(schema(new Random(7)), schema(new Random(7)));
    }
}
