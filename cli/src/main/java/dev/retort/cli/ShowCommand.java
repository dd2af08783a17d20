// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import dev.retort.diagnostic.ExitStatus;
import dev.retort.engine.RevisionInfo;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Shows revisions in full. */
final class ShowCommand implements Command {

    @Override
    public Shape shape() {
        return Shape.of("show", "Shows what is known of a revision.")
                .arguments("1", "REVISION", "An id or its beginning, head, label@head, head-1, or current.")
                .example("retort show head", "Parent, labels, file and message of the newest revision.");
    }

    @Override
    public String missing() {
        return "Say which, for example 'retort show head'.";
    }

    @Override
    public ExitStatus run(Call call) throws IOException {
        List<RevisionInfo> revisions = call.project()
                .withDatabaseIfAsked()
                .show(call.arguments().positionals().get(0));
        RevisionText text = new RevisionText(call.console().style());
        return call.answer(Map.of("revisions", revisions), () -> {
            for (RevisionInfo revision : revisions) {
                call.console().answer(text.block(revision));
            }
        });
    }
}
