// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

import org.jspecify.annotations.Nullable;

/**
 * A {@code [NOT] DEFERRABLE} clause.
 *
 * @param deferrable false for {@code NOT DEFERRABLE}
 * @param initiallyDeferred what {@code INITIALLY} says, null when it is not written
 */
public record Deferral(boolean deferrable, @Nullable Boolean initiallyDeferred) {

    /** Whether SQLite checks the constraint at commit. */
    public boolean deferred() {
        return deferrable && Boolean.TRUE.equals(initiallyDeferred);
    }
}
