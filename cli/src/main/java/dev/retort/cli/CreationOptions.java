// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import dev.retort.diagnostic.ExitStatus;
import dev.retort.engine.RevisionCreated;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Options and answer of the commands that write a migration file. */
final class CreationOptions {

    static final String MESSAGE = "--message";
    static final String SPLICE = "--splice";
    static final String BRANCH_LABEL = "--branch-label";
    static final String VERSION_PATH = "--version-path";
    static final String REV_ID = "--rev-id";

    private CreationOptions() {}

    static Shape addTo(Shape shape) {
        return shape.value("TEXT", "What it is for, in words.", "-m", MESSAGE)
                .flag("Follow a revision that others follow already.", SPLICE)
                .values("LABEL", "A name for the branch. May be repeated, or hold several with commas.", BRANCH_LABEL)
                .value("FOLDER", "Where to write, one of the project's folders of migrations.", VERSION_PATH)
                .value("ID", "Its id, instead of twelve random digits.", REV_ID);
    }

    /** Labels, also those that stand in one option with commas between them, as Alembic has it. */
    static List<String> labels(Arguments arguments) {
        List<String> labels = new ArrayList<>();
        for (String value : arguments.values(BRANCH_LABEL)) {
            for (String label : value.split(",")) {
                if (!label.isBlank()) {
                    labels.add(label.strip());
                }
            }
        }
        return labels;
    }

    static ExitStatus answer(Call call, RevisionCreated created) throws IOException {
        call.answer(created, () -> call.console().answer("Created " + created.display()));
        call.report(created.findings());
        return Call.statusOf(created.findings());
    }
}
