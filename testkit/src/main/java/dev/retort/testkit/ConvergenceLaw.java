// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit;

import dev.retort.engine.autogenerate.Comparison;
import dev.retort.operation.Operation;
import dev.retort.schema.Schema;
import java.util.List;

/** Law 3: applying the difference between two schemas to the one gives the other. */
final class ConvergenceLaw implements Law {

    @Override
    public String name() {
        return "3 convergence";
    }

    @Override
    public int check(LawCase one) throws Exception {
        Schema first = one.schema();
        try (LawSession session = one.session()) {
            session.create(first);
            Schema from = session.inspect();
            Schema to = one.dialect().canonical(target(one, from));
            Comparison difference = one.comparator().compare(from, to);
            one.note("difference", () -> Compact.text(difference.operations()));
            if (session.placed(from, difference.operations()).stream().anyMatch(one::refuses)) {
                return 0;
            }
            try {
                session.run(from, difference.operations());
                one.sameButForOrder("the database differs from the target", to, session.inspect());
            } finally {
                one.note("statements", session::log);
            }
        }
        return 1;
    }

    /** Another schema, or one a few operations away. */
    private static Schema target(LawCase one, Schema from) {
        if (one.random().nextBoolean()) {
            return one.schema();
        }
        List<Operation> operations = one.operations(from, 6, operation -> true);
        return dev.retort.engine.replay.Replay.after(from, operations);
    }
}
