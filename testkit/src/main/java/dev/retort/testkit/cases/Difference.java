// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit.cases;

import dev.retort.diagnostic.SourceLocation;
import dev.retort.dialect.Capability;
import dev.retort.dialect.Dialect;
import dev.retort.engine.autogenerate.ColumnOrder;
import dev.retort.engine.autogenerate.Comparator;
import dev.retort.engine.autogenerate.Comparison;
import dev.retort.engine.replay.Replay;
import dev.retort.migration.MigrationStep;
import dev.retort.operation.Operation;
import dev.retort.schema.Schema;
import dev.retort.testkit.Compact;
import java.util.List;

/** What is found between the database of a case and what it shall be, as autogenerate finds it. */
final class Difference {

    private Difference() {}

    /** The case with the operations that are found, or the same if it is about operations. */
    static OperationCase found(OperationCase one, Dialect dialect) {
        if (one.difference() == null) {
            return one;
        }
        if (!dialect.capabilities().containsAll(one.needs())) {
            // It must be refused already to make the database as it is before.
            return one;
        }
        Schema from = canonical(one.before(), dialect);
        Schema to = canonical(one.wanted(), dialect);
        Comparison comparison = new Comparator(dialect.can(Capability.COLUMN_POSITION)).compare(from, to);
        List<Operation> operations = comparison.operations();
        List<String> keywords = operations.stream().map(Operation::keyword).toList();
        if (!comparison.findings().isEmpty() || !keywords.equals(one.difference())) {
            throw new AssertionError(one.name() + ": expected " + one.difference() + ", found " + comparison.findings()
                    + Compact.text(operations));
        }
        Schema reached = dialect.canonical(Replay.after(from, operations));
        if (!ColumnOrder.equalWithout(to, reached)) {
            throw new AssertionError(one.name() + ": the difference does not lead to what is wanted:\n"
                    + Compact.difference(to, reached));
        }
        SourceLocation place = one.before().isEmpty()
                ? new SourceLocation(one.file(), 1, 1)
                : one.before().get(0).location();
        return one.withOperations(operations.stream()
                .map(operation -> MigrationStep.of(operation, place))
                .toList());
    }

    private static Schema canonical(List<MigrationStep> steps, Dialect dialect) {
        return dialect.canonical(Replay.after(
                Schema.EMPTY, steps.stream().map(MigrationStep::operation).toList()));
    }
}
