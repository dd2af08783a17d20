// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import dev.retort.diagnostic.ExitStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lists the kinds of project that init starts. */
final class ListTemplatesCommand implements Command {

    /** A line of the answer. */
    record Entry(String name, String description) {}

    @Override
    public Shape shape() {
        return Shape.of("list-templates", "Lists the kinds of project that 'retort init --format' starts.")
                .example("retort list-templates", "A name and a sentence each.");
    }

    @Override
    public ExitStatus run(Call call) throws IOException {
        List<Entry> templates = new ArrayList<>();
        for (Template template : Template.values()) {
            templates.add(new Entry(template.word(), template.sentence()));
        }
        return call.answer(Map.of("templates", templates), () -> {
            for (Template template : Template.values()) {
                call.console().answer(template.word() + " - " + template.sentence());
            }
        });
    }
}
