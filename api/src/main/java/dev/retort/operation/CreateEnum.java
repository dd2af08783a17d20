// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.EnumType;
import dev.retort.schema.ObjectKind;

/**
 * Creates an enum type. A database without named types checks the columns that use it.
 *
 * @param type        the type
 * @param ifNotExists whether it is no mistake if it exists already
 */
public record CreateEnum(EnumType type, boolean ifNotExists) implements Operation {

    @Override
    public String keyword() {
        return "create_enum";
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visitCreateEnum(this);
    }

    @Override
    public Footprint footprint() {
        return Footprint.writes(ObjectRef.of(ObjectKind.ENUM, type.name()));
    }
}
