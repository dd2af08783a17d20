// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.RetortException;
import dev.retort.diagnostic.Severity;
import dev.retort.engine.Retort;
import dev.retort.engine.RetortConfig;
import dev.retort.engine.RetortConfigBuilder;
import dev.retort.engine.RunListener;
import dev.retort.project.DatabaseUrl;
import dev.retort.project.ProjectSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The project that a command works with, and the way to open it. */
final class Project {

    private final Call call;
    private final ProjectSettings settings;
    private final Variables variables;

    private Project(Call call, ProjectSettings settings, Variables variables) {
        this.call = call;
        this.settings = settings;
        this.variables = variables;
    }

    static Project find(Call call) {
        Path file = ProjectFile.locate(call);
        ProjectSettings settings = ProjectFile.read(file, call);
        return new Project(call, settings, Variables.of(call.environment(), settings.folder()));
    }

    ProjectSettings settings() {
        return settings;
    }

    /** The project alone, for commands that ask no database. */
    Retort withoutDatabase() {
        return Retort.open(config().build());
    }

    /** The project and its database, for commands that read it. */
    Retort withDatabase() {
        return Retort.open(config().url(url()).build());
    }

    /** The project, and its database if it turns out that it must be asked: without need no URL is needed either. */
    Retort withDatabaseIfAsked() {
        return Retort.open(config().url(this::url).build());
    }

    /** The project and its database, for commands that change it. */
    Retort forRunning(RunListener listener) {
        RetortConfigBuilder config = config().url(url()).listener(listener).host(Host.name(call.environment()));
        String timeout = call.arguments().value(RunOptions.LOCK_TIMEOUT);
        if (timeout != null) {
            config.lockTimeout(seconds(timeout));
        }
        return Retort.open(config.build());
    }

    /** The project for a script: the URL is only asked which dialect it is of, so none is needed if that is said. */
    Retort forScript(@Nullable String dialect) {
        return dialect == null ? withDatabase() : withoutDatabase();
    }

    private RetortConfigBuilder config() {
        return RetortConfig.builder(settings)
                .environment(variables.all())
                .arguments(call.arguments().given())
                .user(System.getProperty("user.name", ""))
                .toolVersion(Version.TEXT)
                .authors(new GitAuthors());
    }

    private DatabaseUrl url() {
        String given = call.arguments().value(GlobalOptions.URL);
        DatabaseUrl read = given == null ? fromSettings() : parse(given, "--url");
        call.secrets().learn(read);
        if (given != null && read.secretPassword().isPresent()) {
            call.report(java.util.List.of(new Finding(
                    ErrorCode.BAD_URL,
                    Severity.WARNING,
                    "--url",
                    null,
                    "The URL on the command line holds a password, which others can see in the list of processes and in"
                            + " the shell's history.",
                    "Put it into DATABASE_URL or into .env.")));
        }
        return read;
    }

    private DatabaseUrl fromSettings() {
        String written = settings.url();
        if (written == null) {
            throw new RetortException(Finding.error(ErrorCode.NO_URL, "The project has no database URL.")
                    .withHint(hint("DATABASE_URL")));
        }
        return parse(new Placeholders(variables).fill(written, Project::hint), "The project");
    }

    private static DatabaseUrl parse(String text, String where) {
        try {
            return DatabaseUrl.parse(text);
        } catch (IllegalArgumentException unreadable) {
            throw new RetortException(Finding.error(
                            ErrorCode.BAD_URL,
                            where + " has a database URL that cannot be read: " + unreadable.getMessage() + ".")
                    .about(where));
        }
    }

    private static String hint(String variable) {
        return "Put a line such as " + variable
                + "=sqlite:///app.db into the file .env beside the project file, set the variable, or give --url URL.";
    }

    private static Duration seconds(String text) {
        try {
            return Duration.ofSeconds(Integer.parseUnsignedInt(text));
        } catch (NumberFormatException notANumber) {
            throw Call.usage(RunOptions.LOCK_TIMEOUT + " must be a number of seconds, but was '" + text + "'.", null);
        }
    }

    /** Values that a placeholder can name. */
    Map<String, String> variables() {
        return variables.all();
    }
}
