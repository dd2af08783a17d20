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
            int index = 0;
            while (index < entries.size()) {
                int count = call.verbose() ? 1 : stampsFrom(entries, index);
                call.console().answer(line(entries.get(index), count, call));
                index += count;
            }
        });
    }

    /** How many lines of one stamp stand together: a stamp has one for each revision that it concerns. */
    private static int stampsFrom(List<LedgerEntry> entries, int from) {
        LedgerEntry first = entries.get(from);
        int to = from + 1;
        while (first.direction().equals("stamp")
                && to < entries.size()
                && entries.get(to).direction().equals("stamp")
                && entries.get(to).runId().equals(first.runId())
                && entries.get(to).outcome().equals(first.outcome())
                && !first.outcome().equals("baseline")
                && entries.get(to).message().equals(first.message())) {
            to++;
        }
        return to - from;
    }

    /** @param count how many lines it stands for */
    private static String line(LedgerEntry entry, int count, Call call) {
        Style style = call.console().style();
        StringBuilder line = new StringBuilder()
                .append(entry.startedAt())
                .append("  ")
                .append(entry.direction())
                .append(' ')
                .append(count == 1 ? style.revision(entry.revision()) : count + " revisions")
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
