// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.ExitStatus;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.RetortException;
import dev.retort.diagnostic.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One use of a command: its arguments, its surroundings, and where its answer goes. */
final class Call {

    private final Arguments arguments;
    private final Surroundings surroundings;
    private final Console console;
    private final Secrets secrets;
    private final FindingPrinter printer;
    private final Parser parser;

    Call(Arguments arguments, Surroundings surroundings, Console console, Secrets secrets, Parser parser) {
        this.arguments = arguments;
        this.surroundings = surroundings;
        this.console = console;
        this.secrets = secrets;
        this.printer = new FindingPrinter(console, secrets);
        this.parser = parser;
    }

    Arguments arguments() {
        return arguments;
    }

    Console console() {
        return console;
    }

    Secrets secrets() {
        return secrets;
    }

    Parser parser() {
        return parser;
    }

    Map<String, String> environment() {
        return surroundings.environment();
    }

    boolean verbose() {
        return arguments.flag(GlobalOptions.VERBOSE);
    }

    /** The folder that the command works from: where it was started, or what {@code -C} says. */
    Path directory() {
        String given = arguments.value(GlobalOptions.DIRECTORY);
        if (given == null) {
            return surroundings.directory();
        }
        Path directory = path(given, surroundings.directory());
        if (!Files.isDirectory(directory)) {
            throw new RetortException(
                    Finding.error(ErrorCode.FILE_ACCESS, "There is no folder '" + given + "', which -C names.")
                            .about(given));
        }
        return directory;
    }

    /** A path that was given on the command line. */
    static Path path(String given, Path from) {
        try {
            return from.resolve(given).normalize();
        } catch (InvalidPathException notAPath) {
            throw new RetortException(Finding.error(ErrorCode.FILE_ACCESS, "'" + given + "' is no file name."));
        }
    }

    /** The project that the command line means. */
    Project project() {
        return Project.find(this);
    }

    /** Prints warnings and notes; in JSON they are part of the answer. */
    void report(Collection<Finding> findings) {
        if (!console.json()) {
            printer.print(findings);
        }
    }

    /** Ends a command whose answer is a record: as JSON if that was asked for, else by printing it. */
    ExitStatus answer(Object result, Runnable text) throws IOException {
        if (console.json()) {
            json(result);
        } else {
            text.run();
        }
        return ExitStatus.DONE;
    }

    /** Writes one object as JSON. */
    void json(Object result) throws IOException {
        new JsonAnswer(secrets).write(result, console.out());
    }

    /** The exit status that findings ask for: that of the first error. */
    static ExitStatus statusOf(Collection<Finding> findings) {
        for (Finding finding : findings) {
            if (finding.severity() == Severity.ERROR) {
                return finding.code().exitStatus();
            }
        }
        return ExitStatus.DONE;
    }

    /** A mistake on the command line. */
    static RetortException usage(String message, @Nullable String hint) {
        return new RetortException(Finding.error(ErrorCode.USAGE_ERROR, message).withHint(hint));
    }
}
