// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import dev.retort.diagnostic.ExitStatus;
import dev.retort.engine.Direction;
import java.io.IOException;

/** Runs the downgrades down to a revision. */
final class DowngradeCommand implements Command {

    @Override
    public Shape shape() {
        return RunOptions.addTo(Shape.of("downgrade", "Takes the database back to a revision.")
                .arguments("1", "REVISION", "base, an id or its beginning, label@base, -1, or FROM:TO with --sql.")
                .example("retort downgrade -1", "Undoes the last revision.")
                .example("retort downgrade base", "Undoes everything."));
    }

    @Override
    public String missing() {
        return "Say where to, for example 'retort downgrade -1'.";
    }

    @Override
    public ExitStatus run(Call call) throws IOException {
        return Move.run(call, Direction.DOWNGRADE, call.arguments().positionals(), false);
    }
}
