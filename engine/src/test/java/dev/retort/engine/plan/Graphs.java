// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.plan;

import dev.retort.diagnostic.SourceLocation;
import dev.retort.engine.graph.RevisionGraph;
import dev.retort.engine.graph.RevisionSymbol;
import dev.retort.migration.MigrationHeader;
import dev.retort.migration.RevisionId;
import dev.retort.migration.TransactionMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Writes graphs in one line a revision: {@code id <- parent parent ; dependency #label}. For tests.
 */
public final class Graphs {

    private Graphs() {}

    public static List<MigrationHeader> headers(String... lines) {
        List<MigrationHeader> headers = new ArrayList<>();
        for (String line : lines) {
            List<String> labels = new ArrayList<>();
            List<RevisionId> parents = new ArrayList<>();
            List<String> dependsOn = new ArrayList<>();
            boolean dependency = false;
            String[] words = line.split(" ");
            for (String word : List.of(words).subList(1, words.length)) {
                if (word.startsWith("#")) {
                    labels.add(word.substring(1));
                } else if (word.equals(";")) {
                    dependency = true;
                } else if (dependency) {
                    dependsOn.add(word);
                } else if (!word.equals("<-")) {
                    parents.add(new RevisionId(word));
                }
            }
            headers.add(new MigrationHeader(
                    new RevisionId(words[0]),
                    parents,
                    dependsOn,
                    labels,
                    "Change " + words[0],
                    null,
                    TransactionMode.AUTO,
                    SourceLocation.ofFile("migrations/" + words[0] + ".yaml")));
        }
        return headers;
    }

    public static RevisionGraph graph(String... lines) {
        return RevisionGraph.of(headers(lines)).orThrow();
    }

    public static VersionRows rows(String... ids) {
        return VersionRows.of(Arrays.stream(ids).map(RevisionId::new).toList());
    }

    public static RevisionSymbol symbol(String text) {
        return RevisionSymbol.parse(text);
    }

    public static List<String> steps(Plan plan) {
        return plan.steps().stream().map(step -> step.revision().value()).toList();
    }

    public static List<String> changes(List<RowChange> changes) {
        return changes.stream().map(Graphs::text).toList();
    }

    private static String text(RowChange change) {
        if (change instanceof RowChange.Insert insert) {
            return "insert " + insert.revision();
        }
        if (change instanceof RowChange.Delete delete) {
            return "delete " + delete.revision();
        }
        RowChange.Update update = (RowChange.Update) change;
        return "update " + update.from() + " to " + update.to();
    }
}
