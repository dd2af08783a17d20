// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.ObjectKind;
import dev.retort.schema.QualifiedName;

/**
 * Drops a view.
 *
 * @param view         its name
 * @param materialized whether it is a materialized one
 * @param ifExists     whether it is no mistake if it does not exist
 * @param cascade      whether objects that depend on it go too
 */
public record DropView(QualifiedName view, boolean materialized, boolean ifExists, boolean cascade)
        implements Operation {

    @Override
    public String keyword() {
        return "drop_view";
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.visitDropView(this);
    }

    @Override
    public Footprint footprint() {
        return Footprint.writes(ObjectRef.of(ObjectKind.VIEW, view));
    }
}
