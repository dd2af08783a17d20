// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.graph;

import dev.retort.migration.RevisionId;
import java.util.Optional;

/** Where a symbol or a walk ends. */
public sealed interface Place {

    /**
     * At a revision.
     *
     * @param id which
     */
    record At(RevisionId id) implements Place {}

    /** Below the last revision of a line: the empty database. */
    record Base() implements Place {}

    /** Past an end, where nothing is. */
    record Beyond() implements Place {}

    /** The only {@link Base}. */
    Place BASE = new Base();

    /** The only {@link Beyond}. */
    Place BEYOND = new Beyond();

    /** {@return the revision, or empty if there is none here} */
    default Optional<RevisionId> revision() {
        return this instanceof At at ? Optional.of(at.id()) : Optional.empty();
    }
}
