// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.Identifier;
import org.jspecify.annotations.Nullable;

/**
 * Creates a namespace (SQL's {@code CREATE SCHEMA}).
 *
 * @param schema        its name
 * @param ifNotExists   whether it is no mistake if it exists already
 * @param authorization the owner, or null for the user who runs it
 */
public record CreateSchema(
        Identifier schema, boolean ifNotExists, @Nullable String authorization) implements Operation {

    @Override
    public String keyword() {
        return "create_schema";
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visitCreateSchema(this);
    }

    @Override
    public Footprint footprint() {
        return Footprint.writes(ObjectRef.namespace(schema));
    }
}
