// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first hour with Retort, typed by hand. */
class WalkthroughTest {

    private static final String ROLES = """
            upgrade:
              - create_table:
                  name: users
                  columns:
                    - {name: id, type: integer, nullable: false}
                    - {name: email, type: varchar(320), nullable: false}
                  primary_key: [id]
              - create_table:
                  name: user_roles
                  columns:
                    - {name: id, type: integer, nullable: false}
                    - {name: name, type: varchar(100), nullable: false}
                  primary_key: [id]
              - insert_rows: {table: users, rows: [{id: 1, email: ada@example.org}]}
            downgrade: auto
            """;

    private static final String ACTIVE = """
            upgrade:
              - add_column: {table: users, column: {name: is_active, type: boolean, default: true}}
              - execute: UPDATE users SET is_active = TRUE WHERE is_active IS NULL
            downgrade:
              - drop_column: {table: users, column: is_active}
            """;

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void openAShell() throws IOException {
        shell = new Shell(folder.toRealPath());
    }

    @Test
    void theFirstHour() {
        assertEquals("""
                        Created retort.yaml
                        Created migrations/
                        Created .env.example

                        Next:
                          cp .env.example .env                 and put the database's URL there
                          retort revision -m "First table"     writes a migration to fill in
                          retort upgrade head                  runs it
                        """, shell.out("init"));
        assertEquals(List.of(".env.example", "migrations", "retort.yaml"), shell.files());
        shell.write(".env", shell.read(".env.example"));

        String roles = create("Add user roles table", "add_user_roles_table", ROLES);
        assertEquals(
                roles + "  Add user roles table ... T ms\nUpgraded by 1 revision in T ms; now at " + roles + ".\n",
                timeless(shell.out("upgrade", "head")));
        assertEquals(roles + " (head)\n", shell.out("current"));
        assertEquals(List.of("1|ada@example.org"), shell.rows("app.db", "SELECT * FROM users"));

        String active = create("Add is_active", "add_is_active", ACTIVE);
        assertEquals(roles + "\n", shell.out("current"));
        assertEquals(
                active + "  Add is_active ... T ms\nUpgraded by 1 revision in T ms; now at " + active + ".\n",
                timeless(shell.out("upgrade", "head")));
        assertEquals(List.of("1|ada@example.org|1"), shell.rows("app.db", "SELECT * FROM users"));
        assertEquals(
                roles + " -> " + active + " (head), Add is_active\n<base> -> " + roles + ", Add user roles table\n",
                shell.out("history"));
        assertEquals(
                "Rev: " + active + " (head)\nParent: " + roles + "\nPath: migrations/" + active
                        + "_add_is_active.yaml\nCreated: D\n\n    Add is_active\n\nRev: " + roles
                        + "\nParent: <base>\nPath: migrations/" + roles
                        + "_add_user_roles_table.yaml\nCreated: D\n\n    Add user roles table\n\n",
                timeless(shell.out("history", "--verbose")));

        List<String> complete = shell.schema("app.db");
        assertEquals(
                active + "  undo: Add is_active ... T ms\nDowngraded by 1 revision in T ms; now at " + roles + ".\n",
                timeless(shell.out("downgrade", "-1")));
        assertEquals(List.of("1|ada@example.org"), shell.rows("app.db", "SELECT * FROM users"));
        shell.out("upgrade", "head");
        assertEquals(complete, shell.schema("app.db"));
        assertEquals("Already at head (" + active + "); nothing to do.\n", shell.out("upgrade", "head"));
        assertEquals(
                active + "  undo: Add is_active ... T ms\n" + roles
                        + "  undo: Add user roles table ... T ms\nDowngraded by 2 revisions in T ms; now at base.\n",
                timeless(shell.out("downgrade", "base")));
        assertEquals("", shell.out("current"));
        assertEquals(List.of(), shell.schema("app.db"));
        shell.out("upgrade", "+1");
        assertEquals(roles + "\n", shell.out("current"));
        shell.out("upgrade", active.substring(0, 6));
        assertEquals(active + " (head)\n", shell.out("current"));
        assertEquals(complete, shell.schema("app.db"));

        shell.script("other.db", shell.out("upgrade", "head", "--sql"));
        assertEquals(complete, shell.schema("other.db"));
        assertEquals(List.of("1|ada@example.org|1"), shell.rows("other.db", "SELECT * FROM users"));
        assertEquals(active + " (head)\n", shell.out("current", "--url", "sqlite:///other.db"));

        shell.script("third.db", "CREATE TABLE users (id INTEGER PRIMARY KEY)");
        assertEquals("Stamped: " + active + ".\n", shell.out("stamp", "head", "--url", "sqlite:///third.db"));
        assertEquals(active + " (head)\n", shell.out("current", "--url", "sqlite:///third.db"));
    }

    @Test
    void theSameInJava() {
        shell.out("init", "-q", "--format", "java");
        shell.write(".env", shell.read(".env.example"));
        assertEquals(
                "Created migrations/AddUserRolesTable_abc123def456.java\n",
                shell.out("revision", "-m", "Add user roles table", "--rev-id", "abc123def456"));
        code(
                "AddUserRolesTable_abc123def456",
                "op.createTable(\"user_roles\", column(\"id\", integer()).notNull(), column(\"name\", varchar(100)),"
                        + " primaryKey(\"id\"));");
        shell.out("upgrade", "-q", "head");
        String created = shell.out("revision", "-m", "Add is_active");
        assertTrue(created.matches("Created migrations/AddIsActive_[0-9a-f]{12}\\.java\n"), created);
        code(
                created.replaceAll("Created migrations/|\\.java\n", ""),
                "op.addColumn(\"user_roles\", column(\"is_active\", bool()).defaultTo(true));");
        shell.out("upgrade", "-q", "head");
        List<String> complete = shell.schema("app.db");
        assertEquals(
                List.of("id", "name", "is_active"),
                shell.rows("app.db", "SELECT name FROM pragma_table_info('user_roles')"));

        shell.out("downgrade", "-q", "-1");
        assertEquals(List.of("id", "name"), shell.rows("app.db", "SELECT name FROM pragma_table_info('user_roles')"));
        shell.out("upgrade", "-q", "head");
        assertEquals(complete, shell.schema("app.db"));
        shell.out("downgrade", "-q", "base");
        assertEquals(List.of(), shell.schema("app.db"));
        shell.script("other.db", shell.out("upgrade", "head", "--sql"));
        assertEquals(complete, shell.schema("other.db"));
    }

    /** Puts a statement into a new Java migration. */
    private void code(String name, String statement) {
        String text = shell.read("migrations/" + name + ".java");
        assertTrue(text.contains("// op.addColumn("), text);
        shell.write(
                "migrations/" + name + ".java",
                text.replaceFirst("// op\\.addColumn.*", java.util.regex.Matcher.quoteReplacement(statement)));
    }

    @Test
    void theSameAsAProcess() throws Exception {
        assertEquals(0, process("init"));
        Files.copy(shell.folder().resolve(".env.example"), shell.folder().resolve(".env"));
        assertEquals(0, process("revision", "-m", "Add user roles table", "--rev-id", "abc123def456"));
        fill("abc123def456_add_user_roles_table.yaml", ROLES);
        assertEquals(0, process("upgrade", "head"));
        assertEquals(0, process("current"));
        assertEquals("abc123def456 (head)\n", shell.read("out"));
        assertEquals("", shell.read("err"));
        assertEquals(3, process("downgrade", "-2"));
        assertTrue(shell.read("err").startsWith("error: Relative revision -2"), shell.read("err"));
        assertEquals(0, process("downgrade", "-1"));
        assertEquals(List.of(), shell.schema("app.db"));
    }

    /** Writes a migration with {@code revision}, fills it in and returns its id. */
    private String create(String message, String slug, String body) {
        String said = shell.out("revision", "-m", message);
        Matcher matcher = Pattern.compile("Created migrations/([0-9a-f]{12})_" + slug + "\\.yaml\n")
                .matcher(said);
        assertTrue(matcher.matches(), said);
        fill(matcher.group(1) + "_" + slug + ".yaml", body);
        return matcher.group(1);
    }

    /** Puts operations into a new file in place of its empty ones. */
    private void fill(String file, String body) {
        String text = shell.read("migrations/" + file);
        int start = text.indexOf("upgrade:");
        assertTrue(start > 0, text);
        shell.write("migrations/" + file, text.substring(0, start) + body);
    }

    private int process(String... words) throws Exception {
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.retort.cli.Main"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(shell.folder().toFile())
                .redirectOutput(shell.folder().resolve("out").toFile())
                .redirectError(shell.folder().resolve("err").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("RETORT_") || name.equals("DATABASE_URL"));
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        return builder.start().waitFor();
    }

    private static String timeless(String text) {
        return text.replaceAll("\\d+ ms", "T ms").replaceAll("Created: \\S+Z", "Created: D");
    }
}
