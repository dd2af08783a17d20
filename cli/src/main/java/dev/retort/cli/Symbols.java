// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import dev.retort.engine.Retort;
import dev.retort.engine.RevisionInfo;
import java.util.ArrayList;
import java.util.List;

/** Revision symbols from the command line. */
final class Symbols {

    private Symbols() {}

    /** The revisions that symbols stand for. The database is asked only if one of them is about it. */
    static List<RevisionInfo> resolve(Call call, List<String> symbols) {
        boolean database = false;
        for (String symbol : symbols) {
            database |= symbol.contains("current")
                    || symbol.startsWith("+")
                    || symbol.startsWith("-")
                    || symbol.contains("@+")
                    || symbol.contains("@-");
        }
        Project project = call.project();
        Retort retort = database ? project.withDatabase() : project.withoutDatabase();
        List<RevisionInfo> revisions = new ArrayList<>();
        for (String symbol : symbols) {
            revisions.addAll(retort.show(symbol));
        }
        return revisions;
    }
}
