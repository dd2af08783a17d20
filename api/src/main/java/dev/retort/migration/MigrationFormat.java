// SPDX-License-Identifier: Apache-2.0
package dev.retort.migration;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A way to write migrations, found through {@link java.util.ServiceLoader}. Formats can be mixed in one graph.
 */
public interface MigrationFormat {

    /** {@return its name in the project file, such as {@code yaml}} */
    String id();

    /** {@return extensions of its files without the dot, the one that it writes first} */
    List<String> extensions();

    /**
     * A migration in a file. The file is not read before the header is asked for.
     *
     * @param file    an existing file with one of the extensions
     * @param display the file's name for people, usually relative to the project
     * @return the migration
     */
    MigrationSource open(Path file, String display);

    /**
     * Migrations that are not files of the project but come with the class path.
     *
     * @param loader where to look
     * @return the migrations found; none for a format of files alone
     */
    default List<MigrationSource> onClassPath(ClassLoader loader) {
        return List.of();
    }

    /**
     * The text of a new file.
     *
     * @param draft what to write
     * @return the text, with {@code \n} as line ending
     */
    String write(MigrationDraft draft);

    /**
     * The text of a new file in pieces, by name, from which a project's template for this format makes a file of its own
     * layout.
     *
     * @param draft what to write
     * @return the pieces, without a line end behind the last line; none for a format without templates
     */
    default Map<String, String> parts(MigrationDraft draft) {
        return Map.of();
    }

    /**
     * The file name for a new migration, without folder; most formats append their extension to the stem.
     *
     * @param draft what is written
     * @param stem  the name that the project's file template gives
     * @return the file name
     */
    default String fileName(MigrationDraft draft, String stem) {
        return stem + "." + extensions().get(0);
    }
}
