// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.ExitStatus;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.RetortException;
import dev.retort.engine.RevisionInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
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
        String symbol = call.arguments().positionals().get(0);
        List<Path> files = new ArrayList<>();
        for (RevisionInfo revision : Symbols.resolve(call, List.of(symbol))) {
            if (revision.file() == null) {
                throw new RetortException(Finding.error(
                        ErrorCode.FILE_ACCESS,
                        "Revision " + revision.id() + " is a compiled class, " + revision.display()
                                + ", and has no file to edit."));
            }
            files.add(revision.file());
        }
        if (files.isEmpty()) {
            throw new RetortException(Finding.error(
                    ErrorCode.REVISION_NOT_FOUND,
                    symbol.equals("current")
                            ? "No current revisions: the database is new."
                            : "No revision files indicated by symbol '" + symbol + "'."));
        }
        new Editor(call.environment()).open(files);
        return call.answer(Map.of("files", files), () -> {});
    }
}
