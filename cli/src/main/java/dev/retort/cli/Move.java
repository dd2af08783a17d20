// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import dev.retort.diagnostic.ExitStatus;
import dev.retort.engine.Direction;
import dev.retort.engine.MoveRequest;
import dev.retort.engine.RunResult;
import dev.retort.engine.ScriptRequest;
import java.io.IOException;
import java.util.List;

/** What upgrade, downgrade and stamp have in common: a run with its progress, or a script instead. */
final class Move {

    private Move() {}

    static ExitStatus run(Call call, Direction direction, List<String> targets, boolean purge) throws IOException {
        if (call.arguments().flag(RunOptions.SQL)) {
            if (missed(call, direction)) {
                throw Call.usage("Can't use --missed with --sql: a script cannot know what never ran.", null);
            }
            return script(call, direction, targets);
        }
        if (call.arguments().value(RunOptions.DIALECT) != null) {
            throw Call.usage("--dialect only has a meaning with --sql.", null);
        }
        Progress progress = new Progress(call);
        String tag = call.arguments().value(RunOptions.TAG);
        RunResult result;
        try {
            result = call.project()
                    .forRunning(progress)
                    .run(new MoveRequest(direction, targets, purge, tag, missed(call, direction)));
        } finally {
            progress.stop();
        }
        return call.answer(result, () -> progress.summary(result, targets));
    }

    /** Only an upgrade has the option. */
    private static boolean missed(Call call, Direction direction) {
        return direction == Direction.UPGRADE && call.arguments().flag(RunOptions.MISSED);
    }

    private static ExitStatus script(Call call, Direction direction, List<String> targets) throws IOException {
        String dialect = call.arguments().value(RunOptions.DIALECT);
        ScriptRequest request =
                new ScriptRequest(direction, targets, dialect, call.arguments().value(RunOptions.TAG));
        return Script.write(call, out -> call.project().forScript(dialect).script(request, out));
    }
}
