// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tells whether a stream of this process goes to a person. */
final class Terminal {

    private Terminal() {}

    /**
     * Linux tells it for each stream. Elsewhere Java only knows whether standard input and output both are a terminal, so
     * a terminal may be missed, but hardly a file be coloured.
     *
     * @param descriptor 1 for standard output, 2 for standard error
     */
    static boolean isTerminal(int descriptor) {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd", Integer.toString(descriptor)))
                    .toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException notLinux) {
            Console console = System.console();
            return console != null && isInteractive(console);
        }
    }

    /**
     * Whether lines can be drawn with characters made for it: wherever the locale's encoding is UTF-8, or the locale says
     * nothing. Windows has no locale in the environment, but Java knows what its console takes.
     */
    static boolean hasBoxes(Map<String, String> environment) {
        for (String variable : List.of("LC_ALL", "LC_CTYPE", "LANG")) {
            String locale = environment.getOrDefault(variable, "");
            if (!locale.isEmpty()) {
                String encoding = locale.toUpperCase(Locale.ROOT);
                return encoding.contains("UTF-8") || encoding.contains("UTF8");
            }
        }
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        String console =
                System.getProperty("stdout.encoding", Charset.defaultCharset().name());
        return !windows || console.equalsIgnoreCase("UTF-8") || console.equalsIgnoreCase("cp65001");
    }

    /** From Java 22 on there is a console without a terminal, and a method that tells. */
    private static boolean isInteractive(Console console) {
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (ReflectiveOperationException before22) {
            return true;
        }
    }
}
