// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.plan;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.Outcome;
import dev.retort.engine.replay.ReplayState;
import dev.retort.migration.MigrationStep;
import java.util.List;

/** The steps of a downgrade that nobody wrote. */
final class ComputedDowngrade {

    private ComputedDowngrade() {}

    static Outcome<List<MigrationStep>> of(List<MigrationStep> upgrade, ReplayState before) {
        return Outcome.failed(upgrade.stream()
                .map(step -> Finding.error(ErrorCode.IRREVERSIBLE, "No inverse before " + before.opaque())
                        .at(step.location()))
                .toList());
    }
}
