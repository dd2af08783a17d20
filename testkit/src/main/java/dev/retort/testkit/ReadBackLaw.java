// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit;

import dev.retort.schema.Schema;

/** Law 1: what is read back after creating a schema is its canonical form, and the canonical form is its own. */
final class ReadBackLaw implements Law {

    @Override
    public String name() {
        return "1 read back";
    }

    @Override
    public int check(LawCase one) throws Exception {
        Schema schema = one.schema();
        Schema canonical = one.dialect().canonical(schema);
        one.same(
                "the canonical form of the canonical form differs",
                canonical,
                one.dialect().canonical(canonical));
        try (LawSession session = one.session()) {
            try {
                session.create(schema);
                one.same("what was read back differs", canonical, session.inspect());
            } finally {
                one.note("statements", session::log);
            }
        }
        return 1;
    }
}
