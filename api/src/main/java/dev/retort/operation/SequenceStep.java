// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.DataType;
import dev.retort.schema.Identifier;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Sequence;
import org.jspecify.annotations.Nullable;

/**
 * Says what a sequence is to be.
 *
 * @param <S> its own class
 */
public abstract class SequenceStep<S extends SequenceStep<S>> extends QualifiedStep<S> {

    private @Nullable DataType type;
    private @Nullable Long start;
    private @Nullable Long increment;
    private @Nullable Long minValue;
    private @Nullable Long maxValue;
    private boolean cycle;
    private @Nullable Long cache;
    private Sequence.@Nullable ColumnReference ownedBy;
    private @Nullable String comment;

    SequenceStep(String name) {
        super(name);
    }

    /** @param value type of its values
     *  @return this */
    public S type(DataType value) {
        type = value;
        return self();
    }

    /** @param value first value
     *  @return this */
    public S startWith(long value) {
        start = value;
        return self();
    }

    /** @param value step
     *  @return this */
    public S incrementBy(long value) {
        increment = value;
        return self();
    }

    /** @param value lowest value
     *  @return this */
    public S minValue(long value) {
        minValue = value;
        return self();
    }

    /** @param value highest value
     *  @return this */
    public S maxValue(long value) {
        maxValue = value;
        return self();
    }

    /** {@return this, now starting again after the last value} */
    public S cycle() {
        cycle = true;
        return self();
    }

    /** @param value how many values a session takes at once
     *  @return this */
    public S cache(long value) {
        cache = value;
        return self();
    }

    /**
     * Lets the sequence go away with a column.
     *
     * @param table  a table in the connection's default namespace
     * @param column its column
     * @return this
     */
    public S ownedBy(String table, String column) {
        return ownedBy(QualifiedName.of(table), column);
    }

    /**
     * Lets the sequence go away with a column.
     *
     * @param table  a table with its namespace
     * @param column its column
     * @return this
     */
    public S ownedBy(QualifiedName table, String column) {
        ownedBy = new Sequence.ColumnReference(table, new Identifier(column));
        return self();
    }

    /** @param words words about it
     *  @return this */
    public S comment(String words) {
        comment = words;
        return self();
    }

    final Sequence sequence() {
        return new Sequence(name(), type, start, increment, minValue, maxValue, cycle, cache, ownedBy, comment);
    }

    /** Creates a sequence. */
    public static final class Create extends SequenceStep<Create> {

        private boolean ifNotExists;

        Create(String name) {
            super(name);
        }

        /** {@return this, now without a mistake if the sequence exists already} */
        public Create ifNotExists() {
            ifNotExists = true;
            return this;
        }

        @Override
        Operation build() {
            return new CreateSequence(sequence(), ifNotExists);
        }
    }

    /** Replaces the definition of a sequence. */
    public static final class Alter extends SequenceStep<Alter> {

        private @Nullable Long restart;

        Alter(String name) {
            super(name);
        }

        /** @param value the next value
         *  @return this */
        public Alter restartWith(long value) {
            restart = value;
            return this;
        }

        @Override
        Operation build() {
            return new AlterSequence(sequence(), restart);
        }
    }
}
