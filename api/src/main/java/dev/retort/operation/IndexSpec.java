// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.Identifier;
import dev.retort.schema.Index;
import dev.retort.schema.IndexPart;
import dev.retort.schema.Options;
import dev.retort.schema.SqlText;
import dev.retort.schema.TableBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An index that a table is created with. */
public final class IndexSpec extends TablePart {

    private final List<IndexPart> parts;
    private @Nullable String name;
    private boolean unique;
    private @Nullable SqlText where;
    private @Nullable String comment;
    private Options options = Options.NONE;

    IndexSpec(List<IndexPart> parts) {
        this.parts = parts;
    }

    /** @param value its name; without one the naming convention gives it
     *  @return this */
    public IndexSpec named(String value) {
        name = value;
        return this;
    }

    /** {@return this, now without equal keys} */
    public IndexSpec unique() {
        unique = true;
        return this;
    }

    /** @param condition which rows it holds, as SQL that is passed as it is
     *  @return this */
    public IndexSpec where(String condition) {
        return where(SqlText.verbatim(condition));
    }

    /** @param condition which rows it holds
     *  @return this */
    public IndexSpec where(SqlText condition) {
        where = condition;
        return this;
    }

    /** @param words words about it
     *  @return this */
    public IndexSpec comment(String words) {
        comment = words;
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
    public IndexSpec option(String dialect, String key, Object value) {
        options = options.with(dialect, key, value);
        return this;
    }

    @Override
    void addTo(TableBuilder table) {
        Identifier identifier = name == null ? null : new Identifier(name);
        table.index(new Index(identifier, parts, unique, where, comment, options));
    }
}
