// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import dev.retort.diagnostic.ExitStatus;
import dev.retort.engine.HistoryRequest;
import dev.retort.engine.RevisionInfo;
import java.io.IOException;
import java.util.List;

/** Draws the history. */
final class GraphCommand implements Command {

    private static final String FORMAT = "--format";
    private static final String CURRENT = "--indicate-current";

    /** The answer. */
    record Picture(String format, String text) {}

    @Override
    public Shape shape() {
        return Shape.of("graph", "Draws the history as a text that other programs make a picture of.")
                .choice(
                        List.of("mermaid", "dot"),
                        "Mermaid (the default), which many code hosts show, or Graphviz.",
                        FORMAT)
                .flag("Mark what the database is at.", "-i", CURRENT)
                .example(
                        "retort graph --format dot | dot -Tsvg > history.svg", "A picture of all branches and merges.");
    }

    @Override
    public ExitStatus run(Call call) throws IOException {
        String format = call.arguments().value(FORMAT, "mermaid");
        if (!format.equals("mermaid") && !format.equals("dot")) {
            throw Call.usage("--format must be mermaid or dot, but was '" + format + "'.", null);
        }
        boolean current = call.arguments().flag(CURRENT);
        Project project = call.project();
        List<RevisionInfo> revisions = (current ? project.withDatabase() : project.withoutDatabase())
                .history(new HistoryRequest(null, current));
        String text = format.equals("dot") ? GraphText.dot(revisions) : GraphText.mermaid(revisions);
        return call.answer(new Picture(format, text), () -> call.console().out().append(text));
    }
}
