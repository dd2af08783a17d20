// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.Severity;
import dev.retort.diagnostic.SourceLocation;
import java.io.PrintStream;
import java.util.Collection;
import java.util.LinkedHashSet;

/** Prints findings for people, in the one form that all of them have. */
final class FindingPrinter {

    private final Console console;
    private final Secrets secrets;

    FindingPrinter(Console console, Secrets secrets) {
        this.console = console;
        this.secrets = secrets;
    }

    void print(Collection<Finding> findings) {
        console.out().flush();
        for (Finding finding : new LinkedHashSet<>(findings)) {
            if (finding.severity() == Severity.ERROR || !console.quiet()) {
                print(finding);
            }
        }
        console.err().flush();
    }

    private void print(Finding finding) {
        Style style = console.errStyle();
        PrintStream err = console.err();
        String message = secrets.hide(finding.message());
        String first = RevisionText.firstLine(message);
        err.append(head(finding.severity(), style))
                .append(' ')
                .append(first)
                .append(' ')
                .append(style.dim("[" + finding.code().id() + "]"))
                .append(indented(message.substring(first.length())))
                .append('\n');
        SourceLocation location = finding.location();
        if (location != null && !location.equals(SourceLocation.NONE)) {
            err.append("  at ").append(location.toString()).append('\n');
        }
        if (finding.hint() != null) {
            err.append("  hint: ")
                    .append(indented(secrets.hide(finding.hint())))
                    .append('\n');
        }
    }

    private static String head(Severity severity, Style style) {
        return switch (severity) {
            case ERROR -> style.error("error:");
            case WARNING -> style.warning("warning:");
            case NOTE -> style.note("note:");
        };
    }

    private static String indented(String text) {
        return text.indexOf('\n') < 0 ? text : text.replace("\n", "\n  ");
    }
}
