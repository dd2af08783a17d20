// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import dev.retort.diagnostic.ExitStatus;
import dev.retort.engine.Direction;
import java.io.IOException;

/** Runs the upgrades up to a revision. */
final class UpgradeCommand implements Command {

    @Override
    public Shape shape() {
        return RunOptions.addTo(Shape.of("upgrade", "Brings the database up to a revision.")
                .arguments(
                        "1", "REVISION", "head, heads, an id or its beginning, label@head, +1, or FROM:TO with --sql.")
                .flag("Run first what was inserted below applied revisions and never ran.", RunOptions.MISSED)
                .example("retort upgrade head", "Runs everything that has not run yet.")
                .example("retort upgrade +1", "Runs the next revision.")
                .example(
                        "retort upgrade a1b2:head --sql > release.sql",
                        "Writes a script for the database's own client."));
    }

    @Override
    public String missing() {
        return "Say where to, for example 'retort upgrade head'.";
    }

    @Override
    public ExitStatus run(Call call) throws IOException {
        return Move.run(call, Direction.UPGRADE, call.arguments().positionals(), false);
    }
}
