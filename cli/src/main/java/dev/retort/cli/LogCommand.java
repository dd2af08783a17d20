// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import dev.retort.diagnostic.ExitStatus;
import dev.retort.engine.LedgerEntry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Shows the ledger. */
final class LogCommand implements Command {

    @Override
    public Shape shape() {
        return Shape.of("log", "Lists what was once done to the database, when and by whom, oldest first.")
                .example("retort log", "One line for each revision that was run, undone or stamped.");
    }

    @Override
    public ExitStatus run(Call call) throws IOException {
        List<LedgerEntry> entries = call.project().withDatabase().ledger();
        return call.answer(Map.of("entries", entries), () -> {
            for (LedgerEntry entry : entries) {
                call.console().answer(line(entry, call));
            }
        });
    }

    private static String line(LedgerEntry entry, Call call) {
        Style style = call.console().style();
        StringBuilder line = new StringBuilder()
                .append(entry.startedAt())
                .append("  ")
                .append(entry.direction())
                .append(' ')
                .append(style.revision(entry.revision()))
                .append("  ")
                .append(entry.outcome())
                .append("  ")
                .append(Progress.text(Duration.ofMillis(entry.durationMillis())))
                .append("  ")
                .append(entry.user())
                .append(entry.host().isEmpty() ? "" : "@" + entry.host())
                .append("  ")
                .append(RevisionText.firstLine(call.secrets().hide(entry.message())));
        if (call.verbose()) {
            line.append("\n    run ")
                    .append(entry.runId())
                    .append(", ")
                    .append(entry.statements())
                    .append(" statements, retort ")
                    .append(entry.toolVersion())
                    .append(", ")
                    .append(entry.server())
                    .append(entry.checksum().isEmpty() ? "" : ", content " + entry.checksum());
        }
        return line.toString();
    }
}
