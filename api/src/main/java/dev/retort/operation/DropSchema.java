// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.Identifier;

/**
 * Drops a namespace.
 *
 * @param schema   its name
 * @param ifExists whether it is no mistake if it does not exist
 * @param cascade  whether everything in it goes too
 */
public record DropSchema(Identifier schema, boolean ifExists, boolean cascade) implements Operation {

    @Override
    public String keyword() {
        return "drop_schema";
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visitDropSchema(this);
    }

    @Override
    public Footprint footprint() {
        return Footprint.writes(ObjectRef.namespace(schema));
    }
}
