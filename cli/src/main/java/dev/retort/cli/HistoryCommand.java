// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import dev.retort.cli.drawing.Alphabet;
import dev.retort.cli.drawing.Knot;
import dev.retort.cli.drawing.TerminalDrawing;
import dev.retort.diagnostic.ExitStatus;
import dev.retort.engine.HistoryRequest;
import dev.retort.engine.Retort;
import dev.retort.engine.RevisionInfo;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Lists revisions, newest first. */
final class HistoryCommand implements Command {

    private static final String RANGE = "--rev-range";
    private static final String CURRENT = "--indicate-current";
    private static final String GRAPH = "--graph";
    private static final String ASCII = "--ascii";

    @Override
    public Shape shape() {
        return Shape.of("history", "Lists revisions, newest first.")
                .value("[START]:[END]", "Only these, both ends included. current asks the database.", "-r", RANGE)
                .flag("Mark what the database is at.", "-i", CURRENT)
                .flag("Draw branches, merges and dependencies (dashed) beside the lines.", GRAPH)
                .flag("With --graph, draw with plain characters even where the terminal has others.", ASCII)
                .example("retort history -i", "One line for each revision; '(current)' stands behind the database's.")
                .example("retort history -r-3:current", "The last three that the database has.")
                .example("retort history --graph", "Lines between the revisions show what follows what.");
    }

    @Override
    public ExitStatus run(Call call) throws IOException {
        boolean graph = call.arguments().flag(GRAPH);
        boolean ascii = call.arguments().flag(ASCII);
        if (ascii && !graph) {
            throw Call.usage("--ascii says how to draw, but nothing is drawn without --graph.", null);
        }
        String range = call.arguments().value(RANGE);
        boolean current = call.arguments().flag(CURRENT);
        Project project = call.project();
        Retort retort = current || asksTheDatabase(range) ? project.withDatabase() : project.withoutDatabase();
        List<RevisionInfo> revisions = retort.history(new HistoryRequest(range, current));
        return call.answer(Map.of("revisions", revisions), () -> {
            if (graph) {
                draw(revisions, ascii ? Alphabet.ASCII : alphabet(call), call);
            } else {
                print(revisions, call);
            }
        });
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

    private static Alphabet alphabet(Call call) {
        return Terminal.hasBoxes(call.environment()) ? Alphabet.UNICODE : Alphabet.ASCII;
    }

    private static void draw(List<RevisionInfo> revisions, Alphabet alphabet, Call call) {
        RevisionText text = new RevisionText(call.console().style());
        TerminalDrawing drawing = new TerminalDrawing(
                revisions.stream().map(revision -> revision.id().value()).collect(Collectors.toSet()),
                alphabet,
                call.console().style()::branch,
                call.console()::answer);
        for (RevisionInfo revision : revisions) {
            String shown = call.verbose() ? text.block(revision) : text.lineWithParents(revision);
            drawing.add(Knot.of(revision), List.of(shown.split("\n", -1)));
        }
    }
}
