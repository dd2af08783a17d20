// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.replay;

import dev.retort.schema.Schema;
import java.util.List;

/**
 * A schema as far as it is known. Once an opaque statement has run, a name that the schema does not have may exist
 * nevertheless, and what the schema has is what was known before that statement.
 *
 * @param schema what is known
 * @param opaque the statements that make it uncertain, in order; empty if the schema is known in full
 */
public record ReplayState(Schema schema, List<OpaquePlace> opaque) {

    /** An empty database. */
    public static final ReplayState EMPTY = of(Schema.EMPTY);

    public ReplayState {
        opaque = List.copyOf(opaque);
    }

    /**
     * @param schema a schema
     * @return the state in which that is known in full
     */
    public static ReplayState of(Schema schema) {
        return new ReplayState(schema, List.of());
    }

    /** {@return whether the schema is known in full} */
    public boolean isKnown() {
        return opaque.isEmpty();
    }
}
