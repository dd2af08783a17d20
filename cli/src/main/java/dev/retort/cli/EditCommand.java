// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import dev.retort.diagnostic.ExitStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Opens migration files in an editor. */
final class EditCommand implements Command {

    @Override
    public Shape shape() {
        return Shape.of("edit", "Opens the file of a revision in VISUAL, EDITOR, or the first editor that is found.")
                .arguments("1", "REVISION", "An id or its beginning, head, label@head, head-1, or current.")
                .example("retort edit head", "Opens the newest migration.");
    }

    @Override
    public String missing() {
        return "Say which, for example 'retort edit head'.";
    }

    @Override
    public ExitStatus run(Call call) throws IOException {
        List<Path> files = call.project()
                .withDatabaseIfAsked()
                .files(call.arguments().positionals().get(0));
        new Editor(call.environment()).open(files);
        return call.answer(Map.of("files", files), () -> {});
    }
}
