// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import dev.retort.diagnostic.ExitStatus;
import dev.retort.engine.RevisionCreated;
import dev.retort.engine.RevisionRequest;
import java.io.IOException;
import java.util.List;

/** Writes a new migration file. */
final class RevisionCommand implements Command {

    private static final String HEAD = "--head";
    private static final String DEPENDS_ON = "--depends-on";
    private static final String FORMAT = "--format";

    @Override
    public Shape shape() {
        return CreationOptions.addTo(Shape.of("revision", "Writes a new, empty migration file."))
                .values("REVISION", "What it follows: an id, label@head, head or base. Default: head.", HEAD)
                .values("REVISION", "What must run before it without being its parent. May be repeated.", DEPENDS_ON)
                .choice(List.of("yaml", "java"), "What to write, instead of the project's format.", FORMAT)
                .example("retort revision -m \"Add user roles\"", "Writes migrations/<id>_add_user_roles.yaml.")
                .example(
                        "retort revision -m \"Start billing\" --head base --branch-label billing",
                        "Starts a history of its own beside the other.");
    }

    @Override
    public ExitStatus run(Call call) throws IOException {
        Arguments arguments = call.arguments();
        RevisionCreated created = call.project()
                .withoutDatabase()
                .revision(new RevisionRequest(
                        arguments.value(CreationOptions.MESSAGE, ""),
                        arguments.values(HEAD),
                        arguments.flag(CreationOptions.SPLICE),
                        CreationOptions.labels(arguments),
                        arguments.value(CreationOptions.VERSION_PATH),
                        arguments.value(CreationOptions.REV_ID),
                        arguments.values(DEPENDS_ON),
                        arguments.value(FORMAT),
                        null));
        return CreationOptions.answer(call, created);
    }
}
