// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.plan;

import dev.retort.migration.RevisionId;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a version table, in the order in which the table gave them. Immutable; two are equal if they hold the same
 * rows in the same order.
 *
 * <p>Rows made by changes share what they can with the rows before: only every so often a full list is kept. So the rows
 * after every step of a long plan need memory linear in the plan, however many branches there are.
 */
public final class VersionRows implements Iterable<RevisionId> {

    /** A database without migrations. */
    public static final VersionRows NONE = new VersionRows(List.of(), null, List.of(), 0);

    private static final int SHORTEST_CHAIN = 16;

    private final @Nullable List<RevisionId> full;
    private final @Nullable VersionRows before;
    private final List<RowChange> changes;
    private final int distance;
    /** The size of the last full list: about the size of this one, and known without walking there. */
    private final int fullSize;

    private VersionRows(
            @Nullable List<RevisionId> full, @Nullable VersionRows before, List<RowChange> changes, int distance) {
        this.full = full;
        this.before = before;
        this.changes = changes;
        this.distance = distance;
        this.fullSize = full != null ? full.size() : before != null ? before.fullSize : 0;
    }

    /**
     * Some rows.
     *
     * @param ids in the order of the table; repeated ids count once
     * @return the rows
     */
    public static VersionRows of(Collection<RevisionId> ids) {
        return new VersionRows(List.copyOf(new LinkedHashSet<>(ids)), null, List.of(), 0);
    }

    /** {@return the rows as a list} */
    public List<RevisionId> ids() {
        Deque<VersionRows> chain = new ArrayDeque<>();
        VersionRows at = this;
        while (at.full == null && at.before != null) {
            chain.push(at);
            at = at.before;
        }
        List<RevisionId> known = at.full == null ? List.of() : at.full;
        if (chain.isEmpty()) {
            return known;
        }
        RowList rows = new RowList(known);
        chain.forEach(link -> link.changes.forEach(rows::apply));
        return rows.toList();
    }

    /**
     * The rows after some changes.
     *
     * @param next the changes, in order
     * @return new rows
     * @throws IllegalArgumentException at once or when the rows are read, if a change does not fit
     */
    public VersionRows after(List<RowChange> next) {
        VersionRows link = new VersionRows(null, this, List.copyOf(next), distance + 1);
        if (link.distance < SHORTEST_CHAIN) {
            return link;
        }
        return link.distance < link.fullSize ? link : new VersionRows(link.ids(), null, List.of(), 0);
    }

    /** {@return whether there is no row} */
    public boolean isEmpty() {
        return ids().isEmpty();
    }

    /** {@return how many rows there are} */
    public int size() {
        return ids().size();
    }

    @Override
    public Iterator<RevisionId> iterator() {
        return ids().iterator();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VersionRows that && that.ids().equals(ids());
    }

    @Override
    public int hashCode() {
        return ids().hashCode();
    }

    @Override
    public String toString() {
        return ids().toString();
    }
}
