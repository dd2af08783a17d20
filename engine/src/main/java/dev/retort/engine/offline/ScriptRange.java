// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.offline;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.RetortException;
import dev.retort.diagnostic.SourceLocation;
import dev.retort.engine.Direction;
import dev.retort.engine.ScriptRequest;
import dev.retort.engine.graph.Place;
import dev.retort.engine.graph.RevisionGraph;
import dev.retort.engine.graph.RevisionSymbol;
import dev.retort.engine.graph.RevisionSymbolParser;
import dev.retort.engine.graph.SymbolRange;
import dev.retort.engine.graph.SymbolResolver;
import dev.retort.engine.plan.VersionRows;
import dev.retort.migration.RevisionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a script starts and where it leads. There is no database to say where it starts, so the request does, or it is
 * the empty database.
 *
 * @param start rows that the database will have when the script is run
 * @param ends  symbols of where it leads
 */
record ScriptRange(VersionRows start, List<String> ends) {

    ScriptRange {
        ends = List.copyOf(ends);
    }

    static ScriptRange of(ScriptRequest request, RevisionGraph graph) {
        List<String> ends = new ArrayList<>();
        RevisionSymbol start = null;
        for (String target : request.targets()) {
            if (target.indexOf(':') < 0) {
                ends.add(target);
                continue;
            }
            if (request.targets().size() > 1) {
                throw error(
                        "A script can start in one place only, but '" + target + "' was given beside other targets.",
                        "Give a single range, or targets without a start.");
            }
            SymbolRange range = RevisionSymbolParser.parseRange(target, SourceLocation.COMMAND_LINE);
            start = range.start();
            ends.add(end(request, range, target));
        }
        if (request.direction() == Direction.DOWNGRADE && start == null) {
            throw error(
                    "A downgrade script requires <from>:<to>, but was given '" + String.join(" ", request.targets())
                            + "'.",
                    "Without a connection it is not known where the database stands; say so: 'head:base'.");
        }
        return new ScriptRange(rows(start, graph), ends);
    }

    private static String end(ScriptRequest request, SymbolRange range, String target) {
        RevisionSymbol end = range.end();
        if (end != null) {
            return end.text();
        }
        if (request.direction() == Direction.UPGRADE) {
            return RevisionSymbol.HEADS;
        }
        throw error("The range '" + target + "' has no end.", "Write <from>:<to>.");
    }

    private static VersionRows rows(@Nullable RevisionSymbol start, RevisionGraph graph) {
        if (start == null) {
            return VersionRows.NONE;
        }
        List<RevisionId> ids = new SymbolResolver(graph)
                .resolve(start).places().stream()
                        .map(Place::revision)
                        .flatMap(Optional::stream)
                        .toList();
        return VersionRows.of(ids);
    }

    private static RetortException error(String message, String hint) {
        return new RetortException(Finding.error(ErrorCode.USAGE_ERROR, message)
                .at(SourceLocation.COMMAND_LINE)
                .withHint(hint));
    }
}
