// SPDX-License-Identifier: Apache-2.0
package dev.retort.schema;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** SQL inside a model or an operation: a check, a default, a view's query, a statement to execute. */
public sealed interface SqlText extends Scalar {

    /**
     * SQL that is passed as it is.
     *
     * @param sql the text
     */
    record Verbatim(String sql) implements SqlText {

        @Override
        public String toString() {
            return sql;
        }
    }

    /**
     * One text for each dialect.
     *
     * @param byDialect texts by dialect id; an empty text means that there is nothing to do on that dialect
     * @param otherwise the text for all other dialects, or null if there is none
     */
    record Variants(
            SortedMap<String, String> byDialect, @Nullable String otherwise) implements SqlText {

        public Variants {
            byDialect = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(byDialect));
            if (byDialect.isEmpty()) {
                throw new IllegalArgumentException("variants must name at least one dialect");
            }
        }

        /**
         * @param dialect a dialect id
         * @return the text for it, or empty if there is neither one for it nor a default
         */
        public Optional<String> forDialect(String dialect) {
            return Optional.ofNullable(byDialect.getOrDefault(dialect, otherwise));
        }
    }

    /**
     * SQL in the portable subset, parsed once and rendered for each dialect so that it means the same on all of them.
     *
     * @param sql the portable text
     */
    record Portable(String sql) implements SqlText {

        @Override
        public String toString() {
            return sql;
        }
    }

    /**
     * @param sql the text
     * @return a verbatim text
     */
    static SqlText verbatim(String sql) {
        return new Verbatim(sql);
    }

    /**
     * @param sql the text in the portable subset
     * @return a portable text
     */
    static SqlText portable(String sql) {
        return new Portable(sql);
    }

    /**
     * @param byDialect texts by dialect id
     * @param otherwise the text for other dialects, or null
     * @return texts by dialect
     */
    static SqlText variants(Map<String, String> byDialect, @Nullable String otherwise) {
        return new Variants(new TreeMap<>(byDialect), otherwise);
    }
}
