// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.graph;

import dev.retort.diagnostic.SourceLocation;
import org.jspecify.annotations.Nullable;

/**
 * A text that names revisions, taken apart: {@code [label@][name][+N|-N]}. What it means depends on a graph and, where
 * it is relative, on what is applied. {@code docs/revision-symbols.md} has the grammar.
 *
 * @param text   the whole text, as written
 * @param label  what stands before the {@code @}, or null
 * @param point  what stands after it, offset included: the whole text if there is no {@code @}
 * @param name   the point without its offset, or null if it is an offset alone
 * @param offset the number of steps, or null if there is none
 * @param origin where the text was given
 */
public record RevisionSymbol(
        String text,
        @Nullable String label,
        String point,
        @Nullable String name,
        @Nullable Offset offset,
        SourceLocation origin) {

    /** Stands for the heads of the graph. */
    public static final String HEADS = "heads";
    /** Stands for the only head. */
    public static final String HEAD = "head";
    /** Stands for the empty database. */
    public static final String BASE = "base";
    /** Stands for what a database has; in history ranges only. */
    public static final String CURRENT = "current";

    /**
     * A number of steps along a line.
     *
     * @param up    whether the sign was {@code +}
     * @param count how many, 0 or more
     */
    public record Offset(boolean up, int count) {
        @Override
        public String toString() {
            return (up ? "+" : "-") + count;
        }
    }

    /**
     * Takes a text apart.
     *
     * @param text what was written on the command line
     * @return the symbol
     * @throws dev.retort.diagnostic.RetortException if the text is no symbol
     */
    public static RevisionSymbol parse(String text) {
        return RevisionSymbolParser.parse(text, SourceLocation.COMMAND_LINE);
    }

    /**
     * Takes a text apart.
     *
     * @param text   what was written
     * @param origin where it was written, for messages
     * @return the symbol
     * @throws dev.retort.diagnostic.RetortException if the text is no symbol
     */
    public static RevisionSymbol parse(String text, SourceLocation origin) {
        return RevisionSymbolParser.parse(text, origin);
    }

    /** {@return whether this is an offset without a name: counted from what a database has} */
    public boolean isRelative() {
        return name == null;
    }

    /** {@return whether the point is exactly this word, without an offset} */
    boolean is(String word) {
        return point.equals(word);
    }

    /**
     * The same symbol without its offset.
     *
     * @param keepLabel whether the label stays
     * @return the symbol, origin kept
     */
    public RevisionSymbol withoutOffset(boolean keepLabel) {
        String start = name == null ? "" : name;
        String kept = keepLabel ? label : null;
        return new RevisionSymbol(kept == null ? start : kept + "@" + start, kept, start, start, null, origin);
    }

    @Override
    public String toString() {
        return text;
    }
}
