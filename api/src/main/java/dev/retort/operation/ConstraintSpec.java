// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.Deferrability;
import dev.retort.schema.Identifier;
import dev.retort.schema.Options;
import dev.retort.schema.TableBuilder;
import dev.retort.schema.TableConstraint;
import org.jspecify.annotations.Nullable;

/** A constraint as it is to be made. */
public abstract sealed class ConstraintSpec extends TablePart
        permits PrimaryKeySpec, UniqueSpec, ForeignKeySpec, CheckSpec, ExclusionSpec {

    private @Nullable String name;
    private Deferrability deferrability = Deferrability.NOT_DEFERRABLE;
    private Options options = Options.NONE;

    ConstraintSpec() {}

    final void setName(String value) {
        name = value;
    }

    final void setDeferrability(Deferrability value) {
        deferrability = value;
    }

    final void setOption(String dialect, String key, Object value) {
        options = options.with(dialect, key, value);
    }

    final @Nullable Identifier name() {
        return name == null ? null : new Identifier(name);
    }

    final Deferrability deferrability() {
        return deferrability;
    }

    final Options options() {
        return options;
    }

    abstract TableConstraint build();

    @Override
    void addTo(TableBuilder table) {
        table.constraint(build());
    }
}
