// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A wish for an SQL script instead of a run.
 *
 * @param direction what the script shall do
 * @param targets   revision symbols; an upgrade or stamp may say {@code start:end}, a downgrade must
 * @param dialect   id of the dialect to write for, or null for that of the URL
 * @param tag       a word that is written into the script's head, or null
 */
public record ScriptRequest(
        Direction direction,
        List<String> targets,
        @Nullable String dialect,
        @Nullable String tag) {

    public ScriptRequest {
        targets = List.copyOf(targets);
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("targets must not be empty");
        }
    }

    /** @param direction what the script shall do
     *  @param targets revision symbols
     *  @return a script for the URL's dialect */
    public static ScriptRequest of(Direction direction, String... targets) {
        return new ScriptRequest(direction, List.of(targets), null, null);
    }
}
