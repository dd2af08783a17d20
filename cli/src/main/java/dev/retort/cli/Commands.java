// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All commands by name, in the order of the help. A command is made when its name is used. */
final class Commands {

    private final Map<String, Supplier<Command>> makers = new LinkedHashMap<>();

    Commands() {
        makers.put("init", InitCommand::new);
        makers.put("revision", RevisionCommand::new);
        makers.put("merge", MergeCommand::new);
        makers.put("upgrade", UpgradeCommand::new);
        makers.put("downgrade", DowngradeCommand::new);
        makers.put("stamp", StampCommand::new);
        makers.put("plan", PlanCommand::new);
        makers.put("current", CurrentCommand::new);
        makers.put("check", CheckCommand::new);
        makers.put("history", HistoryCommand::new);
        makers.put("heads", HeadsCommand::new);
        makers.put("branches", BranchesCommand::new);
        makers.put("show", ShowCommand::new);
        makers.put("resolve", ResolveCommand::new);
        makers.put("graph", GraphCommand::new);
        makers.put("edit", EditCommand::new);
        makers.put("log", LogCommand::new);
        makers.put("ensure-version", EnsureVersionCommand::new);
        makers.put("dialects", DialectsCommand::new);
        makers.put("list-templates", ListTemplatesCommand::new);
        makers.put("completion", CompletionCommand::new);
    }

    Set<String> names() {
        return makers.keySet();
    }

    /** The command that a word means: its name, or the name with Alembic's underscores. */
    @Nullable
    String nameOf(String word) {
        String name = word.replace('_', '-');
        return makers.containsKey(name) ? name : null;
    }

    Command make(String name) {
        Supplier<Command> maker = makers.get(name);
        if (maker == null) {
            throw new IllegalArgumentException("name must be that of a command, but was '" + name + "'");
        }
        return maker.get();
    }
}
