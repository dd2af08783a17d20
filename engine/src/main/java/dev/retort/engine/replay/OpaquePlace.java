// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.replay;

import dev.retort.diagnostic.SourceLocation;

/**
 * A statement that may have changed the schema without saying how.
 *
 * @param location where it stands
 * @param what     its beginning, for messages
 */
public record OpaquePlace(SourceLocation location, String what) {

    @Override
    public String toString() {
        return location + " (" + what + ")";
    }
}
