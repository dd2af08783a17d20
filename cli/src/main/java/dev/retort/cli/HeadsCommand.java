// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import dev.retort.diagnostic.ExitStatus;
import dev.retort.engine.Retort;
import dev.retort.engine.RevisionInfo;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Lists revisions that no other follows. */
final class HeadsCommand implements Command {

    private static final String RESOLVE = "--resolve-dependencies";
    private static final String CHECK = "--check";

    @Override
    public Shape shape() {
        return Shape.of("heads", "Lists the revisions that no other follows.")
                .flag("Leave out those that another depends on.", RESOLVE)
                .flag("Fail if there is more than one.", CHECK)
                .example("retort heads", "Usually one line, such as '3f1c9a7b20de (head)'.")
                .example("retort heads --check", "For a build: exits with 3 if two branches wait for a merge.");
    }

    @Override
    public ExitStatus run(Call call) throws IOException {
        boolean resolve = call.arguments().flag(RESOLVE);
        Retort retort = call.project().withoutDatabase();
        List<RevisionInfo> heads =
                call.arguments().flag(CHECK) ? retort.checkSingleHead(resolve) : retort.heads(resolve);
        return call.answer(Map.of("revisions", heads), () -> print(heads, call));
    }

    private static void print(List<RevisionInfo> heads, Call call) {
        RevisionText text = new RevisionText(call.console().style());
        for (RevisionInfo head : heads) {
            call.console().answer(call.verbose() ? text.block(head) : text.line(head, true, false, false));
        }
    }
}
