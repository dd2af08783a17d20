// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.ObjectKind;
import dev.retort.schema.QualifiedName;

/**
 * Adds, renames or drops a value of an enum type, or sets its comment.
 *
 * @param type   its name
 * @param change what happens
 */
public record AlterEnum(QualifiedName type, EnumChange change) implements Operation {

    @Override
    public String keyword() {
        return "alter_enum";
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visitAlterEnum(this);
    }

    @Override
    public Footprint footprint() {
        return Footprint.writes(ObjectRef.of(ObjectKind.ENUM, type));
    }
}
