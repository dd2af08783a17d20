// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.graph;

import dev.retort.migration.RevisionId;
import java.util.List;
import java.util.Optional;

/**
 * What a symbol means in a graph.
 *
 * @param symbol  the symbol
 * @param reading how it was read
 * @param places  where it leads: usually revisions; none for {@code base}
 */
public record Resolution(RevisionSymbol symbol, Reading reading, List<Place> places) {

    /** How a symbol was read. */
    public enum Reading {
        /** A whole revision id. */
        ID("a revision id"),
        /** A whole label. */
        LABEL("a branch label"),
        /** The beginning of exactly one id or label. */
        BEGINNING("the beginning of a revision id or label"),
        /** The keyword {@code head}. */
        HEAD("the only head"),
        /** The keyword {@code heads}. */
        HEADS("all heads"),
        /** The keyword {@code base}. */
        BASE("the empty database"),
        /** A number of steps down from the heads. */
        OFFSET("steps down from the heads");

        private final String words;

        Reading(String words) {
            this.words = words;
        }

        /** {@return the reading as a phrase for a sentence} */
        public String words() {
            return words;
        }
    }

    public Resolution {
        places = List.copyOf(places);
    }

    /** {@return the revisions among the places} */
    public List<RevisionId> revisions() {
        return places.stream().map(Place::revision).flatMap(Optional::stream).toList();
    }
}
