// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import dev.retort.diagnostic.ExitStatus;
import dev.retort.engine.Retort;
import dev.retort.engine.SymbolMeaning;
import dev.retort.migration.RevisionId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Tells which revisions a symbol means, and how it was read. */
final class ResolveCommand implements Command {

    private static final String IDS = "--ids";

    /** The answer: the ids of all symbols, and how each symbol was read. */
    record Resolved(List<RevisionId> ids, List<SymbolMeaning> explanation) {}

    @Override
    public Shape shape() {
        return Shape.of("resolve", "Tells which revisions a symbol stands for, and how it is read.")
                .arguments("1..*", "REVISION", "An id or its beginning, head, label@head-1, +1, or current.")
                .flag("Print the ids alone, one a line, for scripts.", IDS)
                .example("retort resolve billing@head-1", "Tells step by step how this is read.")
                .example("retort resolve --ids head-2", "For scripts: the id of the last revision but two.");
    }

    @Override
    public String missing() {
        return "Say what, for example 'retort resolve head'.";
    }

    @Override
    public ExitStatus run(Call call) throws IOException {
        Retort retort = call.project().withDatabaseIfAsked();
        Resolved resolved = new Resolved(new ArrayList<>(), new ArrayList<>());
        for (String symbol : call.arguments().positionals()) {
            SymbolMeaning meaning = retort.resolve(symbol);
            resolved.ids().addAll(meaning.ids());
            resolved.explanation().add(meaning);
        }
        boolean idsOnly = call.arguments().flag(IDS) || call.console().quiet();
        return call.answer(resolved, () -> {
            if (idsOnly) {
                resolved.ids().forEach(id -> call.console().answer(id.value()));
            } else {
                resolved.explanation().forEach(meaning -> print(meaning, call.console()));
            }
        });
    }

    private static void print(SymbolMeaning meaning, Console console) {
        List<RevisionId> ids = meaning.ids();
        console.answer(meaning.symbol() + ": "
                + (ids.isEmpty() ? "no revision" : console.style().revision(RevisionText.ids(ids))));
        meaning.steps().forEach(step -> console.answer("  " + step));
    }
}
