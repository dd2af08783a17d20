// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.ExitStatus;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.NearMatches;
import dev.retort.diagnostic.RetortException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Starts a project. */
final class InitCommand implements Command {

    private static final String TEMPLATE = "--template";
    private static final String EXAMPLE = ".env.example";

    /** The answer: what was made, and what was there before and left alone. */
    record Started(String format, List<String> created, List<String> kept) {}

    @Override
    public Shape shape() {
        return Shape.of("init", "Starts a project: a commented retort.yaml, a folder for migrations and .env.example.")
                .arguments("0..1", "FOLDER", "Where; it is made if it is missing. Default: this folder.")
                .value(
                        "yaml|java|FOLDER",
                        "What new migrations are written in, or a folder of your own to copy. Default: yaml.",
                        "-t",
                        TEMPLATE,
                        "--format")
                .example("retort init", "Makes what is missing in this folder and overwrites nothing.")
                .example("retort init -t java shop", "Starts a project with migrations in Java in shop/.");
    }

    @Override
    public ExitStatus run(Call call) throws IOException {
        String template = call.arguments().value(TEMPLATE, Template.YAML.word());
        Path own = Template.of(template) == null ? ownTemplate(template, call) : null;
        String format = own == null ? template : Template.YAML.word();
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
        if (own != null) {
            copy(own, folder, started);
        }
        write(folder, ProjectFile.NAME, text("retort.yaml").replace("@format@", format), started);
        for (String location :
                ProjectFile.read(folder.resolve(ProjectFile.NAME), call).versionLocations()) {
            if (Files.isDirectory(folder.resolve(location))) {
                keep(location + "/", started);
            } else {
                Files.createDirectories(folder.resolve(location));
                started.created().add(location + "/");
            }
        }
        write(folder, EXAMPLE, text("env.example"), started);
        return call.answer(started, () -> print(started, call.console(), folder));
    }

    private static Path ownTemplate(String given, Call call) {
        Path folder = Call.path(given, call.directory());
        if (!Files.isDirectory(folder)) {
            String near = new NearMatches(List.of("yaml", "java")).question(given);
            throw new RetortException(Finding.error(
                            ErrorCode.TEMPLATE, "There is no template '" + given + "', and no folder of that name.")
                    .about(given)
                    .withHint(near == null ? "'retort list-templates' lists those that there are." : near));
        }
        return folder;
    }

    /** Copies files and folders that are not there yet, but for those of version control. */
    private static void copy(Path template, Path folder, Started started) throws IOException {
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(template)) {
            paths = walk.filter(path -> !template.relativize(path).startsWith(".git"))
                    .sorted()
                    .toList();
        }
        for (Path path : paths.subList(1, paths.size())) {
            String name = template.relativize(path).toString().replace('\\', '/');
            Path copy = folder.resolve(name);
            if (Files.isDirectory(path)) {
                if (!Files.isDirectory(copy)) {
                    Files.createDirectory(copy);
                    started.created().add(name + "/");
                }
            } else if (Files.exists(copy)) {
                started.kept().add(name);
            } else {
                Files.copy(path, copy);
                started.created().add(name);
            }
        }
    }

    private static void keep(String name, Started started) {
        if (!started.created().contains(name)) {
            started.kept().add(name);
        }
    }

    private static void write(Path folder, String name, String text, Started started) throws IOException {
        if (Files.exists(folder.resolve(name))) {
            keep(name, started);
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
