// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit;

import dev.retort.engine.replay.Replay;
import dev.retort.operation.Operation;
import dev.retort.schema.Schema;
import java.util.List;

/** Law 5: replay in memory and the database agree about what operations do. */
final class ReplayLaw implements Law {

    @Override
    public String name() {
        return "5 replay";
    }

    @Override
    public int check(LawCase one) throws Exception {
        Schema schema = one.schema();
        try (LawSession session = one.session()) {
            session.create(schema);
            List<Operation> operations = one.operations(schema, 1 + one.random().nextInt(8), operation -> true);
            Schema expected = one.dialect().canonical(Replay.after(schema, operations));
            try {
                session.run(schema, operations);
                one.same("the database differs from what replay says", expected, session.inspect());
            } finally {
                one.note("statements", session::log);
            }
        }
        return 1;
    }
}
