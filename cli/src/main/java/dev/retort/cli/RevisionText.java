// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import dev.retort.engine.RevisionInfo;
import dev.retort.migration.RevisionId;
import java.util.List;

/**
 * Shows revisions in the forms that Alembic shows them in, so that scripts that read those go on working: a line
 * {@code a -> b (label) (head), message}, or a block that starts with {@code Rev: b (head)}.
 */
final class RevisionText {

    private final Style style;
    private final boolean current;

    /** Revisions of a list, in which those that the database is at are marked. */
    RevisionText(Style style) {
        this(style, true);
    }

    /** @param current whether to mark what the database is at */
    RevisionText(Style style, boolean current) {
        this.style = style;
        this.current = current;
    }

    /** {@code b (label) (head) (current) (branchpoint), message}; labels, marks and message where they are wanted. */
    String line(RevisionInfo revision, boolean labels, boolean tree, boolean message) {
        StringBuilder line = new StringBuilder(style.revision(revision.id().value()));
        if (labels && !revision.labels().isEmpty()) {
            line.append(" (").append(String.join(", ", revision.labels())).append(')');
        }
        line.append(heads(revision));
        if (tree) {
            line.append(points(revision));
        }
        if (message) {
            line.append(", ").append(firstLine(revision.message()));
        }
        return line.toString();
    }

    /** {@code a -> b (head), message}; dependencies stand in brackets behind the parents. */
    String lineWithParents(RevisionInfo revision) {
        StringBuilder line = new StringBuilder(parents(revision));
        if (!revision.dependsOn().isEmpty()) {
            line.append(" (").append(String.join(", ", revision.dependsOn())).append(')');
        }
        return line.append(" -> ").append(line(revision, true, true, true)).toString();
    }

    /** All that there is to say, one thing a line, and then the message. */
    String block(RevisionInfo revision) {
        StringBuilder block = new StringBuilder("Rev: ")
                .append(style.revision(revision.id().value()))
                .append(heads(revision))
                .append(points(revision))
                .append(revision.mergePoint() ? "\nMerges: " : "\nParent: ")
                .append(parents(revision));
        if (!revision.dependsOn().isEmpty()) {
            block.append("\nAlso depends on: ").append(String.join(", ", revision.dependsOn()));
        }
        if (revision.branchPoint()) {
            block.append("\nBranches into: ").append(ids(revision.children()));
        }
        if (!revision.labels().isEmpty()) {
            block.append("\nBranch names: ").append(String.join(", ", revision.labels()));
        }
        block.append("\nPath: ").append(revision.display());
        if (revision.created() != null) {
            block.append("\nCreated: ").append(revision.created());
        }
        return block.append("\n\n    ")
                .append(revision.message().replace("\n", "\n    "))
                .append('\n')
                .toString();
    }

    static String parents(RevisionInfo revision) {
        return revision.revises().isEmpty() ? "<base>" : ids(revision.revises());
    }

    static String ids(List<RevisionId> ids) {
        StringBuilder text = new StringBuilder();
        for (RevisionId id : ids) {
            text.append(text.length() == 0 ? "" : ", ").append(id.value());
        }
        return text.toString();
    }

    static String firstLine(String message) {
        int end = message.indexOf('\n');
        return end < 0 ? message : message.substring(0, end);
    }

    /** As in Alembic, a head that another revision depends on is marked apart, because it never has a version row. */
    private String heads(RevisionInfo revision) {
        String head = "";
        if (revision.effectiveHead()) {
            head = " (head)";
        } else if (revision.head()) {
            head = " (effective head)";
        }
        return style.good(head + (current && revision.current() ? " (current)" : ""));
    }

    private static String points(RevisionInfo revision) {
        return (revision.branchPoint() ? " (branchpoint)" : "") + (revision.mergePoint() ? " (mergepoint)" : "");
    }
}
