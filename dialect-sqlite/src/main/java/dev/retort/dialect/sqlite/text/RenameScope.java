// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is visible at a place in a query.
 *
 * @param sources the sources of the query itself
 * @param named the common table expressions it begins with, keyed by name in lower case
 * @param outer what is visible around it, null outermost
 */
record RenameScope(
        List<RenameSource> sources,
        Map<String, RenameSource.Shape> named,
        @Nullable RenameScope outer) {

    RenameScope {
        sources = List.copyOf(sources);
        named = Map.copyOf(named);
    }

    static final RenameScope NOTHING = new RenameScope(List.of(), Map.of(), null);

    RenameScope with(List<RenameSource> inner) {
        return new RenameScope(inner, Map.of(), this);
    }

    RenameScope naming(Map<String, RenameSource.Shape> tables) {
        return new RenameScope(List.of(), tables, this);
    }

    Optional<RenameSource.Shape> named(String table) {
        for (RenameScope scope = this; scope != null; scope = scope.outer()) {
            RenameSource.Shape shape = scope.named().get(SqliteName.fold(table));
            if (shape != null) {
                return Optional.of(shape);
            }
        }
        return Optional.empty();
    }

    Optional<RenameSource> qualified(Token qualifier) {
        for (RenameScope scope = this; scope != null; scope = scope.outer()) {
            for (RenameSource source : scope.sources()) {
                if (source.answersTo(qualifier)) {
                    return Optional.of(source);
                }
            }
        }
        return Optional.empty();
    }
}
