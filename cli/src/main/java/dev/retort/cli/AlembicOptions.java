// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Options that Alembic has and Retort has not, with what to do instead: better than to call them unknown. */
final class AlembicOptions {

    /** By option, or by command and option where only one command of Alembic has it. */
    private static final Map<String, String> ANSWERS = Map.of(
            "--raiseerr",
            "Set RETORT_TRACE=1 in the environment: every error then also prints where in Retort it came from.",
            "init --package",
            "It makes a Python package of the folder; migrations in Java need no such file.",
            "revision --autogenerate",
            "Retort does not write migrations from a model yet; that comes in a later version. Write the operations by"
                    + " hand.",
            "revision --sql",
            "Writing a migration file never needs a database, so there is nothing to write as SQL instead. 'retort upgrade"
                    + " --sql' writes what migrations do as a script.",
            "current --config",
            "Alembic's 'current -c' is 'current --check-heads' here; -c names the project file.");

    private AlembicOptions() {}

    /** What to do instead of an option; null if Alembic has none of this name for the command. */
    static @Nullable String answer(String command, String option) {
        String own = ANSWERS.get(command + " " + option);
        return own == null ? ANSWERS.get(option) : own;
    }
}
