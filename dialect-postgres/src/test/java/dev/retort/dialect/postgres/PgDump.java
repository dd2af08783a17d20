// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.dialect.postgres.text.Script;
import dev.retort.testkit.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * PostgreSQL's own description of a schema.
 *
 * @param command the program, perhaps behind another one
 * @param version its major version; it refuses servers that are newer
 */
record PgDump(List<String> command, int version) {

    private static final Pattern ENTRY =
            Pattern.compile("^-- Name: (.*); Type: ([^;]*); Schema: ([^;]*); Owner:.*$", Pattern.MULTILINE);

    /** The program that environment variable RETORT_TEST_PG_DUMP names, or else the one on the path. */
    static Optional<PgDump> find() throws IOException, InterruptedException {
        String named = System.getenv().getOrDefault("RETORT_TEST_PG_DUMP", "pg_dump");
        List<String> command = List.of(named.strip().split("\\s+"));
        try {
            Matcher version = Pattern.compile("(\\d+)[.\\d]*").matcher(run(with(command, "--version")));
            return version.find()
                    ? Optional.of(new PgDump(command, Integer.parseInt(version.group(1))))
                    : Optional.empty();
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }

    private static List<String> with(List<String> command, String... arguments) {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of(arguments));
        return all;
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(output);
        }
        return output;
    }

    private String dump(TestDatabase database, String... options) throws IOException, InterruptedException {
        List<String> all = with(command, options);
        all.addAll(List.of("--schema-only", "--no-owner", "--no-privileges", "--encoding=UTF8", database.address()));
        return run(all);
    }

    /** What restores the database in a new one of the harness, which has a schema of its own; also on a server that is older. */
    String script(TestDatabase database) throws IOException, InterruptedException {
        return dump(database, "--exclude-schema=law").replaceAll("(?m)^SET transaction_timeout.*$", "");
    }

    /** What the dump says of each object; statements of one object in the order of their text. */
    Map<String, String> entries(TestDatabase database) throws IOException, InterruptedException {
        String dump = dump(database);
        Map<String, String> entries = new TreeMap<>();
        Matcher matcher = ENTRY.matcher(dump);
        int from = -1;
        String key = "";
        while (matcher.find()) {
            if (from >= 0) {
                add(entries, key, dump.substring(from, matcher.start()));
            }
            key = matcher.group(2) + " " + matcher.group(3) + " " + matcher.group(1);
            from = matcher.end();
        }
        if (from >= 0) {
            add(entries, key, dump.substring(from));
        }
        return entries;
    }

    private static void add(Map<String, String> entries, String key, String text) {
        String statements = String.join(
                ";\n",
                Script.statements(text).stream()
                        .map(statement ->
                                statement.replaceAll("(?m)^--.*\\R?", "").strip())
                        .filter(statement -> !statement.isEmpty() && !statement.startsWith("SET default_"))
                        .filter(statement -> !statement.startsWith("\\"))
                        .toList());
        entries.merge(key, statements, (one, other) -> one + ";\n" + other);
    }
}
