// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Large libraries cost a short command most of its time, so they are loaded when they are needed and not before. */
class LoadedClassesTest {

    private static final List<String> LARGE = List.of(
            "org.apache.calcite.",
            "com.zaxxer.",
            "com.google.",
            "javax.tools.",
            "com.sun.tools.",
            "org.eclipse.",
            "org.postgresql.",
            "com.mysql.");

    private static final String PLAIN = """
            revision: aaaa
            upgrade:
              - create_table: {name: t, columns: [{name: a, type: integer}, {name: b, type: text}], primary_key: [a]}
              - execute: {sql: UPDATE t SET a = 1, reverse: ""}
            """;

    private static final String PORTABLE = """
            revision: bbbb
            revises: aaaa
            upgrade:
              - execute: {portable: "UPDATE t SET b = b || 'x'"}
            """;

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void aProject() {
        shell = new Shell(folder);
        shell.write("retort.yaml", "database: {url: \"sqlite:///app.db\"}\n");
        shell.write("migrations/a.yaml", PLAIN);
    }

    @Test
    void commandsWithoutPortableTextsLoadNoLargeLibrary() throws Exception {
        assertEquals(List.of(), large("current"));
        assertEquals(List.of(), large("upgrade", "head"));
        assertEquals(List.of(), large("current"));
        assertEquals(List.of(), large("history"));
        assertEquals(List.of(), large("history", "--graph"));
        assertEquals(List.of(), large("graph", "--format", "dot"));
        assertEquals(List.of(), large("downgrade", "base"));
        assertEquals(List.of(), shell.schema("app.db"));
    }

    /** The SQLite driver asks for SLF4J as soon as it is used, so this holds without a connection alone. */
    @Test
    void commandsWithoutADatabaseLoadNoLogging() throws Exception {
        large("history");
        assertFalse(shell.read("loaded.txt").contains("org.slf4j."));
    }

    @Test
    void scriptsNeedNeitherDriverNorServer() throws Exception {
        shell.write("migrations/c.yaml", """
                revision: cccc
                revises: aaaa
                upgrade:
                  - alter_column: {table: t, column: b, type: varchar(20)}
                  - insert_rows: {table: t, rows: [{a: 1, b: "it's"}]}
                """);
        for (String[] words : List.of(
                new String[] {"upgrade", "head", "--sql"},
                new String[] {"downgrade", "head:base", "--sql"},
                new String[] {"stamp", "head", "--sql"},
                new String[] {"ensure-version", "--sql"},
                new String[] {"upgrade", "aaaa:head", "--sql", "--dialect", "sqlite"})) {
            assertEquals(List.of(), large(words));
            List<String> reaching = shell.read("loaded.txt")
                    .lines()
                    .filter(line -> line.contains(" org.sqlite.") || line.contains(" java.net.Socket "))
                    .toList();
            assertEquals(List.of(), reaching, String.join(" ", words));
            assertFalse(Files.exists(folder.resolve("app.db")), String.join(" ", words));
        }
    }

    @Test
    void aPortableTextIsReadWithoutAWordOnStandardError() throws Exception {
        shell.write("migrations/b.yaml", PORTABLE);
        List<String> large = large("upgrade", "head");
        assertTrue(large.stream().anyMatch(name -> name.startsWith("org.apache.calcite.")), large.toString());
    }

    @Test
    void aPictureIsPlacedByALibraryAndWithoutWindowsOrFonts() throws Exception {
        List<String> large = large("graph", "--format", "svg");
        assertTrue(large.stream().anyMatch(name -> name.startsWith("org.eclipse.elk.")), large.toString());
        assertFalse(shell.read("loaded.txt").contains("java.awt."));
    }

    /** Runs a command in a virtual machine of its own, which must succeed in silence, and tells what it loaded. */
    private List<String> large(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=loaded.txt",
                "-cp",
                classPath(),
                "dev.retort.cli.Main"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("RETORT_") || name.equals("DATABASE_URL"));
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        int status = builder.start().waitFor();
        assertEquals("", shell.read("err"));
        assertEquals(0, status);
        List<String> loaded = Stream.of(shell.read("loaded.txt").split("\n"))
                .map(line ->
                        line.replaceFirst("^\\[[^\\]]*](\\[[^\\]]*])* ", "").split(" ")[0])
                .toList();
        assertTrue(loaded.contains("dev.retort.cli.Main"), () -> "no class in " + loaded.subList(0, 5));
        return loaded.stream()
                .filter(name -> LARGE.stream().anyMatch(name::startsWith))
                .toList();
    }

    /** As users have it: without the libraries of the tests. */
    private static String classPath() {
        return String.join(
                File.pathSeparator,
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(entry -> !entry.matches(".*(test-classes|junit|archunit|testkit).*"))
                        .toList());
    }
}
