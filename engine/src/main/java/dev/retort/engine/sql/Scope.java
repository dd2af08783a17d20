// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.sql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What names mean at one place of a query. */
final class Scope {

    final @Nullable Scope outer;
    final List<Relation> relations = new ArrayList<>();
    /** Queries of WITH, by name. */
    final Map<String, Relation> named = new LinkedHashMap<>();
    /** Columns that a USING made one. */
    final Set<String> shared = new HashSet<>();
    /** Whether aggregate functions may stand here. */
    boolean aggregates;

    Scope(@Nullable Scope outer) {
        this.outer = outer;
    }

    @Nullable
    Relation named(String name) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            Relation found = scope.named.get(name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    @Nullable
    Relation relation(String alias) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            for (Relation relation : scope.relations) {
                if (relation.alias().equals(alias)) {
                    return relation;
                }
            }
        }
        return null;
    }
}
