// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.graph;

import dev.retort.migration.RevisionId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.PrimitiveIterator;

/**
 * An immutable set of revisions of one graph, a bit each. Iterates in load order. Sets of different graphs do not mix.
 */
public final class RevisionSet implements Iterable<RevisionId> {

    private final RevisionGraph graph;
    private final BitSet bits;

    /** Takes the bits over; the caller no longer changes them. */
    RevisionSet(RevisionGraph graph, BitSet bits) {
        this.graph = graph;
        this.bits = bits;
    }

    /**
     * Whether a revision is in the set.
     *
     * @param id any id; one that the graph does not have is in no set
     * @return whether it is
     */
    public boolean contains(RevisionId id) {
        int index = graph.indexOrMissing(id);
        return index >= 0 && bits.get(index);
    }

    /**
     * What is in this set or in the other.
     *
     * @param other a set of the same graph
     * @return a new set
     */
    public RevisionSet union(RevisionSet other) {
        BitSet result = (BitSet) bits.clone();
        result.or(other.sameGraph(this).bits);
        return new RevisionSet(graph, result);
    }

    /**
     * What is in both sets.
     *
     * @param other a set of the same graph
     * @return a new set
     */
    public RevisionSet intersect(RevisionSet other) {
        BitSet result = (BitSet) bits.clone();
        result.and(other.sameGraph(this).bits);
        return new RevisionSet(graph, result);
    }

    /**
     * What is in this set and not in the other.
     *
     * @param other a set of the same graph
     * @return a new set
     */
    public RevisionSet minus(RevisionSet other) {
        BitSet result = (BitSet) bits.clone();
        result.andNot(other.sameGraph(this).bits);
        return new RevisionSet(graph, result);
    }

    /** {@return whether nothing is in the set} */
    public boolean isEmpty() {
        return bits.isEmpty();
    }

    /** {@return how many revisions are in the set} */
    public int size() {
        return bits.cardinality();
    }

    /** {@return the revisions in load order} */
    public List<RevisionId> toList() {
        List<RevisionId> result = new ArrayList<>(size());
        forEach(result::add);
        return List.copyOf(result);
    }

    @Override
    public Iterator<RevisionId> iterator() {
        PrimitiveIterator.OfInt indices = bits.stream().iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return indices.hasNext();
            }

            @Override
            public RevisionId next() {
                return graph.idAt(indices.nextInt());
            }
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RevisionSet that && that.graph == graph && that.bits.equals(bits);
    }

    @Override
    public int hashCode() {
        return bits.hashCode();
    }

    @Override
    public String toString() {
        return toList().toString();
    }

    RevisionGraph graph() {
        return graph;
    }

    /** The bits themselves, not a copy: for reading inside this package. */
    BitSet bits() {
        return bits;
    }

    private RevisionSet sameGraph(RevisionSet other) {
        if (other.graph != graph) {
            throw new IllegalArgumentException("sets must be of the same graph");
        }
        return this;
    }
}
