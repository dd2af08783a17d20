// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What became of the laws of one dialect, as a table. */
final class LawReport {

    private record Line(String law, int cases, int compared, List<Long> failed, String remark) {}

    private final String title;
    private final List<Line> lines = new ArrayList<>();

    LawReport(String title) {
        this.title = title;
    }

    void add(String law, int cases, int compared, List<Long> failed) {
        lines.add(new Line(law, cases, compared, List.copyOf(failed), ""));
    }

    void skipped(String law, String reason) {
        lines.add(new Line(law, 0, 0, List.of(), "skipped: " + reason));
    }

    String text(List<Quirk> quirks) {
        StringBuilder text = new StringBuilder(title).append('\n');
        text.append(
                String.format(Locale.ROOT, "%-16s %7s %9s %8s  %s%n", "law", "cases", "compared", "failures", "seeds"));
        for (Line line : lines) {
            String seeds = line.failed().stream().limit(20).toList().toString();
            text.append(String.format(
                    Locale.ROOT,
                    "%-16s %7d %9d %8d  %s%n",
                    line.law(),
                    line.cases(),
                    line.compared(),
                    line.failed().size(),
                    line.remark().isEmpty() ? (line.failed().isEmpty() ? "" : seeds) : line.remark()));
        }
        quirks.forEach(quirk -> text.append("without ")
                .append(quirk.without())
                .append(": ")
                .append(quirk.reason())
                .append('\n'));
        return text.toString();
    }
}
