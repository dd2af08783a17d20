// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.autogenerate;

import dev.retort.operation.AlterSequence;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.DropSequence;
import dev.retort.operation.Operation;
import dev.retort.schema.Schema;
import dev.retort.schema.Sequence;
import dev.retort.schema.Sequence.ColumnReference;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * Differences between sequences. A default may need a sequence and a sequence may belong to a column, so sequences are
 * created before the tables and given to their columns afterwards.
 *
 * @param from the schema that is there
 * @param to   the schema that shall be
 */
record SequenceChange(Schema from, Schema to) {

    List<Operation> before() {
        List<Operation> operations = new ArrayList<>();
        for (Sequence target : to.sequences().values()) {
            Sequence present = from.sequences().get(target.name());
            if (present == null) {
                operations.add(new CreateSequence(free(target), false));
            } else if (goesWithOwner(present)) {
                operations.add(new AlterSequence(free(present), null));
            }
        }
        return operations;
    }

    List<Operation> after() {
        List<Operation> operations = new ArrayList<>();
        for (Sequence target : to.sequences().values()) {
            Sequence present = from.sequences().get(target.name());
            Sequence now = present == null ? free(target) : goesWithOwner(present) ? free(present) : present;
            if (!now.equals(target)) {
                operations.add(new AlterSequence(target, null));
            }
        }
        from.sequences().values().stream()
                .filter(sequence -> !to.sequences().containsKey(sequence.name()) && !goesWithOwner(sequence))
                .forEach(sequence -> operations.add(new DropSequence(sequence.name(), false, false)));
        return operations;
    }

    private boolean goesWithOwner(Sequence sequence) {
        ColumnReference owner = sequence.ownedBy();
        if (owner == null || from.table(owner.table()).isEmpty()) {
            return false;
        }
        Table table = to.tables().get(owner.table());
        return table == null || table.column(owner.column()).isEmpty();
    }

    private static Sequence free(Sequence s) {
        return new Sequence(
                s.name(),
                s.type(),
                s.start(),
                s.increment(),
                s.minValue(),
                s.maxValue(),
                s.cycle(),
                s.cache(),
                null,
                s.comment());
    }
}
