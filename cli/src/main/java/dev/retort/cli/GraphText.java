// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import dev.retort.engine.RevisionInfo;
import dev.retort.migration.RevisionId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Pictures of a history: parents point to those that follow them; dependencies are dashed. */
final class GraphText {

    private GraphText() {}

    /** A Mermaid flow chart. Nodes are numbered, because an id may be a word of Mermaid's own. */
    static String mermaid(List<RevisionInfo> revisions) {
        Map<String, String> nodes = nodes(revisions);
        StringBuilder text = new StringBuilder("flowchart BT\n");
        for (RevisionInfo revision : revisions) {
            text.append("  ")
                    .append(nodes.get(revision.id().value()))
                    .append("[\"")
                    .append(label(revision, "<br/>").replace("\"", "#quot;"))
                    .append("\"]\n");
        }
        for (RevisionInfo revision : revisions) {
            String node = nodes.get(revision.id().value());
            for (RevisionId parent : revision.revises()) {
                text.append("  ")
                        .append(nodes.get(parent.value()))
                        .append(" --> ")
                        .append(node)
                        .append('\n');
            }
            for (RevisionId dependency : revision.dependencies()) {
                if (nodes.containsKey(dependency.value())) {
                    text.append("  ")
                            .append(nodes.get(dependency.value()))
                            .append(" -.-> ")
                            .append(node)
                            .append('\n');
                }
            }
        }
        return text.toString();
    }

    /** A Graphviz digraph. */
    static String dot(List<RevisionInfo> revisions) {
        Map<String, String> nodes = nodes(revisions);
        StringBuilder text = new StringBuilder("digraph history {\n  rankdir=BT\n  node [shape=box]\n");
        for (RevisionInfo revision : revisions) {
            text.append("  ")
                    .append(quoted(revision.id().value()))
                    .append(" [label=")
                    .append(quoted(label(revision, "\n")))
                    .append(revision.current() ? ", style=bold" : "")
                    .append("]\n");
        }
        for (RevisionInfo revision : revisions) {
            String node = quoted(revision.id().value());
            for (RevisionId parent : revision.revises()) {
                text.append("  ")
                        .append(quoted(parent.value()))
                        .append(" -> ")
                        .append(node)
                        .append('\n');
            }
            for (RevisionId dependency : revision.dependencies()) {
                if (nodes.containsKey(dependency.value())) {
                    text.append("  ")
                            .append(quoted(dependency.value()))
                            .append(" -> ")
                            .append(node)
                            .append(" [style=dashed]\n");
                }
            }
        }
        return text.append("}\n").toString();
    }

    /** A name for each id. */
    private static Map<String, String> nodes(List<RevisionInfo> revisions) {
        Map<String, String> nodes = new HashMap<>();
        for (RevisionInfo revision : revisions) {
            nodes.put(revision.id().value(), "r" + nodes.size());
        }
        return nodes;
    }

    private static String label(RevisionInfo revision, String lineBreak) {
        String marks = (revision.head() ? " (head)" : "") + (revision.current() ? " (current)" : "");
        return revision.id() + marks + lineBreak + RevisionText.firstLine(revision.message());
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
