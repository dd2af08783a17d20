// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import dev.retort.diagnostic.ExitStatus;
import dev.retort.engine.RevisionInfo;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Tells which revisions a symbol means. */
final class ResolveCommand implements Command {

    @Override
    public Shape shape() {
        return Shape.of("resolve", "Prints the ids that revision symbols stand for, one a line.")
                .arguments("1..*", "REVISION", "An id or its beginning, head, heads, label@head, head-1, or current.")
                .example("retort resolve head-2", "For scripts: the id of the last revision but two.");
    }

    @Override
    public String missing() {
        return "Say what, for example 'retort resolve head'.";
    }

    @Override
    public ExitStatus run(Call call) throws IOException {
        List<RevisionInfo> revisions = Symbols.resolve(call, call.arguments().positionals());
        List<String> ids =
                revisions.stream().map(revision -> revision.id().value()).toList();
        return call.answer(Map.of("ids", ids), () -> ids.forEach(call.console()::answer));
    }
}
