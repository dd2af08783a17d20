// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import dev.retort.diagnostic.ExitStatus;
import dev.retort.engine.VersionTableResult;
import java.io.IOException;
import java.util.Map;

/** Creates the version table. */
final class EnsureVersionCommand implements Command {

    @Override
    public Shape shape() {
        return Shape.of("ensure-version", "Creates the version table, if there is none, and nothing else.")
                .flag("Write an SQL script to standard output instead. No database is connected to.", RunOptions.SQL)
                .value("ID", "With --sql: the dialect to write for, instead of that of the URL.", RunOptions.DIALECT)
                .example("retort ensure-version", "For a database whose owner creates tables before others may write.");
    }

    @Override
    public ExitStatus run(Call call) throws IOException {
        if (call.arguments().flag(RunOptions.SQL)) {
            String dialect = call.arguments().value(RunOptions.DIALECT);
            StringBuilder sql = new StringBuilder();
            call.project().forScript(dialect).ensureVersionScript(dialect, sql);
            return call.answer(
                    Map.of("sql", sql.toString()), () -> call.console().out().append(sql));
        }
        VersionTableResult result =
                call.project().forRunning(new Progress(call)).ensureVersion();
        return call.answer(
                result,
                () -> call.console()
                        .say(
                                result.created()
                                        ? "Created " + result.table() + "."
                                        : result.table() + " exists already."));
    }
}
