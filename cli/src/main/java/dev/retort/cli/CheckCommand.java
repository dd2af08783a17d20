// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import dev.retort.diagnostic.ExitStatus;
import dev.retort.engine.CheckResult;
import java.io.IOException;

/** Tells whether the database is what the project says. */
final class CheckCommand implements Command {

    @Override
    public Shape shape() {
        return Shape.of("check", "Looks for everything that keeps the database from being what the project says.")
                .example(
                        "retort check",
                        "For a build or a deployment: exits with 0 only if every revision ran and every row has its file.");
    }

    @Override
    public ExitStatus run(Call call) throws IOException {
        CheckResult result = call.project().withDatabase().check();
        call.answer(result, () -> {
            if (result.findings().isEmpty()) {
                call.console().answer("Every revision ran.");
            }
        });
        call.report(result.findings());
        return Call.statusOf(result.findings());
    }
}
