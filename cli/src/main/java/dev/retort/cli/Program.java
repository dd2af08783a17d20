// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.ExitStatus;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.RetortException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Runs command lines. The one place that turns what comes of them into texts and exit codes. */
final class Program {

    private final Surroundings surroundings;

    Program(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** Runs a command line and returns its exit code. Nothing is thrown. */
    int run(String... words) {
        Parser parser = new Parser();
        Secrets secrets = new Secrets();
        Parser.Parsed parsed;
        try {
            parsed = parser.parse(words);
        } catch (CommandLine.ParameterException mistake) {
            boolean json = Arrays.asList(words).contains(GlobalOptions.JSON);
            Finding finding = new UsageMistake(parser).finding(mistake);
            return failed(List.of(finding), new Console(surroundings, Arguments.NONE), secrets, json);
        }
        Console console = new Console(surroundings, parsed.arguments());
        try {
            ExitStatus status = run(parsed, new Call(parsed.arguments(), surroundings, console, secrets, parser));
            console.flush();
            return status.code();
        } catch (RetortException known) {
            trace(known, console, secrets);
            return failed(known.findings(), console, secrets, console.json());
        } catch (IOException | UncheckedIOException file) {
            trace(file, console, secrets);
            return failed(List.of(FileMistake.finding(file)), console, secrets, console.json());
        } catch (RuntimeException | LinkageError | StackOverflowError internal) {
            trace(internal, console, secrets);
            return failed(List.of(internal(internal)), console, secrets, console.json());
        }
    }

    private static ExitStatus run(Parser.Parsed parsed, Call call) throws IOException {
        if (parsed.help()) {
            parsed.level().usage(call.console().out(), ansi(call.console().style()));
            return ExitStatus.DONE;
        }
        if (parsed.version()) {
            call.console().answer("retort " + Version.TEXT);
            return ExitStatus.DONE;
        }
        Command command = parsed.command();
        if (command == null) {
            parsed.level().usage(call.console().err(), ansi(call.console().errStyle()));
            return ExitStatus.USAGE;
        }
        return command.run(call);
    }

    private static Ansi ansi(Style style) {
        return style.on() ? Ansi.ON : Ansi.OFF;
    }

    private static int failed(List<Finding> findings, Console console, Secrets secrets, boolean json) {
        if (json) {
            try {
                new JsonAnswer(secrets).write(Map.of("findings", findings), console.out());
            } catch (IOException closed) {
                return ErrorCode.FILE_ACCESS.exitStatus().code();
            }
        } else {
            new FindingPrinter(console, secrets).print(findings);
        }
        console.flush();
        return new RetortException(findings).exitStatus().code();
    }

    private static Finding internal(Throwable error) {
        StackTraceElement[] frames = error.getStackTrace();
        String place = frames.length == 0 ? "" : " at " + frames[0].getFileName() + ":" + frames[0].getLineNumber();
        String text = error.getMessage() == null ? "" : ": " + error.getMessage();
        return Finding.error(
                        ErrorCode.INTERNAL,
                        "This is a mistake in Retort, not yours: "
                                + error.getClass().getSimpleName() + text + place + ".")
                .withHint("Run the command again with RETORT_TRACE=1 in the environment and report what it prints.");
    }

    private void trace(Throwable error, Console console, Secrets secrets) {
        if ("1".equals(surroundings.environment().get("RETORT_TRACE"))) {
            java.io.StringWriter text = new java.io.StringWriter();
            error.printStackTrace(new java.io.PrintWriter(text));
            console.err().append(secrets.hide(text.toString()));
        }
    }
}
