// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import dev.retort.diagnostic.ExitStatus;
import dev.retort.engine.Direction;
import java.io.IOException;

/** Writes version rows without running anything. */
final class StampCommand implements Command {

    private static final String PURGE = "--purge";

    @Override
    public Shape shape() {
        return RunOptions.addTo(Shape.of("stamp", "Says that the database is at these revisions, and runs nothing.")
                .arguments(
                        "1..*", "REVISION", "head, heads, base, ids or their beginnings, labels; FROM:TO with --sql.")
                .flag("Delete all version rows first, those without a file too.", PURGE)
                .example("retort stamp head", "A database that was made otherwise counts as up to date.")
                .example("retort stamp --purge 3f1c9a7b20de", "Repairs version rows whose files are gone."));
    }

    @Override
    public String missing() {
        return "Say which revisions, for example 'retort stamp head'.";
    }

    @Override
    public ExitStatus run(Call call) throws IOException {
        boolean purge = call.arguments().flag(PURGE);
        if (purge && call.arguments().flag(RunOptions.SQL)) {
            throw Call.usage("Can't use --purge with --sql: a script cannot know which rows there are.", null);
        }
        return Move.run(call, Direction.STAMP, call.arguments().positionals(), purge);
    }
}
