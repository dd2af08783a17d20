// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import dev.retort.diagnostic.ExitStatus;
import dev.retort.engine.MergeRequest;
import dev.retort.engine.RevisionCreated;
import java.io.IOException;

/** Writes a migration that joins branches. */
final class MergeCommand implements Command {

    @Override
    public Shape shape() {
        return CreationOptions.addTo(Shape.of("merge", "Writes an empty migration that joins branches."))
                .arguments("1..*", "REVISION", "What to join: ids, or heads.")
                .example("retort merge heads -m \"Join billing and main\"", "Afterwards there is one head again.");
    }

    @Override
    public String missing() {
        return "Say what to join, for example 'retort merge heads'.";
    }

    @Override
    public ExitStatus run(Call call) throws IOException {
        Arguments arguments = call.arguments();
        RevisionCreated created = call.project()
                .withoutDatabase()
                .merge(new MergeRequest(
                        arguments.positionals(),
                        arguments.value(CreationOptions.MESSAGE, ""),
                        CreationOptions.labels(arguments),
                        arguments.value(CreationOptions.REV_ID),
                        arguments.flag(CreationOptions.SPLICE),
                        arguments.value(CreationOptions.VERSION_PATH)));
        return CreationOptions.answer(call, created);
    }
}
