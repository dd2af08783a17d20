// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine;

import dev.retort.diagnostic.Finding;
import dev.retort.migration.RevisionId;
import java.nio.file.Path;
import java.util.List;

/**
 * A migration file that was written.
 *
 * @param id        its revision id
 * @param revises   what it follows; empty for a base
 * @param dependsOn what must run before it, as written
 * @param labels    labels that it carries
 * @param message   what it is for
 * @param file      the file
 * @param display   the file's name for people, relative to the project where possible
 * @param findings  hooks that failed, and other things worth knowing
 */
public record RevisionCreated(
        RevisionId id,
        List<RevisionId> revises,
        List<String> dependsOn,
        List<String> labels,
        String message,
        Path file,
        String display,
        List<Finding> findings) {

    public RevisionCreated {
        revises = List.copyOf(revises);
        dependsOn = List.copyOf(dependsOn);
        labels = List.copyOf(labels);
        findings = List.copyOf(findings);
    }
}
