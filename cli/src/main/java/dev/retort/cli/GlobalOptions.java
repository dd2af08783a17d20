// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

/** Options that every command takes, before and after its name. */
final class GlobalOptions {

    static final String CONFIG = "--config";
    static final String DIRECTORY = "--directory";
    static final String NAME = "--name";
    static final String ARGUMENT = "-x";
    static final String URL = "--url";
    static final String JSON = "--json";
    static final String QUIET = "--quiet";
    static final String VERBOSE = "--verbose";
    static final String NO_COLOR = "--no-color";
    static final String HELP = "--help";
    static final String VERSION = "--version";

    /** How many options {@link #addTo} adds; they are the last ones of a command. */
    static final int COUNT = 11;

    private GlobalOptions() {}

    static Shape addTo(Shape shape) {
        shape.value(
                        "FILE",
                        "The project file. Default: RETORT_CONFIG, or the nearest retort.yaml upwards.",
                        "-c",
                        CONFIG)
                .value("DIR", "Behave as if started in DIR.", "-C", DIRECTORY)
                .value("ENV", "The environment of the project file to use.", "-n", NAME)
                .values(
                        "KEY=VALUE",
                        "A value for migrations to read. May be repeated; without = it is empty.",
                        ARGUMENT)
                .value("URL", "The database, instead of the project's.", URL)
                .flag("Answer with one JSON object on standard output.", JSON)
                .flag("Say nothing but the answer and what is wrong.", "-q", QUIET)
                .flag("Say more.", "-v", VERBOSE)
                .flag("Do not colour. So does the variable NO_COLOR.", NO_COLOR);
        shape.spec()
                .addOption(picocli.CommandLine.Model.OptionSpec.builder("-h", HELP)
                        .type(boolean.class)
                        .arity("0")
                        .usageHelp(true)
                        .description("Show this help.")
                        .build());
        shape.spec()
                .addOption(picocli.CommandLine.Model.OptionSpec.builder(VERSION)
                        .type(boolean.class)
                        .arity("0")
                        .versionHelp(true)
                        .description("Show the version.")
                        .build());
        return shape;
    }
}
