// SPDX-License-Identifier: Apache-2.0
package com.example.retort.h2;

import dev.retort.dialect.StandardCanonical;
import dev.retort.schema.Identifier;
import dev.retort.schema.TableConstraint;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What H2 keeps of the structure of a schema: what the standard says, but for two things. */
final class H2Canonical extends StandardCanonical {

    static final Pattern CHOSEN_NAME = Pattern.compile("CONSTRAINT_[0-9A-F]+(_\\d+)?");
    static final long CACHE = 32;

    H2Canonical(H2Dialect dialect) {
        super(dialect);
    }

    /** A name that H2 chose says nothing, and the same constraint has another one elsewhere. */
    @Override
    protected @Nullable Identifier constraintName(TableConstraint constraint) {
        Identifier name = constraint.name();
        return name == null || CHOSEN_NAME.matcher(name.value()).matches() ? null : name;
    }

    @Override
    protected long defaultCache() {
        return CACHE;
    }
}
