// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The distribution's shell script, in front of a program that tells what it was given. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a script for POSIX shells")
class LauncherTest {

    private static final String ECHO = """
            package dev.retort.cli;

            public class Main {
                public static void main(String[] args) throws Exception {
                    System.out.println(String.join("|", args));
                    System.out.println(System.getProperty("user.dir"));
                    System.out.write(System.in.readAllBytes());
                    if (Main.class.getResource("/own.txt") != null) {
                        System.out.println("own classes");
                    }
                    System.out.flush();
                    System.err.println("to stderr");
                    System.exit(7);
                }
            }
            """;

    @TempDir
    Path folder;

    private Path home;
    private Path elsewhere;

    private record Run(int status, String out, String err) {}

    @BeforeEach
    void installInAFolderWithSpaces() throws IOException {
        home = Files.createDirectories(folder.toRealPath().resolve("a folder/retort"));
        elsewhere = Files.createDirectories(folder.toRealPath().resolve("else where"));
        Files.createDirectories(home.resolve("bin"));
        Files.createDirectories(home.resolve("lib"));
        String script = Files.readString(Path.of("src/main/dist/bin/retort")).replace("${project.version}", "1");
        Files.writeString(home.resolve("bin/retort"), script);
        Files.setPosixFilePermissions(home.resolve("bin/retort"), PosixFilePermissions.fromString("rwxr-xr-x"));

        Path source = Files.writeString(folder.resolve("Main.java"), ECHO);
        assertEquals(
                0,
                ToolProvider.getSystemJavaCompiler()
                        .run(null, null, null, "-proc:none", "-d", folder.toString(), source.toString()));
        try (OutputStream file = Files.newOutputStream(home.resolve("lib/retort-cli-1.jar"));
                JarOutputStream jar = new JarOutputStream(file)) {
            jar.putNextEntry(new JarEntry("dev/retort/cli/Main.class"));
            Files.copy(folder.resolve("dev/retort/cli/Main.class"), jar);
        }
    }

    @Test
    void theProgramGetsWhatTheUserGave() throws Exception {
        Run run = start(home.resolve("bin/retort"), Map.of("RETORT_CDS", "off"), "-C", "my project", "", "*", "$HOME");

        assertEquals(7, run.status());
        assertEquals("-C|my project||*|$HOME\n" + elsewhere + "\nfrom stdin\n", run.out());
        assertEquals("to stderr\n", run.err());
    }

    @Test
    void classesOfTheUserAreFoundBehindRetortsOwn() throws Exception {
        Path own = Files.createDirectories(elsewhere.resolve("own classes"));
        Files.writeString(own.resolve("own.txt"), "");
        start(home.resolve("bin/retort"), Map.of("RETORT_CDS", "train"));

        Run run = start(home.resolve("bin/retort"), Map.of("RETORT_CLASSPATH", own.toString()), "x");

        assertEquals("x\n" + elsewhere + "\nfrom stdin\nown classes\n", run.out(), run.err());
    }

    @Test
    void aLinkToTheScriptWorks() throws Exception {
        Path link = Files.createSymbolicLink(elsewhere.resolve("rt"), Path.of("../a folder/retort/bin/retort"));

        Run run = start(link, Map.of("RETORT_CDS", "off"), "x");

        assertEquals("x\n" + elsewhere + "\nfrom stdin\n", run.out(), run.err());
    }

    @Test
    void theClassArchiveChangesNothingThatTheUserSees() throws Exception {
        Run training = start(home.resolve("bin/retort"), Map.of("RETORT_CDS", "train"));
        assertEquals(new Run(0, "", ""), training);
        List<Path> archives;
        try (Stream<Path> files = Files.list(home.resolve("lib"))) {
            archives = files.filter(f -> f.toString().endsWith(".jsa")).toList();
        }
        assertEquals(1, archives.size(), "archives");
        assertTrue(Files.size(archives.get(0)) > 0, "the archive is empty");

        Run run = start(home.resolve("bin/retort"), Map.of("RETORT_JAVA_OPTS", "-Xshare:on"), "x");

        assertEquals(new Run(7, "x\n" + elsewhere + "\nfrom stdin\n", "to stderr\n"), run);
    }

    @Test
    void anArchiveThatIsNoneIsIgnored() throws Exception {
        start(home.resolve("bin/retort"), Map.of("RETORT_CDS", "train"));
        try (Stream<Path> files = Files.list(home.resolve("lib"))) {
            for (Path archive : files.filter(f -> f.toString().endsWith(".jsa")).toList()) {
                Files.delete(archive);
                Files.writeString(archive, "not an archive");
            }
        }

        Run run = start(home.resolve("bin/retort"), Map.of(), "x");

        assertEquals(new Run(7, "x\n" + elsewhere + "\nfrom stdin\n", "to stderr\n"), run);
    }

    /** Through a script, since this process's own locale may not have the letters. */
    @Test
    void lettersArriveAndLeaveWhateverTheLocaleIs() throws Exception {
        Path script = Files.writeString(
                elsewhere.resolve("call"), "#!/bin/sh\nexec '" + home.resolve("bin/retort") + "' 'gr\u00fcn \u6642'\n");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        List<Map<String, String>> locales = List.of(
                Map.of("LC_ALL", "C", "LANG", "C.UTF-8"),
                Map.of("LC_ALL", "", "LC_CTYPE", "POSIX", "LANG", "C.UTF-8"),
                Map.of("LC_ALL", "", "LC_CTYPE", "", "LANG", "C"),
                Map.of("LC_ALL", "", "LC_CTYPE", "", "LANG", ""));
        for (Map<String, String> locale : locales) {
            Map<String, String> environment = new HashMap<>(locale);
            environment.put("RETORT_CDS", "off");
            Run run = start(script, environment);
            assertEquals(
                    "gr\u00fcn \u6642\n" + elsewhere + "\nfrom stdin\n", run.out(), () -> locale + " " + run.err());
        }
    }

    @Test
    void aJavaThatIsTooOldIsNamedWithItsVersion() throws Exception {
        Path old = folder.toRealPath().resolve("old java");
        Files.createDirectories(old.resolve("bin"));
        Files.writeString(old.resolve("release"), "IMPLEMENTOR=\"Old Vendor\"\nJAVA_VERSION=\"11.0.2\"\n");
        Files.writeString(old.resolve("bin/java"), "#!/bin/sh\nexit 99\n");
        Files.setPosixFilePermissions(old.resolve("bin/java"), PosixFilePermissions.fromString("rwxr-xr-x"));

        Run run = start(home.resolve("bin/retort"), Map.of("JAVA_HOME", old.toString()), "x");

        assertEquals(
                new Run(
                        2,
                        "",
                        "retort: Java 17 or later is needed, but '" + old
                                + "/bin/java' is Java 11.0.2. Set JAVA_HOME to a later one.\n"),
                run);
    }

    @Test
    void aJavaHomeWithoutJavaIsNamed() throws Exception {
        Run run = start(home.resolve("bin/retort"), Map.of("JAVA_HOME", elsewhere.toString()), "x");

        assertEquals(2, run.status());
        assertTrue(run.err().startsWith("retort: JAVA_HOME is '" + elsewhere + "', but there is no"), run.err());
    }

    private Run start(Path script, Map<String, String> environment, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        Path in = Files.writeString(folder.resolve("in"), "from stdin\n");
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(elsewhere.toFile())
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("RETORT_") || name.equals("JAVA_TOOL_OPTIONS"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        int status = builder.start().waitFor();
        return new Run(
                status, Files.readString(out, StandardCharsets.UTF_8), Files.readString(err, StandardCharsets.UTF_8));
    }
}
