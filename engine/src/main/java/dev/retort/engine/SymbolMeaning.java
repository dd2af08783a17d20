// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine;

import dev.retort.migration.RevisionId;
import java.util.List;

/**
 * What a revision symbol stands for, and how it was read.
 *
 * @param symbol the symbol, as written
 * @param ids    the revisions that it stands for; none for {@code base}
 * @param steps  how it was read, in the order of reading, each a sentence without a full stop
 */
public record SymbolMeaning(String symbol, List<RevisionId> ids, List<String> steps) {

    public SymbolMeaning {
        ids = List.copyOf(ids);
        steps = List.copyOf(steps);
    }
}
