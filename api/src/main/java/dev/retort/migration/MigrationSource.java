// SPDX-License-Identifier: Apache-2.0
package dev.retort.migration;

import dev.retort.diagnostic.Outcome;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A migration that was found but not yet read. The header is cheap and read for every migration of a project; the body is
 * read only for those that a command works with.
 */
public interface MigrationSource {

    /** {@return where it is, for people: a path relative to the project, or a class name} */
    String name();

    /** {@return its file, or empty for a compiled class} */
    Optional<Path> file();

    /** {@return the header, or what is wrong with it} */
    Outcome<MigrationHeader> header();

    /**
     * Reads the operations.
     *
     * @param context what the migration may know
     * @return the body, or everything that is wrong with it
     */
    Outcome<MigrationBody> body(MigrationContext context);

    /**
     * What a checksum is made of: the same text for the same meaning, whatever the line endings.
     *
     * @return the content
     */
    String content();
}
