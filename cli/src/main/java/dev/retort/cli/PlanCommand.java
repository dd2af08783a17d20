// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import dev.retort.diagnostic.ExitStatus;
import dev.retort.diagnostic.Severity;
import dev.retort.engine.Direction;
import dev.retort.engine.MoveRequest;
import dev.retort.engine.PlanResult;
import dev.retort.engine.PlannedStep;
import java.io.IOException;
import java.util.List;

/** Tells what a run would do. */
final class PlanCommand implements Command {

    private static final String DOWNGRADE = "--downgrade";
    private static final String STAMP = "--stamp";
    private static final String PURGE = "--purge";

    @Override
    public Shape shape() {
        return Shape.of("plan", "Tells what an upgrade would do, and all that is wrong with it. Changes nothing.")
                .arguments("0..*", "REVISION", "As for upgrade, downgrade or stamp. Default: head.")
                .flag("As for upgrade: with what was inserted below and never ran.", RunOptions.MISSED)
                .flag("Plan a downgrade.", DOWNGRADE)
                .flag("Plan a stamp.", STAMP)
                .flag("With --stamp: as if all version rows were deleted first.", PURGE)
                .example("retort plan head", "Lists revisions, operations and SQL of 'retort upgrade head'.")
                .example("retort plan --downgrade -1", "Shows what undoing the last revision would run.");
    }

    @Override
    public ExitStatus run(Call call) throws IOException {
        PlanResult result = call.project().withDatabase().plan(request(call.arguments()));
        call.answer(result, () -> print(result, call.console()));
        call.report(result.findings());
        return Call.statusOf(result.findings());
    }

    private static MoveRequest request(Arguments arguments) {
        boolean downgrade = arguments.flag(DOWNGRADE);
        boolean stamp = arguments.flag(STAMP);
        List<String> targets = arguments.positionals().isEmpty() ? List.of("head") : arguments.positionals();
        if (downgrade && stamp) {
            throw Call.usage("--downgrade and --stamp exclude each other.", null);
        }
        if (downgrade && arguments.positionals().isEmpty()) {
            throw Call.usage("Say where to, for example 'retort plan --downgrade -1'.", null);
        }
        if (targets.size() > 1 && !stamp) {
            throw Call.usage("Only a stamp has several targets.", null);
        }
        if (arguments.flag(PURGE) && !stamp) {
            throw Call.usage("--purge only has a meaning with --stamp.", null);
        }
        boolean missed = arguments.flag(RunOptions.MISSED);
        if (missed && (downgrade || stamp)) {
            throw Call.usage("--missed only has a meaning for an upgrade.", null);
        }
        Direction direction = downgrade ? Direction.DOWNGRADE : stamp ? Direction.STAMP : Direction.UPGRADE;
        return new MoveRequest(direction, targets, arguments.flag(PURGE), null, missed);
    }

    private static void print(PlanResult plan, Console console) {
        console.answer(rows(plan.before()) + " -> " + rows(plan.after()) + " (" + plan.dialect() + ")");
        for (PlannedStep step : plan.steps()) {
            console.answer("");
            console.answer(step.direction().word() + " "
                    + console.style().revision(step.revision().value()) + "  "
                    + RevisionText.firstLine(step.message()));
            console.answer("  " + step.display());
            if (!step.operations().isEmpty()) {
                console.answer("  operations: " + String.join(", ", step.operations()));
            }
            if (!step.transactional()) {
                console.answer("  not in one transaction");
            }
            if (step.estimated()) {
                console.answer("  the run reads the database first, so its SQL may differ");
            }
            for (String statement : step.statements()) {
                console.answer(console.style().dim("    " + statement.strip().replace("\n", "\n    ")));
            }
        }
        boolean refused = plan.findings().stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
        if (plan.steps().isEmpty() && !refused) {
            console.answer("Nothing to do.");
        }
    }

    private static String rows(List<dev.retort.migration.RevisionId> rows) {
        return rows.isEmpty() ? "<base>" : RevisionText.ids(rows);
    }
}
