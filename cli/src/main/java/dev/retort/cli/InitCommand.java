// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.ExitStatus;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.RetortException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Starts a project. */
final class InitCommand implements Command {

    private static final String FORMAT = "--format";
    private static final String MIGRATIONS = "migrations";
    private static final String EXAMPLE = ".env.example";

    /** The answer: what was made, and what was there before and left alone. */
    record Started(String format, List<String> created, List<String> kept) {}

    @Override
    public Shape shape() {
        return Shape.of("init", "Starts a project: a commented retort.yaml, a folder for migrations and .env.example.")
                .arguments("0..1", "FOLDER", "Where; it is made if it is missing. Default: this folder.")
                .choice(List.of("yaml", "java"), "What new migrations are written in. Default: yaml.", "-t", FORMAT)
                .example("retort init", "Makes what is missing in this folder and overwrites nothing.")
                .example("retort init --format java shop", "Starts a project with migrations in Java in shop/.");
    }

    @Override
    public ExitStatus run(Call call) throws IOException {
        String format = call.arguments().value(FORMAT, Template.YAML.word());
        if (Template.of(format) == null) {
            throw Call.usage("--format must be yaml or java, but was '" + format + "'.", null);
        }
        List<String> positionals = call.arguments().positionals();
        Path folder = positionals.isEmpty() ? call.directory() : Call.path(positionals.get(0), call.directory());
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new RetortException(
                    Finding.error(ErrorCode.FILE_EXISTS, "'" + positionals.get(0) + "' is a file, not a folder."));
        }
        if (Files.exists(folder.resolve(ProjectFile.NAME))) {
            throw new RetortException(Finding.error(
                            ErrorCode.FILE_EXISTS,
                            "There is a project already: " + folder.resolve(ProjectFile.NAME)
                                    + ". Nothing was changed.")
                    .withHint("Write its first migration with 'retort revision -m MESSAGE'."));
        }
        Started started = new Started(format, new ArrayList<>(), new ArrayList<>());
        Files.createDirectories(folder);
        write(folder, ProjectFile.NAME, text("retort.yaml").replace("@format@", format), started);
        if (Files.isDirectory(folder.resolve(MIGRATIONS))) {
            started.kept().add(MIGRATIONS + "/");
        } else {
            Files.createDirectory(folder.resolve(MIGRATIONS));
            started.created().add(MIGRATIONS + "/");
        }
        write(folder, EXAMPLE, text("env.example"), started);
        return call.answer(started, () -> print(started, call.console(), folder));
    }

    private static void write(Path folder, String name, String text, Started started) throws IOException {
        if (Files.exists(folder.resolve(name))) {
            started.kept().add(name);
        } else {
            Files.writeString(folder.resolve(name), text, StandardOpenOption.CREATE_NEW);
            started.created().add(name);
        }
    }

    private static String text(String resource) throws IOException {
        try (var in = InitCommand.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void print(Started started, Console console, Path folder) {
        for (String name : started.created()) {
            console.say("Created " + name);
        }
        for (String name : started.kept()) {
            console.say("Kept    " + name + " (it was there)");
        }
        console.say("");
        console.say("Next:");
        String environment = Files.exists(folder.resolve(".env"))
                ? "  see that .env sets DATABASE_URL      the database to migrate"
                : "  cp .env.example .env                 and put the database's URL there";
        console.say(environment);
        console.say("  retort revision -m \"First table\"     writes a migration to fill in");
        console.say("  retort upgrade head                  runs it");
    }
}
