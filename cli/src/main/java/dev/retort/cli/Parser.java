// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParseResult;

/** Reads a command line. Only commands whose names stand in it are made. */
final class Parser {

    /** Stands before an argument such as {@code -1}, which would else be taken for an option. */
    private static final char RELATIVE = '\uE000';

    private final Commands commands = new Commands();
    private final Map<String, Command> made = new LinkedHashMap<>();

    /** A command line that was understood: which command, or none, and what it was given. */
    record Parsed(@Nullable Command command, Arguments arguments, CommandLine level, boolean help, boolean version) {}

    /**
     * Reads the words of a command line.
     *
     * @throws CommandLine.ParameterException if they are no command line of Retort
     */
    Parsed parse(String... words) {
        Set<String> named = new TreeSet<>();
        for (String word : words) {
            String name = commands.nameOf(word);
            if (name != null) {
                named.add(name);
            }
        }
        boolean all = named.isEmpty();
        CommandLine line = line(all ? commands.names() : named);
        ParseResult root = line.parseArgs(masked(words));
        List<ParseResult> levels = new ArrayList<>(List.of(root));
        ParseResult last = root;
        while (last.hasSubcommand()) {
            last = last.subcommand();
            levels.add(last);
        }
        CommandLine level = last.commandSpec().commandLine();
        Command command = last == root ? null : made.get(last.commandSpec().name());
        if (command == null && !all) {
            level = completeLine(); // help of the program lists all commands
        }
        boolean help = root.isUsageHelpRequested() || last.isUsageHelpRequested();
        boolean version = root.isVersionHelpRequested() || last.isVersionHelpRequested();
        return new Parsed(command, new Arguments(levels), level, help, version);
    }

    /** The program with all its commands, for help and completion. */
    CommandLine completeLine() {
        return line(commands.names());
    }

    /** The command of a name that stood in the command line. */
    @Nullable
    Command madeAs(String name) {
        return made.get(name);
    }

    Set<String> names() {
        return commands.names();
    }

    private CommandLine line(Set<String> names) {
        Shape shape = GlobalOptions.addTo(Shape.of("retort", "Migrates databases, forwards and backwards.")
                .example("retort init", "Starts a project in this folder.")
                .example("retort revision -m \"Add user roles\"", "Writes a new migration to fill in.")
                .example("retort upgrade head", "Brings the database up to date."));
        CommandSpec root = shape.spec();
        root.usageMessage()
                .optionListHeading("%nOptions:%n")
                .commandListHeading("%nCommands:%n")
                .customSynopsis("retort [OPTIONS] COMMAND [ARGUMENTS]");
        CommandLine line = new CommandLine(root);
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, this::list);
        for (String name : commands.names()) {
            if (names.contains(name)) {
                Command command = commands.make(name);
                made.put(name, command);
                CommandSpec spec = GlobalOptions.addTo(command.shape()).spec();
                if (name.indexOf('-') > 0) {
                    spec.aliases(name.replace('-', '_'));
                }
                line.addSubcommand(name, new CommandLine(spec));
            }
        }
        line.registerConverter(String.class, Parser::unmasked);
        for (CommandLine sub : line.getSubcommands().values()) {
            sub.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, Parser::options);
        }
        return line;
    }

    /** Commands by their names; the names that Alembic has for them work as well and are not shown. */
    private String list(Help help) {
        StringBuilder list = new StringBuilder();
        for (String name : commands.names()) {
            list.append("  ").append(name).append(" ".repeat(16 - name.length()));
            list.append(help.commandSpec()
                    .subcommands()
                    .get(name)
                    .getCommandSpec()
                    .usageMessage()
                    .description()[0]);
            list.append('\n');
        }
        return list.toString();
    }

    private static String options(Help help) {
        List<OptionSpec> options = help.commandSpec().options();
        int own = options.size() - GlobalOptions.COUNT;
        String global = "\nGlobal options:\n" + help.optionListExcludingGroups(options.subList(own, options.size()));
        return own == 0 ? global : "\nOptions:\n" + help.optionListExcludingGroups(options.subList(0, own)) + global;
    }

    private static String[] masked(String[] words) {
        String[] masked = words.clone();
        for (int i = 0; i < masked.length; i++) {
            String word = masked[i];
            if (word.length() > 1 && word.charAt(0) == '-' && word.charAt(1) >= '0' && word.charAt(1) <= '9') {
                masked[i] = RELATIVE + word;
            }
        }
        return masked;
    }

    /** A text as it was given. */
    static String unmasked(String text) {
        return text.indexOf(RELATIVE) < 0 ? text : text.replace(String.valueOf(RELATIVE), "");
    }
}
