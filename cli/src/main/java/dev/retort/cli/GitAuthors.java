// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import dev.retort.engine.AuthorLookup;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Asks git who added a file. Where there is no git, no work tree, or no time, nobody is named: a message must not fail or
 * wait because of it.
 */
final class GitAuthors implements AuthorLookup {

    /** For all files of a message together. */
    private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(1500);

    @Override
    public Map<Path, String> authorsOf(Collection<Path> files) {
        long end = System.nanoTime() + LONGEST_NANOS;
        Map<Path, String> authors = new HashMap<>();
        for (Path file : files) {
            if (!isInWorkTree(file)) {
                continue;
            }
            try {
                String author = author(file, end);
                if (!author.isEmpty()) {
                    authors.put(file, author);
                }
            } catch (IOException noGit) {
                return authors;
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return authors;
            }
        }
        return authors;
    }

    private static boolean isInWorkTree(Path file) {
        for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(".git"))) {
                return true;
            }
        }
        return false;
    }

    /** The author of the commit that added the file, before any renaming; empty if there is none yet. */
    private static String author(Path file, long end) throws IOException, InterruptedException {
        long left = end - System.nanoTime();
        if (left <= 0) {
            return "";
        }
        Path output = Files.createTempFile("retort", ".txt");
        try {
            ProcessBuilder builder = new ProcessBuilder(
                            "git", "log", "--follow", "--diff-filter=A", "--format=%an", "--", file.toString())
                    .directory(file.resolveSibling(".").toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .redirectOutput(output.toFile());
            builder.environment().put("GIT_OPTIONAL_LOCKS", "0");
            builder.environment().put("GIT_TERMINAL_PROMPT", "0");
            Process process = builder.start();
            process.getOutputStream().close();
            if (!process.waitFor(left, TimeUnit.NANOSECONDS)) {
                process.destroyForcibly();
                return "";
            }
            return process.exitValue() == 0 ? name(Files.readAllBytes(output)) : "";
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static String name(byte[] output) {
        String text = new String(output, StandardCharsets.UTF_8);
        String last = text.lines().reduce("", (before, line) -> line);
        return last.replaceAll("\\p{Cntrl}", "").strip();
    }
}
