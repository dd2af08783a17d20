// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.graph;

import dev.retort.diagnostic.Outcome;
import dev.retort.migration.MigrationHeader;
import dev.retort.migration.RevisionId;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * All revisions of a project: an immutable, acyclic graph. Revisions have a load order, in which sets and lists come
 * where nothing else is said. Memory is linear in revisions and edges; no method recurses over depth.
 */
public final class RevisionGraph {

    private final List<MigrationHeader> headers;
    private final Map<String, Integer> indices;
    private final Names names;
    private final Topology topology;
    private final NormalizedDown normalized;
    private final LabelCoverage labels;
    private final RevisionAuthors authors;

    RevisionGraph(List<MigrationHeader> headers, Map<String, Integer> indices, Names names, Topology topology) {
        this.headers = headers;
        this.indices = indices;
        this.names = names;
        this.topology = topology;
        this.normalized = new NormalizedDown(topology);
        this.labels = new LabelCoverage(headers, topology);
        this.authors = RevisionAuthors.NOBODY;
    }

    private RevisionGraph(RevisionGraph other, RevisionAuthors authors) {
        this.headers = other.headers;
        this.indices = other.indices;
        this.names = other.names;
        this.topology = other.topology;
        this.normalized = other.normalized;
        this.labels = other.labels;
        this.authors = authors;
    }

    /**
     * The same graph, whose messages can say who wrote a revision.
     *
     * @param lookup who wrote what; asked when such a message is made
     * @return a view of this graph
     */
    public RevisionGraph withAuthors(RevisionAuthors lookup) {
        return new RevisionGraph(this, lookup);
    }

    /**
     * Builds the graph of some migrations.
     *
     * @param headers the headers in load order
     * @return the graph, or every reason why there is none: ids used twice, parents and dependencies that do not exist,
     *     labels used twice or unusable, loops and cycles
     */
    public static Outcome<RevisionGraph> of(List<MigrationHeader> headers) {
        return new GraphBuilder(headers).build();
    }

    /** {@return the number of revisions} */
    public int size() {
        return headers.size();
    }

    /**
     * Whether the graph has a revision.
     *
     * @param id any id
     * @return whether it has it
     */
    public boolean contains(RevisionId id) {
        return indexOrMissing(id) >= 0;
    }

    /**
     * What a migration says of itself.
     *
     * @param id a revision of this graph
     * @return its header
     * @throws IllegalArgumentException if the graph does not have it
     */
    public MigrationHeader header(RevisionId id) {
        return headers.get(index(id));
    }

    /** {@return all revisions} */
    public RevisionSet all() {
        return where(i -> true);
    }

    /** {@return the revisions that no other revises} */
    public RevisionSet heads() {
        return where(i -> topology.children()[i].length == 0);
    }

    /** {@return the revisions that no other revises or depends on: the rows of a database that has everything} */
    public RevisionSet effectiveHeads() {
        return where(i -> topology.followers()[i].length == 0);
    }

    /** {@return the revisions that revise nothing} */
    public RevisionSet bases() {
        return where(i -> topology.parents()[i].length == 0);
    }

    /** {@return the revisions that several others revise} */
    public RevisionSet branchPoints() {
        return where(i -> topology.children()[i].length > 1);
    }

    /** {@return the revisions that revise several others} */
    public RevisionSet mergePoints() {
        return where(i -> topology.parents()[i].length > 1);
    }

    /**
     * What a revision revises.
     *
     * @param id a revision of this graph
     * @return its parents, in the order of its file
     */
    public List<RevisionId> parents(RevisionId id) {
        return ids(topology.parents()[index(id)]);
    }

    /**
     * What revises a revision.
     *
     * @param id a revision of this graph
     * @return its children, in load order
     */
    public List<RevisionId> children(RevisionId id) {
        return ids(topology.children()[index(id)]);
    }

    /**
     * What a revision depends on, with labels replaced by the revision that carries them.
     *
     * @param id a revision of this graph
     * @return its dependencies, in the order of its file
     */
    public List<RevisionId> dependencies(RevisionId id) {
        return ids(topology.dependencies()[index(id)]);
    }

    /**
     * What a revision is directly based on: parents, then dependencies, without repetition.
     *
     * @param id a revision of this graph
     * @return the revisions below it
     */
    public List<RevisionId> below(RevisionId id) {
        return ids(topology.bases()[index(id)]);
    }

    /**
     * What is directly based on a revision: its children and those that depend on it.
     *
     * @param id a revision of this graph
     * @return the revisions above it, in load order
     */
    public List<RevisionId> above(RevisionId id) {
        return ids(topology.followers()[index(id)]);
    }

    /**
     * The parents of a revision, then those dependencies that none of its line ancestors lists too.
     *
     * @param id a revision of this graph
     * @return the parents and the dependencies that are its own
     */
    public List<RevisionId> normalizedBelow(RevisionId id) {
        return ids(normalized.of(index(id)));
    }

    /**
     * The branch labels that cover a revision: those of its line ancestors and its own, and, on a line that does not
     * fork or merge any more, those above it.
     *
     * @param id a revision of this graph
     * @return the labels, sorted
     */
    public List<String> labels(RevisionId id) {
        return labels.of(index(id));
    }

    /**
     * The revision whose file carries a label.
     *
     * @param label a label, whole
     * @return the revision, or empty if no file carries it
     */
    public Optional<RevisionId> labelled(String label) {
        Integer index = names.labelOwner(label);
        return index == null ? Optional.empty() : Optional.of(idAt(index));
    }

    /**
     * Some revisions as a set.
     *
     * @param ids revisions of this graph
     * @return the set
     * @throws IllegalArgumentException if the graph does not have one of them
     */
    public RevisionSet setOf(Collection<RevisionId> ids) {
        BitSet bits = new BitSet(size());
        ids.forEach(id -> bits.set(index(id)));
        return new RevisionSet(this, bits);
    }

    /**
     * Some revisions and everything below them.
     *
     * @param ids      revisions of this graph
     * @param relation which edges to follow
     * @return the ancestors, the given ones included
     */
    public RevisionSet ancestors(Collection<RevisionId> ids, Relation relation) {
        return new RevisionSet(this, Topology.reach(setOf(ids).bits(), topology.down(relation)));
    }

    /**
     * Some revisions and everything above them.
     *
     * @param ids      revisions of this graph
     * @param relation which edges to follow
     * @return the descendants, the given ones included
     */
    public RevisionSet descendants(Collection<RevisionId> ids, Relation relation) {
        return new RevisionSet(this, Topology.reach(setOf(ids).bits(), topology.up(relation)));
    }

    /**
     * The revisions of a set that no other of the set is based on.
     *
     * @param set      a set of this graph
     * @param relation which edges count
     * @return the maximal elements
     */
    public RevisionSet maximal(RevisionSet set, Relation relation) {
        int[][] down = topology.down(relation);
        BitSet below = new BitSet(size());
        set.bits().stream().forEach(i -> Arrays.stream(down[i]).forEach(below::set));
        return set.minus(new RevisionSet(this, Topology.reach(below, down)));
    }

    /**
     * The revisions of a set in the order in which a history shows them: newest first, everything before what it is
     * based on, a branch down to where it began before the next. An upgrade runs the reverse.
     *
     * @param set a set of this graph
     * @return the same revisions, ordered; the order depends on load order alone
     */
    public List<RevisionId> newestFirst(RevisionSet set) {
        return ids(new HistoryOrder(topology, normalized).newestFirst(set.bits()));
    }

    Topology topology() {
        return topology;
    }

    RevisionAuthors authors() {
        return authors;
    }

    Names names() {
        return names;
    }

    RevisionId idAt(int index) {
        return headers.get(index).id();
    }

    int index(RevisionId id) {
        int index = indexOrMissing(id);
        if (index < 0) {
            throw new IllegalArgumentException("revision must be in the graph, but was '" + id + "'");
        }
        return index;
    }

    int indexOrMissing(RevisionId id) {
        return indices.getOrDefault(id.value(), -1);
    }

    private List<RevisionId> ids(int[] of) {
        return Arrays.stream(of).mapToObj(this::idAt).toList();
    }

    private RevisionSet where(IntPredicate condition) {
        BitSet bits = new BitSet(size());
        for (int i = 0; i < size(); i++) {
            bits.set(i, condition.test(i));
        }
        return new RevisionSet(this, bits);
    }
}
