// SPDX-License-Identifier: Apache-2.0
package dev.retort.migration;

import java.util.Set;

/**
 * Where a step applies.
 *
 * @param dialects dialect ids; empty for all
 * @param targets  names of targets of the project; empty for all
 */
public record Condition(Set<String> dialects, Set<String> targets) {

    /** Everywhere. */
    public static final Condition ALWAYS = new Condition(Set.of(), Set.of());

    public Condition {
        dialects = Set.copyOf(dialects);
        targets = Set.copyOf(targets);
    }

    /**
     * @param dialect dialect id
     * @param target  name of the target, empty for a project without named targets
     * @return whether the step applies there
     */
    public boolean holds(String dialect, String target) {
        return (dialects.isEmpty() || dialects.contains(dialect)) && (targets.isEmpty() || targets.contains(target));
    }
}
