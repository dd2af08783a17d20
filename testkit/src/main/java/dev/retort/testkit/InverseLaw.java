// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit;

import dev.retort.engine.inverse.Inverse;
import dev.retort.engine.inverse.Reversal;
import dev.retort.engine.replay.Replay;
import dev.retort.engine.replay.ReplayState;
import dev.retort.operation.Operation;
import dev.retort.schema.Schema;
import java.util.List;

/** Law 4: an operation followed by its inverse leaves the schema as it was. */
final class InverseLaw implements Law {

    @Override
    public String name() {
        return "4 inverse";
    }

    @Override
    public int check(LawCase one) throws Exception {
        Schema schema = one.schema();
        int checked = 0;
        try (LawSession session = one.session()) {
            session.create(schema);
            for (int i = 0; i < 3; i++) {
                Schema before = session.inspect();
                List<Operation> operations = one.operations(before, 1, operation -> true);
                if (operations.isEmpty()) {
                    continue;
                }
                Operation operation = operations.get(0);
                Reversal reversal = new Inverse(one.placing()).of(operation, ReplayState.of(before));
                if (!(reversal instanceof Reversal.By by)) {
                    continue;
                }
                Schema after = Replay.after(before, operations);
                if (session.placed(after, by.operations()).stream().anyMatch(one::refuses)) {
                    continue;
                }
                one.note("inverse", () -> Compact.text(by.operations()));
                try {
                    session.run(before, operations);
                    session.run(after, by.operations());
                    one.same("the schema is not what it was", before, session.inspect());
                } catch (Exception | AssertionError e) {
                    one.note("statements", session::log);
                    throw e;
                }
                checked++;
            }
        }
        return checked;
    }
}
