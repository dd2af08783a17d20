// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.ObjectKind;
import dev.retort.schema.QualifiedName;

/**
 * Drops an enum type.
 *
 * @param type     its name
 * @param ifExists whether it is no mistake if it does not exist
 * @param cascade  whether objects that depend on it go too
 */
public record DropEnum(QualifiedName type, boolean ifExists, boolean cascade) implements Operation {

    @Override
    public String keyword() {
        return "drop_enum";
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visitDropEnum(this);
    }

    @Override
    public Footprint footprint() {
        return Footprint.writes(ObjectRef.of(ObjectKind.ENUM, type));
    }
}
