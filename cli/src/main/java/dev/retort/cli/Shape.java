// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * Declares what a command line may hold. Built by hand and not from annotations, whose reading would cost every start
 * more time than the whole of parsing.
 */
final class Shape {

    private final CommandSpec spec;
    private final List<String> examples = new ArrayList<>();

    private Shape(CommandSpec spec) {
        this.spec = spec;
    }

    static Shape of(String name, String summary) {
        CommandSpec spec = CommandSpec.create().name(name);
        spec.usageMessage()
                .description(summary)
                .abbreviateSynopsis(true)
                .sortOptions(false)
                .width(110);
        return new Shape(spec);
    }

    /** An option without a value. */
    Shape flag(String description, String... names) {
        spec.addOption(OptionSpec.builder(names)
                .type(boolean.class)
                .arity("0")
                .description(description)
                .build());
        return this;
    }

    /** An option with a value. */
    Shape value(String label, String description, String... names) {
        spec.addOption(OptionSpec.builder(names)
                .type(String.class)
                .paramLabel(label)
                .description(description)
                .build());
        return this;
    }

    /** An option with one of these values. */
    Shape choice(List<String> choices, String description, String... names) {
        spec.addOption(OptionSpec.builder(names)
                .type(String.class)
                .paramLabel(String.join("|", choices))
                .completionCandidates(choices)
                .description(description)
                .build());
        return this;
    }

    /** An option with a value, which may be given several times. */
    Shape values(String label, String description, String... names) {
        spec.addOption(OptionSpec.builder(names)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .paramLabel(label)
                .arity("1")
                .description(description)
                .build());
        return this;
    }

    /** The arguments; a command has at most one such declaration. */
    Shape arguments(String arity, String label, String description) {
        spec.addPositional(PositionalParamSpec.builder()
                .type(List.class)
                .auxiliaryTypes(String.class)
                .index(arity.endsWith("*") ? "0..*" : "0")
                .arity(arity)
                .required(!arity.startsWith("0"))
                .paramLabel(label)
                .description(description)
                .build());
        return this;
    }

    /** A command line and what it does, for the end of the help. */
    Shape example(String commandLine, String does) {
        examples.add("  " + commandLine);
        examples.add("      " + does);
        return this;
    }

    CommandSpec spec() {
        if (!examples.isEmpty()) {
            spec.usageMessage()
                    .footerHeading("%n" + (examples.size() > 2 ? "Examples:" : "Example:") + "%n")
                    .footer(examples.toArray(String[]::new));
        }
        return spec;
    }
}
