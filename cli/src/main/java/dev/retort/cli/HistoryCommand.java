// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import dev.retort.diagnostic.ExitStatus;
import dev.retort.engine.HistoryRequest;
import dev.retort.engine.Retort;
import dev.retort.engine.RevisionInfo;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Lists revisions, newest first. */
final class HistoryCommand implements Command {

    private static final String RANGE = "--rev-range";
    private static final String CURRENT = "--indicate-current";

    @Override
    public Shape shape() {
        return Shape.of("history", "Lists revisions, newest first.")
                .value("[START]:[END]", "Only these, both ends included. current asks the database.", "-r", RANGE)
                .flag("Mark what the database is at.", "-i", CURRENT)
                .example("retort history -i", "One line for each revision; '(current)' stands behind the database's.")
                .example("retort history -r-3:current", "The last three that the database has.");
    }

    @Override
    public ExitStatus run(Call call) throws IOException {
        String range = call.arguments().value(RANGE);
        boolean current = call.arguments().flag(CURRENT);
        Project project = call.project();
        Retort retort = current || asksTheDatabase(range) ? project.withDatabase() : project.withoutDatabase();
        List<RevisionInfo> revisions = retort.history(new HistoryRequest(range, current));
        return call.answer(Map.of("revisions", revisions), () -> print(revisions, call));
    }

    /** {@code current}, and a range that begins or ends with a step: without a name it counts from the database's rows. */
    private static boolean asksTheDatabase(@org.jspecify.annotations.Nullable String range) {
        return range != null
                && (range.contains("current")
                        || range.startsWith("-")
                        || range.startsWith("+")
                        || range.contains(":-")
                        || range.contains(":+"));
    }

    private static void print(List<RevisionInfo> revisions, Call call) {
        RevisionText text = new RevisionText(call.console().style());
        for (RevisionInfo revision : revisions) {
            call.console().answer(call.verbose() ? text.block(revision) : text.lineWithParents(revision));
        }
    }
}
