// SPDX-License-Identifier: Apache-2.0
package dev.retort.migration;

import java.util.List;

/**
 * A migration to be written to a file.
 *
 * @param header    its header; the location is ignored
 * @param upgrade   operations of the upgrade
 * @param downgrade how it is undone
 */
public record MigrationDraft(MigrationHeader header, List<MigrationStep> upgrade, Downgrade downgrade) {

    public MigrationDraft {
        upgrade = List.copyOf(upgrade);
    }
}
