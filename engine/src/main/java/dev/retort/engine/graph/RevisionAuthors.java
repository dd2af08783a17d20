// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.graph;

import dev.retort.migration.RevisionId;
import java.util.Collection;
import java.util.Map;

/** Tells who wrote revisions, for messages that ask people to agree. */
@FunctionalInterface
public interface RevisionAuthors {

    /** Knows nobody. */
    RevisionAuthors NOBODY = ids -> Map.of();

    /**
     * Who wrote some revisions.
     *
     * @param ids revisions of the graph
     * @return names of people; a revision whose author is not known is left out
     */
    Map<RevisionId, String> of(Collection<RevisionId> ids);
}
