// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit;

import dev.retort.diagnostic.Severity;
import dev.retort.dialect.Capability;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.PlacedOperation;
import dev.retort.engine.autogenerate.ColumnOrder;
import dev.retort.engine.autogenerate.Comparator;
import dev.retort.operation.Operation;
import dev.retort.schema.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** One case of a law: a seed, what is made from it, and the notes that explain a failure. */
final class LawCase {

    private static final int ATTEMPTS = 40;

    private final DialectHarness harness;
    private final Vocabulary words;
    private final Random random;
    private final Map<String, Supplier<String>> notes = new LinkedHashMap<>();

    LawCase(DialectHarness harness, Vocabulary words, long seed) {
        this.harness = harness;
        this.words = words;
        this.random = new Random(seed);
    }

    Random random() {
        return random;
    }

    Vocabulary words() {
        return words;
    }

    Dialect dialect() {
        return harness.dialect();
    }

    DialectHarness harness() {
        return harness;
    }

    boolean placing() {
        return words.can(Capability.COLUMN_POSITION);
    }

    LawSession session() throws Exception {
        return new LawSession(harness);
    }

    /** Says more about the case, to be printed if it fails; a later note of the same title is the one that counts. */
    void note(String title, Supplier<String> text) {
        notes.remove(title);
        notes.put(title, text);
    }

    String notes() {
        StringBuilder all = new StringBuilder();
        notes.forEach((title, text) ->
                all.append(title).append(":\n").append(text.get().indent(2)));
        return all.toString();
    }

    /** A schema that the dialect accepts. */
    Schema schema() {
        for (int i = 0; i < ATTEMPTS; i++) {
            Schema schema = new RandomSchemas(words, random).schema();
            if (isAccepted(schema)) {
                note("schema", () -> Compact.text(schema));
                return schema;
            }
        }
        throw new IllegalStateException("no schema that the dialect accepts in " + ATTEMPTS
                + " attempts; declare quirks for what it refuses: "
                + dialect().check(new RandomSchemas(words, random).schema()));
    }

    private boolean isAccepted(Schema schema) {
        return dialect().check(schema).stream().noneMatch(finding -> finding.severity() == Severity.ERROR);
    }

    private boolean isAccepted(PlacedOperation placed) {
        return dialect().ddl().check(placed).stream().noneMatch(finding -> finding.severity() == Severity.ERROR)
                && isAccepted(placed.after());
    }

    /** Operations that fit the schema and that the dialect accepts. */
    /** Whether the dialect says at plan time that it cannot do an operation. */
    boolean refuses(PlacedOperation placed) {
        return dialect().ddl().check(placed).stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }

    List<Operation> operations(Schema start, int length, Predicate<Operation> wanted) {
        List<Operation> operations = new RandomOperations(words, random, this::isAccepted)
                .sequence(start, length, wanted).stream()
                        .map(PlacedOperation::operation)
                        .toList();
        note("operations", () -> Compact.text(operations));
        return operations;
    }

    /** Whether an operation fits the schema and the dialect accepts it. */
    boolean fits(Operation operation, Schema before) {
        return RandomOperations.placed(operation, before)
                .filter(this::isAccepted)
                .isPresent();
    }

    Comparator comparator() {
        return new Comparator(placing());
    }

    /** Fails unless two schemas are equal; the order of columns counts only where it can be chosen. */
    void same(String what, Schema expected, Schema actual) {
        boolean equal = expected.equals(actual) || (!placing() && ColumnOrder.equalWithout(expected, actual));
        if (!equal) {
            throw new AssertionError(what + ":\n" + Compact.difference(expected, actual));
        }
    }

    /** Fails unless two schemas are equal but for the order of columns. */
    void sameButForOrder(String what, Schema expected, Schema actual) {
        if (!ColumnOrder.equalWithout(expected, actual)) {
            throw new AssertionError(what + ":\n" + Compact.difference(expected, actual));
        }
    }
}
