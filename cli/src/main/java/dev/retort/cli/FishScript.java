// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** A completion script for fish, which picocli has none for. */
final class FishScript {

    private FishScript() {}

    static String of(CommandSpec root) {
        StringBuilder script = new StringBuilder("# Completes retort in fish.\ncomplete -c retort -f\n");
        options(script, root, "");
        Map<String, CommandSpec> commands = new LinkedHashMap<>();
        for (Map.Entry<String, CommandLine> sub : root.subcommands().entrySet()) {
            CommandSpec spec = sub.getValue().getCommandSpec();
            if (sub.getKey().equals(spec.name())) {
                commands.put(sub.getKey(), spec);
            }
        }
        commands.forEach((name, spec) -> {
            script.append("complete -c retort -n __fish_use_subcommand -a ")
                    .append(name)
                    .append(" -d ")
                    .append(quoted(String.join(" ", spec.usageMessage().description())))
                    .append('\n');
            options(script, spec, " -n '__fish_seen_subcommand_from " + name + "'");
        });
        return script.toString();
    }

    private static void options(StringBuilder script, CommandSpec spec, String condition) {
        boolean program = condition.isEmpty();
        int count = spec.options().size() - (program ? 0 : GlobalOptions.COUNT);
        for (OptionSpec option : spec.options().subList(0, count)) {
            script.append("complete -c retort").append(condition);
            for (String name : option.names()) {
                script.append(name.startsWith("--") ? " -l " : " -s ")
                        .append(name.substring(name.startsWith("--") ? 2 : 1));
            }
            if (option.arity().max() > 0) {
                script.append(isFile(option) ? " -rF" : " -x");
            }
            if (option.completionCandidates() != null) {
                script.append(" -a '")
                        .append(String.join(" ", option.completionCandidates()))
                        .append('\'');
            }
            script.append(" -d ")
                    .append(quoted(String.join(" ", option.description())))
                    .append('\n');
        }
    }

    private static boolean isFile(OptionSpec option) {
        return option.paramLabel().equals("FILE")
                || option.paramLabel().equals("DIR")
                || option.paramLabel().equals("FOLDER");
    }

    private static String quoted(String text) {
        return '\'' + text.replace("\\", "\\\\").replace("'", "\\'") + '\'';
    }
}
