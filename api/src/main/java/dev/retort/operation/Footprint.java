// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identifier;
import dev.retort.schema.ObjectKind;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an operation touches. Lint, replay, recovery and the question whether two branches are independent are decided
 * from it.
 *
 * @param reads  what must be there as it is
 * @param writes what is made, changed or taken away
 * @param opaque whether there may be more, hidden in SQL text or code
 */
public record Footprint(Set<ObjectRef> reads, Set<ObjectRef> writes, boolean opaque) {

    /** Anything may be touched. */
    public static final Footprint OPAQUE = new Footprint(Set.of(), Set.of(), true);

    public Footprint {
        reads = Set.copyOf(reads);
        writes = Set.copyOf(writes);
    }

    /** @param refs what is written
     *  @return the footprint */
    public static Footprint writes(ObjectRef... refs) {
        return new Footprint(Set.of(), Set.of(refs), false);
    }

    /** @param operations operations
     *  @return what they touch together */
    public static Footprint of(List<? extends Operation> operations) {
        Footprint all = new Footprint(Set.of(), Set.of(), false);
        for (Operation operation : operations) {
            all = all.and(operation.footprint());
        }
        return all;
    }

    static Footprint ofNewTable(Table table) {
        Footprint all = writes(ObjectRef.table(table.name()));
        for (ForeignKey foreignKey : table.foreignKeys()) {
            all = all.reading(foreignKey);
        }
        return all;
    }

    static Footprint ofColumn(QualifiedName table, Identifier column) {
        return new Footprint(Set.of(), Set.of(new ObjectRef(ObjectKind.TABLE, table, column)), false);
    }

    static Footprint ofSequence(Sequence sequence) {
        ObjectRef ref = ObjectRef.of(ObjectKind.SEQUENCE, sequence.name());
        Sequence.ColumnReference owner = sequence.ownedBy();
        return owner == null ? writes(ref) : new Footprint(Set.of(ObjectRef.table(owner.table())), Set.of(ref), false);
    }

    static Footprint ofRows(QualifiedName table) {
        return writes(ObjectRef.table(table)).opaquely();
    }

    static Footprint ofIndex(@Nullable QualifiedName table, @Nullable Identifier index) {
        return index == null
                ? table == null ? OPAQUE : writes(ObjectRef.table(table))
                : ofIndex(table, table == null ? new QualifiedName(null, index) : table.sibling(index));
    }

    static Footprint ofIndex(@Nullable QualifiedName table, QualifiedName index) {
        ObjectRef ref = ObjectRef.of(ObjectKind.INDEX, index);
        return table == null ? writes(ref) : new Footprint(Set.of(ObjectRef.table(table)), Set.of(ref), false);
    }

    static Footprint ofTrigger(@Nullable QualifiedName table, Identifier trigger) {
        return writes(
                table == null
                        ? ObjectRef.of(ObjectKind.TRIGGER, new QualifiedName(null, trigger))
                        : new ObjectRef(ObjectKind.TABLE, table, trigger));
    }

    Footprint reading(@Nullable ForeignKey foreignKey) {
        if (foreignKey == null) {
            return this;
        }
        Set<ObjectRef> more = new HashSet<>(reads);
        more.add(ObjectRef.table(foreignKey.referredTable()));
        return new Footprint(more, writes, opaque);
    }

    Footprint opaquely() {
        return new Footprint(reads, writes, true);
    }

    /** @param other another footprint
     *  @return the union of both */
    public Footprint and(Footprint other) {
        Set<ObjectRef> allReads = new HashSet<>(reads);
        allReads.addAll(other.reads);
        Set<ObjectRef> allWrites = new HashSet<>(writes);
        allWrites.addAll(other.writes);
        return new Footprint(allReads, allWrites, opaque || other.opaque);
    }
}
