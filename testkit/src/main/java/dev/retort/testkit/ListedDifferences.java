// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The differences that a test of many schemas accepts, each with its reason: the file {@code corpus-differences.txt} beside
 * the test's class. A line has four columns with tabs between them; one that begins with {@code #} is a comment.
 *
 * <pre>{@code
 * # script        server  what differs    reason
 * shop/mine.sql   *       TABLE customer  constraints may stand in any order
 * shop/mine.sql   13      INDEX ix_name   version 13 does not tell the collation
 * }</pre>
 *
 * <p>The script is the schema's name in the test, the server any word that the test has for one ({@code *} is each of them), and
 * what differs is in the test's own words. A difference that is not listed fails, and so does a line that no longer is one.
 */
public final class ListedDifferences {

    private static final String FILE = "corpus-differences.txt";
    private static final String ANY = "*";
    private static final int COLUMNS = 4;

    private record Line(String script, String server, String what) {}

    private final List<Line> lines = new ArrayList<>();

    private ListedDifferences() {}

    /**
     * @param test the class that the file lies beside
     * @return what the file lists
     * @throws IOException           if the file cannot be read
     * @throws IllegalStateException if there is no such file, or a line has no reason
     */
    public static ListedDifferences beside(Class<?> test) throws IOException {
        ListedDifferences listed = new ListedDifferences();
        try (InputStream file = test.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("there is no " + FILE + " beside " + test.getName());
            }
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(listed::add);
        }
        return listed;
    }

    private void add(String line) {
        String[] columns = line.split("\t");
        if (columns.length != COLUMNS || columns[COLUMNS - 1].isBlank()) {
            throw new IllegalStateException(FILE + ": a line without a reason: " + line);
        }
        lines.add(new Line(columns[0], columns[1], columns[2]));
    }

    /**
     * Compares what a database says of its objects with what another says.
     *
     * @param one   texts by the objects' names
     * @param other those of the other
     * @return the lines that differ, by the names of the objects that do
     */
    public static Map<String, String> between(Map<String, String> one, Map<String, String> other) {
        Map<String, String> differences = new TreeMap<>();
        TreeSet<String> names = new TreeSet<>(one.keySet());
        names.addAll(other.keySet());
        for (String name : names) {
            String before = one.getOrDefault(name, "");
            String after = other.getOrDefault(name, "");
            if (!before.equals(after)) {
                differences.put(name, SchemaLines.differences(before, after));
            }
        }
        return differences;
    }

    /**
     * Fails unless exactly these differences are listed.
     *
     * @param script      the name of the schema
     * @param server      the test's word for the server
     * @param differences how it differs, by what differs
     * @throws AssertionError if one is not listed, or one that is listed is not among them
     */
    public void check(String script, String server, Map<String, String> differences) {
        Map<String, String> unlisted = new TreeMap<>(differences);
        TreeSet<String> gone = new TreeSet<>();
        for (Line line : lines) {
            boolean here = line.server().equals(ANY) || line.server().equals(server);
            if (here && line.script().equals(script) && unlisted.remove(line.what()) == null) {
                gone.add(line.what());
            }
        }
        if (unlisted.isEmpty() && gone.isEmpty()) {
            return;
        }
        StringBuilder text =
                new StringBuilder(script).append(" on ").append(server).append(":\n");
        unlisted.forEach((what, how) -> text.append("=== ")
                .append(what)
                .append(" is not listed\n")
                .append(how)
                .append('\n'));
        gone.forEach(what -> text.append("=== ").append(what).append(" is listed, but is no longer a difference\n"));
        throw new AssertionError(text.toString());
    }
}
