// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.plan;

import dev.retort.engine.graph.RevisionSymbol;
import java.util.List;

/** One end of a range of revisions. */
public sealed interface RangeEnd {

    /**
     * What a database has.
     *
     * @param rows its version rows
     */
    record Rows(VersionRows rows) implements RangeEnd {}

    /**
     * What some symbols mean, together.
     *
     * @param symbols the symbols; none means base
     */
    record Symbols(List<RevisionSymbol> symbols) implements RangeEnd {
        public Symbols {
            symbols = List.copyOf(symbols);
        }
    }
}
