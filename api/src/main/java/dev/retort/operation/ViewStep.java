// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.Identifier;
import dev.retort.schema.SqlText;
import dev.retort.schema.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says what a view is to be.
 *
 * @param <S> its own class
 */
public abstract class ViewStep<S extends ViewStep<S>> extends OptionStep<S> {

    private final SqlText query;
    private List<Identifier> columns = List.of();
    private boolean materialized;
    private @Nullable String comment;

    ViewStep(String name, SqlText query) {
        super(name);
        this.query = query;
    }

    /** @param names names of its columns, in the order of the query
     *  @return this */
    public S columns(String... names) {
        columns = Identifier.listOf(names);
        return self();
    }

    /** {@return this, now with rows that are kept} */
    public S materialized() {
        materialized = true;
        return self();
    }

    /** @param words words about it
     *  @return this */
    public S comment(String words) {
        comment = words;
        return self();
    }

    final View view() {
        return new View(name(), columns, query, materialized, comment, options());
    }

    /** Creates a view. */
    public static final class Create extends ViewStep<Create> {

        private boolean ifNotExists;

        Create(String name, SqlText query) {
            super(name, query);
        }

        /** {@return this, now without a mistake if the view exists already} */
        public Create ifNotExists() {
            ifNotExists = true;
            return this;
        }

        @Override
        Operation build() {
            return new CreateView(view(), ifNotExists);
        }
    }

    /** Replaces a view. */
    public static final class Replace extends ViewStep<Replace> {

        Replace(String name, SqlText query) {
            super(name, query);
        }

        @Override
        Operation build() {
            return new ReplaceView(view());
        }
    }
}
