// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import dev.retort.diagnostic.Finding;
import dev.retort.engine.Direction;
import dev.retort.engine.RunEvent;
import dev.retort.engine.RunListener;
import dev.retort.engine.RunResult;
import dev.retort.migration.RevisionId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Shows a run while it happens: a line for each revision, with the time that it took. */
final class Progress implements RunListener {

    private final Call call;
    private final Console console;
    private final List<Finding> told = new ArrayList<>();
    private boolean halfLine;

    Progress(Call call) {
        this.call = call;
        this.console = call.console();
    }

    @Override
    public void on(RunEvent event) {
        if (event instanceof RunEvent.StepStarted step) {
            started(step);
        } else if (event instanceof RunEvent.StepFinished finished) {
            finished(finished);
        } else if (event instanceof RunEvent.StatementStarted statement && call.verbose()) {
            stop();
            console.say(console.style().dim("    " + statement.sql().strip().replace("\n", "\n    ")));
        } else if (event instanceof RunEvent.LockWaiting waiting) {
            console.remark("Waiting for " + (waiting.holder() == null ? "another runner" : waiting.holder()) + " ("
                    + waiting.waited().toSeconds() + " of " + waiting.limit().toSeconds() + " s) ...");
        } else if (event instanceof RunEvent.Retrying retrying) {
            stop();
            retrying(retrying);
        } else if (event instanceof RunEvent.Reported reported) {
            stop();
            told.add(reported.finding());
            call.report(List.of(reported.finding()));
        }
    }

    private void retrying(RunEvent.Retrying retrying) {
        console.remark("Revision '" + retrying.revision() + "' did not get a lock: " + retrying.reason() + ". Attempt "
                + retrying.attempt() + " of " + retrying.attempts() + " in " + text(retrying.pause()) + " ...");
        retrying.holders().forEach(holder -> console.remark("  held by " + holder));
    }

    private void started(RunEvent.StepStarted step) {
        if (console.live() && step.direction() != Direction.STAMP) {
            console.sayPart(head(step.direction(), step.revision(), step.message()) + " ... ");
            halfLine = true;
        }
    }

    private void finished(RunEvent.StepFinished finished) {
        String time = text(finished.step().duration());
        if (halfLine) {
            console.say(time);
            halfLine = false;
        } else if (finished.step().direction() != Direction.STAMP) {
            String head = head(
                    finished.step().direction(),
                    finished.step().revision(),
                    finished.step().message());
            console.say(head + " ... " + time);
        }
    }

    private String head(Direction direction, RevisionId revision, String message) {
        String what = RevisionText.firstLine(message);
        return console.style().revision(revision.value()) + "  "
                + (direction == Direction.DOWNGRADE ? "undo: " : "")
                + (what.isEmpty() ? "(no message)" : what);
    }

    /** Ends a line that is only half there, because something else is to be printed. */
    void stop() {
        if (halfLine) {
            console.say("");
            halfLine = false;
        }
    }

    /** The last line, and findings that were not told on the way. */
    void summary(RunResult result, List<String> targets) {
        List<Finding> untold = new ArrayList<>(result.findings());
        untold.removeAll(told);
        call.report(untold);
        int count = result.steps().size();
        if (result.direction() == Direction.STAMP) {
            console.say(
                    result.before().equals(result.after())
                            ? "Already stamped: " + rows(result.after()) + "."
                            : "Stamped: " + rows(result.after()) + ".");
        } else if (count == 0) {
            console.say("Already at " + place(result, targets.get(0)) + "; nothing to do.");
        } else {
            console.say((result.direction() == Direction.UPGRADE ? "Upgraded" : "Downgraded") + " by " + count
                    + (count == 1 ? " revision" : " revisions") + " in " + text(result.duration()) + "; now at "
                    + rows(result.after()) + ".");
        }
    }

    private static String place(RunResult result, String target) {
        String rows = rows(result.after());
        return switch (target) {
            case "head", "heads" -> target + " (" + rows + ")";
            default -> rows;
        };
    }

    private static String rows(List<RevisionId> rows) {
        return rows.isEmpty() ? "base" : RevisionText.ids(rows);
    }

    static String text(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 10_000) {
            return millis + " ms";
        }
        return millis / 1000 + "." + millis / 100 % 10 + " s";
    }
}
