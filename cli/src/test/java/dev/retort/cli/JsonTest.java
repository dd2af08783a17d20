// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The JSON of every command: one object, with exactly the keys that the guide names. */
class JsonTest {

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void aProjectWithABranch() throws IOException {
        shell = new Shell(folder.toRealPath());
        shell.out("init", "-q");
        shell.write(".env", "DATABASE_URL=sqlite:///app.db\n");
        shell.out("revision", "-m", "One", "--rev-id", "aaaa11111111");
        shell.out("revision", "-m", "Two", "--rev-id", "bbbb11111111", "--branch-label", "two");
        shell.out("revision", "-m", "Three", "--rev-id", "cccc11111111", "--head", "aaaa", "--splice");
        shell.out("upgrade", "-q", "+1");
    }

    static Stream<String> commandLines() {
        return Stream.of(
                "init other",
                "revision -m Four --head two@head",
                "merge heads",
                "upgrade heads",
                "upgrade heads --sql",
                "downgrade -1",
                "downgrade aaaa:base --sql",
                "stamp heads",
                "stamp aaaa:bbbb --sql",
                "plan heads",
                "current",
                "check",
                "history -i",
                "heads",
                "branches",
                "show two@head",
                "resolve two@head-1 current",
                "graph",
                "edit two@head",
                "log",
                "ensure-version",
                "ensure-version --sql",
                "dialects",
                "list-templates",
                "completion fish");
    }

    @ParameterizedTest
    @MethodSource("commandLines")
    void anAnswerHasTheKeysThatTheGuideNames(String line) throws IOException {
        shell.with("EDITOR", "true").with("PATH", System.getenv("PATH"));
        Map<String, List<String>> documented = new DocumentedKeys().of(line.split(" ")[0], line.endsWith("--sql"));

        Shell.Ran ran = shell.run((line + " --json").split(" "));

        assertEquals("", ran.err());
        Map<String, Object> answer = Json.object(ran.out());
        assertEquals(List.copyOf(documented.keySet()), List.copyOf(answer.keySet()));
        documented.forEach((key, below) -> {
            if (!below.isEmpty()) {
                assertEquals(below, keys(answer.get(key)), key);
            }
        });
    }

    @Test
    void everyCommandIsAmongThem() {
        Set<String> named =
                new TreeSet<>(commandLines().map(line -> line.split(" ")[0]).toList());
        assertEquals(new TreeSet<>(new Commands().names()), named);
    }

    @ParameterizedTest
    @ValueSource(strings = {"show two@head", "history", "heads", "current"})
    void aRevisionHasTheKeysThatTheGuideShows(String line) throws IOException {
        Map<String, Object> answer = Json.object(shell.out((line + " --json").split(" ")));

        assertEquals(new DocumentedKeys().shown("{\"id\", \"revises\""), keys(answer.get("revisions")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"upgrade nowhere", "upgrade", "upgrade head", "nothing", "show", "-c none.yaml heads"})
    void aMistakeIsAnObjectWithFindings(String line) throws IOException {
        Map<String, Object> answer =
                Json.object(shell.run((line + " --json").split(" ")).out());

        assertEquals(Set.of("findings"), answer.keySet());
        List<String> shown = new DocumentedKeys().shown("{\"findings\": [");
        assertEquals(shown.subList(1, shown.size() - 3), keys(answer.get("findings")));
    }

    @Test
    void aPlaceHasFileLineAndColumn() throws IOException {
        shell.write("migrations/x.yaml", "revision: x\nupgrad: []\n");
        Map<String, Object> answer = Json.object(shell.run("heads", "--json").out());

        Map<?, ?> finding = (Map<?, ?>) ((List<?>) answer.get("findings")).get(0);
        assertEquals(Map.of("file", "migrations/x.yaml", "line", "2", "column", "1"), finding.get("location"));
    }

    @Test
    void theSqlInAnAnswerIsTheScript() {
        assertEquals(
                shell.out("upgrade", "heads", "--sql"),
                Json.object(shell.out("upgrade", "heads", "--sql", "--json")).get("sql"));
    }

    /** The keys of an object, or of the first object of a list, which must have one. */
    private static List<String> keys(Object value) {
        Object first = value instanceof List<?> list ? list.get(0) : value;
        return ((Map<?, ?>) first).keySet().stream().map(String::valueOf).toList();
    }
}
