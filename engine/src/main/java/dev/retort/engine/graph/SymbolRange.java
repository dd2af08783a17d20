// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.graph;

import org.jspecify.annotations.Nullable;

/**
 * Two symbols with a colon between them.
 *
 * @param start the older end, or null if it was left out
 * @param end   the newer end, or null if it was left out
 */
public record SymbolRange(
        @Nullable RevisionSymbol start, @Nullable RevisionSymbol end) {

    @Override
    public String toString() {
        return (start == null ? "" : start.text()) + ":" + (end == null ? "" : end.text());
    }
}
