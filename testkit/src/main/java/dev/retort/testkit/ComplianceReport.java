// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What became of everything that a dialect was tested for: a table with a row for each law, case folder and undeclared
 * capability, and columns for each server version. Safe for use by several threads.
 */
public final class ComplianceReport {

    private static final List<String> HEADS = List.of("compared", "failed", "refused", "skipped");

    private final String title;
    private final List<Column> columns = new ArrayList<>();
    private final Set<String> rows = new LinkedHashSet<>();

    /**
     * @param title what the report is about
     */
    public ComplianceReport(String title) {
        this.title = title;
    }

    /**
     * A report on one dialect.
     *
     * @param harness the dialect's harness
     * @return its column in a report of its own
     */
    public static Column of(DialectHarness harness) {
        return new ComplianceReport("Compliance of " + harness.dialect().id()).column(harness);
    }

    /**
     * Adds a server version.
     *
     * @param harness the harness for it
     * @return where to write what became of its cases
     */
    public Column column(DialectHarness harness) {
        return column(harness.dialect().version().toString());
    }

    synchronized Column column(String version) {
        Column column = new Column(version);
        columns.add(column);
        return column;
    }

    /** The results of one server version. */
    public final class Column {

        private final String version;
        private final Map<String, Counts> counts = new LinkedHashMap<>();
        private final Set<String> remarks = new LinkedHashSet<>();

        private Column(String version) {
            this.version = version;
        }

        /**
         * Adds to a row.
         *
         * @param row what was tested
         * @param add what became of it
         */
        public void add(String row, Counts add) {
            synchronized (ComplianceReport.this) {
                rows.add(row);
                counts.merge(row, add, Counts::plus);
            }
        }

        /**
         * Adds a line below the table.
         *
         * @param line a deviation and its reason, or the seeds of failures
         */
        public void remark(String line) {
            synchronized (ComplianceReport.this) {
                remarks.add(line);
            }
        }

        /** {@return the report that this is a column of} */
        public ComplianceReport report() {
            return ComplianceReport.this;
        }
    }

    /** {@return the table and the remarks below it} */
    public synchronized String text() {
        int width = rows.stream().mapToInt(String::length).max().orElse(0) + 2;
        StringBuilder text = new StringBuilder(title).append("\n\n").append(" ".repeat(width));
        int columnWidth = HEADS.size() * 10;
        columns.forEach(column -> text.append(" |").append(padded(" " + column.version, columnWidth)));
        text.append('\n').append(padded("law or case", width));
        for (int i = 0; i < columns.size(); i++) {
            text.append(" |");
            HEADS.forEach(head -> text.append(String.format(Locale.ROOT, "%10s", head)));
        }
        text.append('\n')
                .append("-".repeat(width + columns.size() * (columnWidth + 2)))
                .append('\n');
        for (String row : rows) {
            line(text, padded(row, width), row);
        }
        line(text, padded("all", width), null);
        for (Column column : columns) {
            column.remarks.forEach(remark ->
                    text.append(column.version).append(": ").append(remark).append('\n'));
        }
        return text.toString();
    }

    private void line(StringBuilder text, String head, @org.jspecify.annotations.Nullable String row) {
        text.append(head);
        for (Column column : columns) {
            Counts sum = row == null
                    ? column.counts.values().stream().reduce(Counts.NONE, Counts::plus)
                    : column.counts.getOrDefault(row, Counts.NONE);
            text.append(" |");
            for (int number : new int[] {sum.compared(), sum.failed(), sum.refused(), sum.skipped()}) {
                text.append(String.format(Locale.ROOT, "%10s", number == 0 ? "." : Integer.toString(number)));
            }
        }
        text.append('\n');
    }

    private static String padded(String text, int width) {
        return text.length() >= width ? text : text + " ".repeat(width - text.length());
    }
}
