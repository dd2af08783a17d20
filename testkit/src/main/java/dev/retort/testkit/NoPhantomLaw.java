// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit;

import dev.retort.engine.autogenerate.Comparison;
import dev.retort.schema.Schema;

/** Law 2: a schema that was just created shows no difference. */
final class NoPhantomLaw implements Law {

    @Override
    public String name() {
        return "2 no phantom";
    }

    @Override
    public int check(LawCase one) throws Exception {
        Schema schema = one.schema();
        try (LawSession session = one.session()) {
            session.create(schema);
            Comparison difference =
                    one.comparator().compare(session.inspect(), one.dialect().canonical(schema));
            if (!difference.isEmpty()) {
                one.note("statements", session::log);
                throw new AssertionError(
                        "there are differences:\n" + Compact.text(difference.operations()) + difference.findings());
            }
        }
        return 1;
    }
}
