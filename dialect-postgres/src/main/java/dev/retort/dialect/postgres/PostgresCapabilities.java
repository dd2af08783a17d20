// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.dialect.Capability;
import dev.retort.dialect.ServerVersion;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a version can do, and what an engine that speaks PostgreSQL's language cannot.
 *
 * @see <a href="https://www.postgresql.org/docs/release/">Release notes</a>
 */
final class PostgresCapabilities {

    private PostgresCapabilities() {}

    static Set<Capability> of(ServerVersion version) {
        EnumSet<Capability> all = EnumSet.allOf(Capability.class);
        all.remove(Capability.COLUMN_POSITION);
        if (!version.isAtLeast(18, 0)) {
            all.remove(Capability.GENERATED_VIRTUAL);
        }
        all.removeAll(Engine.of(version).missing());
        return Set.copyOf(all);
    }
}
