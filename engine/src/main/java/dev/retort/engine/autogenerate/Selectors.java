// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.autogenerate;

import dev.retort.operation.ConstraintSelector;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identifier;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.TableConstraint;
import dev.retort.schema.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/** How a constraint is told apart: by its name if it has one, else by what it says. */
public final class Selectors {

    private Selectors() {}

    /**
     * @param constraint a constraint other than an exclusion constraint without a name
     * @return the selector for it
     * @throws IllegalArgumentException if it cannot be selected
     */
    public static ConstraintSelector of(TableConstraint constraint) {
        ConstraintSelector selector = ofNullable(constraint);
        if (selector == null) {
            throw new IllegalArgumentException("an exclusion constraint must have a name to be dropped");
        }
        return selector;
    }

    static @Nullable ConstraintSelector ofNullable(TableConstraint constraint) {
        Identifier name = constraint.name();
        if (constraint instanceof PrimaryKey) {
            return new ConstraintSelector.ThePrimaryKey();
        }
        if (name != null) {
            return new ConstraintSelector.Named(name, constraint.kind());
        }
        if (constraint instanceof UniqueConstraint unique) {
            return new ConstraintSelector.UniqueOn(unique.columns());
        }
        if (constraint instanceof ForeignKey key) {
            return new ConstraintSelector.ForeignKeyOn(key.columns(), key.referredTable());
        }
        return constraint instanceof CheckConstraint check ? new ConstraintSelector.CheckOf(check.expression()) : null;
    }
}
