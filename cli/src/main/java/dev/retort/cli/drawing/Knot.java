// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli.drawing;

import dev.retort.engine.RevisionInfo;
import dev.retort.migration.RevisionId;
import java.util.List;

/**
 * What of a revision decides the course of the lines: names alone.
 *
 * @param id           its id
 * @param parents      ids that it follows
 * @param dependencies ids that it depends on
 * @param current      whether the database is at it
 */
public record Knot(String id, List<String> parents, List<String> dependencies, boolean current) {

    public Knot {
        parents = List.copyOf(parents);
        dependencies = List.copyOf(dependencies);
    }

    /**
     * That of a revision.
     *
     * @param revision any revision
     * @return its part in the drawing
     */
    public static Knot of(RevisionInfo revision) {
        return new Knot(
                revision.id().value(),
                revision.revises().stream().map(RevisionId::value).toList(),
                revision.dependencies().stream().map(RevisionId::value).toList(),
                revision.current());
    }
}
