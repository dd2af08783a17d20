// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a command line meets outside of itself.
 *
 * @param directory   where it was started, absolute
 * @param environment environment variables
 * @param out         standard output
 * @param err         standard error
 * @param outTerminal whether a person sees standard output
 * @param errTerminal whether a person sees standard error
 */
record Surroundings(
        Path directory,
        Map<String, String> environment,
        PrintStream out,
        PrintStream err,
        boolean outTerminal,
        boolean errTerminal) {

    boolean colourAllowed() {
        String noColor = environment.get("NO_COLOR");
        return (noColor == null || noColor.isEmpty()) && !"dumb".equals(environment.get("TERM"));
    }
}
