// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import dev.retort.cli.drawing.SvgPicture;
import dev.retort.diagnostic.ExitStatus;
import dev.retort.engine.HistoryRequest;
import dev.retort.engine.RevisionInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws the history. */
final class GraphCommand implements Command {

    private static final String FORMAT = "--format";
    private static final List<String> FORMATS = List.of("mermaid", "dot", "svg");
    private static final String OUTPUT = "--output";
    private static final String CURRENT = "--indicate-current";

    /** The answer. */
    record Picture(String format, String text, @Nullable Path file) {}

    @Override
    public Shape shape() {
        return Shape.of("graph", "Draws the history as a picture, or as a text that other programs make a picture of.")
                .choice(FORMATS, "Mermaid (the default), which many code hosts show, Graphviz, or a picture.", FORMAT)
                .value("FILE", "Write to a file instead of standard output.", "-o", OUTPUT)
                .flag("Mark what the database is at.", "-i", CURRENT)
                .example(
                        "retort graph --format svg -o history.svg",
                        "A picture for browsers, the newest revisions on top.")
                .example("retort graph --format dot | dot -Tpdf > history.pdf", "Another one, by Graphviz.");
    }

    @Override
    public ExitStatus run(Call call) throws IOException {
        String format = call.arguments().value(FORMAT, "mermaid");
        if (!FORMATS.contains(format)) {
            throw Call.usage("--format must be mermaid, dot or svg, but was '" + format + "'.", null);
        }
        boolean current = call.arguments().flag(CURRENT);
        Project project = call.project();
        List<RevisionInfo> revisions = (current ? project.withDatabase() : project.withoutDatabase())
                .history(new HistoryRequest(null, current));
        String text = text(format, revisions);
        String output = call.arguments().value(OUTPUT);
        if (output == null) {
            return call.answer(
                    new Picture(format, text, null), () -> call.console().out().append(text));
        }
        Path file = Call.path(output, call.directory());
        Files.writeString(file, text);
        return call.answer(new Picture(format, text, file), () -> call.console().say("Wrote " + output));
    }

    private static String text(String format, List<RevisionInfo> revisions) {
        return switch (format) {
            case "dot" -> GraphText.dot(revisions);
            case "svg" -> SvgPicture.of(revisions);
            default -> GraphText.mermaid(revisions);
        };
    }
}
