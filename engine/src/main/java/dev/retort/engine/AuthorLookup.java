// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;

/**
 * Tells who wrote migration files, as version control knows it. Asked for the few files of one message, and only when that
 * message is made.
 */
@FunctionalInterface
public interface AuthorLookup {

    /** Knows nobody. */
    AuthorLookup NOBODY = files -> Map.of();

    /**
     * Who wrote some files. Must not throw and must not take long: a message waits for it.
     *
     * @param files absolute paths of migration files
     * @return names of people; a file whose author is not known is left out
     */
    Map<Path, String> authorsOf(Collection<Path> files);
}
