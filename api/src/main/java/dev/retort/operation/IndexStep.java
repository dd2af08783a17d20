// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.Identifier;
import dev.retort.schema.Index;
import dev.retort.schema.IndexPart;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Creates an index. */
public final class IndexStep extends OptionStep<IndexStep> {

    private final @Nullable String index;
    private final List<IndexPart> parts;
    private boolean unique;
    private @Nullable SqlText where;
    private @Nullable String comment;
    private boolean ifNotExists;

    IndexStep(@Nullable String index, String table, List<IndexPart> parts) {
        super(table);
        this.index = index;
        this.parts = parts;
    }

    /** {@return this, now without equal keys} */
    public IndexStep unique() {
        unique = true;
        return this;
    }

    /**
     * Limits the index to some rows.
     *
     * @param condition SQL, passed as it is
     * @return this
     */
    public IndexStep where(String condition) {
        return where(SqlText.verbatim(condition));
    }

    /**
     * Limits the index to some rows.
     *
     * @param condition SQL
     * @return this
     */
    public IndexStep where(SqlText condition) {
        where = condition;
        return this;
    }

    /**
     * Comments the index.
     *
     * @param words words about it
     * @return this
     */
    public IndexStep comment(String words) {
        comment = words;
        return this;
    }

    /** {@return this, now without a mistake if the index exists already} */
    public IndexStep ifNotExists() {
        ifNotExists = true;
        return this;
    }

    @Override
    Operation build() {
        Identifier name = index == null ? null : new Identifier(index);
        return new CreateIndex(name(), new Index(name, parts, unique, where, comment, options()), ifNotExists);
    }

    /** Renames an index. */
    public static final class Rename extends QualifiedStep<Rename> {

        private final String to;
        private @Nullable String table;
        private @Nullable QualifiedName elsewhere;

        Rename(String index, String to) {
            super(index);
            this.to = to;
        }

        /**
         * Says which table the index belongs to, which some databases need to know.
         *
         * @param name the table, in the namespace of the index
         * @return this
         */
        public Rename on(String name) {
            table = name;
            return this;
        }

        /**
         * Says which table the index belongs to.
         *
         * @param name the table with its namespace
         * @return this
         */
        public Rename on(QualifiedName name) {
            elsewhere = name;
            return this;
        }

        @Override
        Operation build() {
            QualifiedName owner = elsewhere == null && table != null ? sibling(table) : elsewhere;
            return new RenameIndex(owner, name(), new Identifier(to));
        }
    }
}
