// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import dev.retort.diagnostic.ExitStatus;
import dev.retort.engine.TemplateInfo;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Lists the kinds of project that init starts, and the project's own layouts of new migrations. */
final class ListTemplatesCommand implements Command {

    /** A kind of project. */
    record Entry(String name, String description) {}

    /** The answer. */
    record Templates(List<Entry> templates, List<TemplateInfo> migrations) {}

    @Override
    public Shape shape() {
        return Shape.of(
                        "list-templates",
                        "Lists what 'retort init --template' starts, and the project's templates of migrations.")
                .example("retort list-templates", "A name and a sentence each. Needs no project.");
    }

    @Override
    public ExitStatus run(Call call) throws IOException {
        Templates answer = new Templates(new ArrayList<>(), new ArrayList<>());
        for (Template template : Template.values()) {
            answer.templates().add(new Entry(template.word(), template.sentence()));
        }
        if (ProjectFile.exists(call)) {
            answer.migrations().addAll(call.project().withoutDatabase().templates());
        }
        return call.answer(answer, () -> {
            for (Entry entry : answer.templates()) {
                call.console().answer(entry.name() + " - " + entry.description());
            }
            for (TemplateInfo own : answer.migrations()) {
                if (own.file() != null) {
                    call.console()
                            .answer(own.display() + " - This project's layout of new " + own.format() + " files.");
                }
            }
        });
    }
}
