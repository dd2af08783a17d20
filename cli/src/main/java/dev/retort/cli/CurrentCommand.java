// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import dev.retort.diagnostic.ExitStatus;
import dev.retort.engine.CurrentResult;
import dev.retort.engine.Retort;
import dev.retort.engine.RevisionInfo;
import dev.retort.migration.RevisionId;
import java.io.IOException;

/** Tells where the database stands. */
final class CurrentCommand implements Command {

    private static final String CHECK = "--check-heads";

    @Override
    public Shape shape() {
        return Shape.of("current", "Tells which revisions the database is at.")
                .flag("Fail if the database has not every revision.", CHECK)
                .example(
                        "retort current", "Prints a line such as '3f1c9a7b20de (head)', or nothing for a new database.")
                .example("retort current --check-heads", "Exits with 1 if something has to be upgraded.");
    }

    @Override
    public ExitStatus run(Call call) throws IOException {
        Retort retort = call.project().withDatabase();
        CurrentResult result = call.arguments().flag(CHECK) ? retort.checkHeads() : retort.current();
        call.answer(result, () -> print(result, call));
        call.report(result.findings());
        return Call.statusOf(result.findings());
    }

    private static void print(CurrentResult result, Call call) {
        Console console = call.console();
        RevisionText text = new RevisionText(console.style(), false);
        if (call.verbose()) {
            console.answer("Current revision(s) for "
                    + (result.url() == null
                            ? "the application's database"
                            : call.secrets().hide(result.url())) + " ("
                    + result.server() + "):");
        }
        for (RevisionInfo revision : result.revisions()) {
            console.answer(call.verbose() ? text.block(revision) : text.line(revision, false, true, false));
        }
        for (RevisionId row : result.unknown()) {
            console.answer(console.style().revision(row.value()) + " (no file)");
        }
    }
}
