// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import dev.retort.diagnostic.ExitStatus;
import dev.retort.engine.BranchInfo;
import dev.retort.engine.RevisionInfo;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Lists revisions that several others follow. */
final class BranchesCommand implements Command {

    @Override
    public Shape shape() {
        return Shape.of("branches", "Lists the revisions that several others follow, and those.")
                .example("retort branches", "Prints nothing while the history is one line.");
    }

    @Override
    public ExitStatus run(Call call) throws IOException {
        List<BranchInfo> branches = call.project().withoutDatabase().branches();
        return call.answer(Map.of("branches", branches), () -> print(branches, call));
    }

    private static void print(List<BranchInfo> branches, Call call) {
        RevisionText text = new RevisionText(call.console().style());
        for (BranchInfo branch : branches) {
            RevisionInfo point = branch.point();
            call.console().answer(call.verbose() ? text.block(point) : text.line(point, true, true, false));
            String indent = " ".repeat(RevisionText.parents(point).length());
            for (RevisionInfo child : branch.children()) {
                call.console().answer(indent + " -> " + text.line(child, true, true, call.verbose()));
            }
            call.console().answer("");
        }
    }
}
