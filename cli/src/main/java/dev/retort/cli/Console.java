// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import java.io.PrintStream;

/** Where a command writes to. Answers and JSON go to standard output, everything about the way there to standard error. */
final class Console {

    private final PrintStream out;
    private final PrintStream err;
    private final boolean quiet;
    private final boolean json;
    private final Style outStyle;
    private final Style errStyle;
    private final boolean live;

    Console(Surroundings surroundings, Arguments arguments) {
        out = surroundings.out();
        err = surroundings.err();
        quiet = arguments.flag(GlobalOptions.QUIET);
        json = arguments.flag(GlobalOptions.JSON);
        boolean colour = !arguments.flag(GlobalOptions.NO_COLOR) && surroundings.colourAllowed();
        outStyle = new Style(colour && surroundings.outTerminal());
        errStyle = new Style(colour && surroundings.errTerminal());
        live = surroundings.outTerminal();
    }

    boolean quiet() {
        return quiet;
    }

    boolean json() {
        return json;
    }

    /** Whether a person watches standard output, so that half a line is worth showing. */
    boolean live() {
        return live;
    }

    Style style() {
        return outStyle;
    }

    Style errStyle() {
        return errStyle;
    }

    /** Standard output itself, for scripts and JSON. */
    PrintStream out() {
        return out;
    }

    /** Standard error itself. */
    PrintStream err() {
        return err;
    }

    /** A line of what was asked for. */
    void answer(String line) {
        out.append(line).append('\n');
    }

    /** A line that is only nice to know. */
    void say(String line) {
        if (!quiet && !json) {
            out.append(line).append('\n');
        }
    }

    /** Part of a line that is only nice to know. */
    void sayPart(String text) {
        if (!quiet && !json) {
            out.append(text);
            out.flush();
        }
    }

    /** A line about the way to the answer. */
    void remark(String line) {
        if (!quiet) {
            err.append(line).append('\n');
            err.flush();
        }
    }

    void flush() {
        out.flush();
        err.flush();
    }
}
