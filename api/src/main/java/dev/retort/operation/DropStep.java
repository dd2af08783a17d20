// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.Options;
import dev.retort.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * A step that drops an object.
 *
 * @param <S> its own class
 */
public abstract class DropStep<S extends DropStep<S>> extends QualifiedStep<S> {

    private boolean ifExists;
    private boolean cascade;

    DropStep(String name) {
        super(name);
    }

    /** {@return this, now without a mistake if the object does not exist} */
    public S ifExists() {
        ifExists = true;
        return self();
    }

    /** {@return this, now with the objects that depend on the dropped one} */
    public S cascade() {
        cascade = true;
        return self();
    }

    final boolean isIfExists() {
        return ifExists;
    }

    final boolean isCascade() {
        return cascade;
    }

    /** Makes the operation from the name and both answers. */
    @FunctionalInterface
    interface Maker {

        Operation make(QualifiedName name, boolean ifExists, boolean cascade);
    }

    /** Makes the operation from the name, both answers and options. */
    @FunctionalInterface
    interface OptionMaker {

        Operation make(QualifiedName name, boolean ifExists, boolean cascade, Options options);
    }

    /** Drops an object that has no options. */
    public static final class OfObject extends DropStep<OfObject> {

        private final Maker maker;

        OfObject(String name, Maker maker) {
            super(name);
            this.maker = maker;
        }

        @Override
        Operation build() {
            return maker.make(name(), isIfExists(), isCascade());
        }
    }

    /** Drops a table or column. */
    public static final class WithOptions extends DropStep<WithOptions> {

        private final OptionMaker maker;
        private Options options = Options.NONE;

        WithOptions(String name, OptionMaker maker) {
            super(name);
            this.maker = maker;
        }

        /**
         * Sets an attribute that only one dialect knows.
         *
         * @param dialect dialect id
         * @param key     option name
         * @param value   a string, boolean, number or list of these
         * @return this
         */
        public WithOptions option(String dialect, String key, Object value) {
            options = options.with(dialect, key, value);
            return this;
        }

        @Override
        Operation build() {
            return maker.make(name(), isIfExists(), isCascade(), options);
        }
    }

    /** Drops an index. */
    public static final class OfIndex extends DropStep<OfIndex> {

        private @Nullable String table;
        private @Nullable QualifiedName elsewhere;
        private Options options = Options.NONE;

        OfIndex(String name) {
            super(name);
        }

        /**
         * Says which table the index belongs to, which some databases need to know.
         *
         * @param name the table, in the namespace of the index
         * @return this
         */
        public OfIndex on(String name) {
            table = name;
            return this;
        }

        /**
         * Says which table the index belongs to.
         *
         * @param name the table with its namespace
         * @return this
         */
        public OfIndex on(QualifiedName name) {
            elsewhere = name;
            return this;
        }

        /**
         * Sets an attribute that only one dialect knows.
         *
         * @param dialect dialect id
         * @param key     option name
         * @param value   a string, boolean, number or list of these
         * @return this
         */
        public OfIndex option(String dialect, String key, Object value) {
            options = options.with(dialect, key, value);
            return this;
        }

        @Override
        Operation build() {
            QualifiedName owner = elsewhere == null && table != null ? sibling(table) : elsewhere;
            return new DropIndex(owner, name(), isIfExists(), isCascade(), options);
        }
    }

    /** Drops a view. */
    public static final class OfView extends DropStep<OfView> {

        private boolean materialized;

        OfView(String name) {
            super(name);
        }

        /** {@return this, now for a materialized view} */
        public OfView materialized() {
            materialized = true;
            return this;
        }

        @Override
        Operation build() {
            return new DropView(name(), materialized, isIfExists(), isCascade());
        }
    }

    /** Drops a constraint. */
    public static final class OfConstraint extends DropStep<OfConstraint> {

        private final ConstraintSelector constraint;

        OfConstraint(String table, ConstraintSelector constraint) {
            super(table);
            this.constraint = constraint;
        }

        @Override
        Operation build() {
            return new DropConstraint(name(), constraint, isIfExists(), isCascade());
        }
    }
}
