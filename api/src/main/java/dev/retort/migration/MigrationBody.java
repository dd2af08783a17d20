// SPDX-License-Identifier: Apache-2.0
package dev.retort.migration;

import java.util.List;

/**
 * What a migration does.
 *
 * @param upgrade   steps of the upgrade, in order
 * @param downgrade how it is undone
 */
public record MigrationBody(List<MigrationStep> upgrade, Downgrade downgrade) {

    public MigrationBody {
        upgrade = List.copyOf(upgrade);
    }
}
