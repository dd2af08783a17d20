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

/** A project's own layout of new files, and folders that projects start from. */
class TemplatesTest {

    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void aProjectWithTheTemplatesOfTheGuide() throws IOException {
        shell = new Shell(folder.toRealPath());
        shell.write("retort.yaml", "templates: layout\ndatabase: {url: 'sqlite:///app.db'}\n");
        shell.write("migrations/.keep", "");
        Matcher template = Pattern.compile("```\\w+ template=(\\S+)\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("../docs/command-line.md")));
        while (template.find()) {
            shell.write("layout/" + template.group(1), template.group(2));
        }
    }

    @Test
    void yamlInTheProjectsLayout() {
        shell.out("revision", "-m", "It's \"one\"", "--rev-id", "aaaa", "--branch-label", "left,right");

        assertEquals(
                """
                # Copyright Acme. Written by U.
                # Branches: left, right
                revision: aaaa
                message: It's "one"
                created: D
                labels: [left, right]

                upgrade:
                  # - add_column: {table: users, column: {name: is_active, type: boolean}}

                downgrade: auto
                """,
                shell.read("migrations/aaaa_it_s_one.yaml")
                        .replaceAll("created: \\S+", "created: D")
                        .replaceAll("by \\S+\\.", "by U."));
        shell.out("upgrade", "-q", "head");
    }

    @Test
    void javaInTheProjectsLayout() {
        shell.out("revision", "-m", "One", "--rev-id", "aaaa", "--format", "java");

        String text = shell.read("migrations/One_aaaa.java");
        assertTrue(text.startsWith("// Copyright Acme.\nimport static dev.retort.operation.Dsl.*;\n"), text);
        assertTrue(text.contains("/** One */\n@Revision(id = \"aaaa\""), text);
        assertTrue(text.endsWith("    }\n}\n"), text);
        shell.out("upgrade", "-q", "head");
    }

    @Test
    void templatesAreListed() {
        assertEquals("""
                yaml - New migrations are YAML files, read without a compiler.
                java - New migrations are Java source files, compiled when they are used.
                layout/migration.java - This project's layout of new java files.
                layout/migration.yaml - This project's layout of new yaml files.
                """, shell.out("list-templates"));
    }

    @Test
    void aTemplateThatIsMissingMeansTheBuiltInLayout() throws IOException {
        Files.delete(folder.resolve("layout/migration.yaml"));
        shell.out("revision", "-m", "One", "--rev-id", "aaaa");
        assertTrue(shell.read("migrations/aaaa_one.yaml").startsWith("# yaml-language-server"));
    }

    @Test
    void aValueThatDoesNotExistIsToldWithItsLine() {
        shell.write("layout/migration.yaml", "# x\n\n{{haeder}}\n");
        assertEquals("""
                error: The template has no use for '{{haeder}}': there is no such value. Values are created, depends_on, \
                downgrade, header, id, labels, message, parents, upgrade, user. [RT1011]
                  at layout/migration.yaml:3
                  hint: Did you mean 'header'?
                """, shell.err(2, "revision", "-m", "x"));
    }

    @Test
    void aSectionThatIsNotClosedIsToldWithItsLine() {
        shell.write("layout/migration.yaml", "{{header}}\n{{#labels}}\n");
        assertEquals("""
                error: The template cannot be read: Section missing close tag 'labels' @ line 2. [RT1011]
                  at layout/migration.yaml:2
                  hint: Placeholders are {{name}}; a part for a value that may be empty is {{#name}} ... {{/name}}.
                """, shell.err(2, "revision", "-m", "x"));
    }

    @Test
    void aFileThatWouldNotSayWhatWasAskedForIsNotKept() {
        shell.write("layout/migration.yaml", "revision: {{id}}\nupgrade:\n");
        shell.out("revision", "-m", "x", "--rev-id", "aaaa");
        assertEquals("""
                error: The file that the template layout/migration.yaml makes was not kept: it does not say what was \
                asked for, but revision 'bbbb', revises [], labels [], depends on []. [RT1011]
                  at layout/migration.yaml
                  hint: Does the template have a place for the whole header?
                """, shell.err(2, "revision", "-m", "x", "--rev-id", "bbbb"));
        shell.write("layout/migration.yaml", "{{#");
        assertTrue(shell.err(2, "revision", "-m", "y").contains("it cannot be read: Not well-formed YAML"));
        assertEquals(
                1,
                shell.files().stream().filter(name -> name.endsWith("x.yaml")).count());
    }

    @Test
    void aFolderOfTemplatesThatIsMissing() {
        shell.write("retort.yaml", "templates: elsewhere\n");
        assertEquals("""
                error: There is no folder 'elsewhere', which 'templates' in the project file names. [RT1011]
                  hint: Make it, or leave 'templates' out.
                """, shell.err(2, "revision", "-m", "x"));
    }

    @Test
    void aProjectStartsFromAFolderOfYourOwn() {
        shell.write("start/retort.yaml", "migrations: [db/versions]\ntemplates: db/layout\n");
        shell.write("start/db/layout/migration.yaml", "# Ours\n{{header}}\n{{upgrade}}\n{{downgrade}}\n");
        shell.write("start/.git/config", "x");
        shell.write("shop/README", "mine");
        shell.write("start/README", "theirs");

        String out = shell.out("init", "-t", "start", "shop");

        assertTrue(out.startsWith("""
                Created db/
                Created db/layout/
                Created db/layout/migration.yaml
                Created retort.yaml
                Created db/versions/
                Created .env.example
                Kept    README (it was there)
                """), out);
        assertEquals("mine", shell.read("shop/README"));
        Shell shop = new Shell(shell.folder().resolve("shop"));
        assertEquals(
                List.of(),
                shop.files().stream().filter(name -> name.contains(".git")).toList());
        shop.out("revision", "-m", "One", "--rev-id", "aaaa");
        assertTrue(shop.read("db/versions/aaaa_one.yaml").startsWith("# Ours\nrevision: aaaa\n"));
    }

    @Test
    void aTemplateThatDoesNotExist() {
        assertEquals("""
                error: There is no template 'jaav', and no folder of that name. [RT1011]
                  hint: Did you mean 'java'?
                """, shell.err(2, "init", "-t", "jaav", "shop"));
        assertTrue(shell.files().stream().noneMatch(name -> name.startsWith("shop")));
    }

    @Test
    void initTakesAlembicsNameOfTheOption() {
        shell.out("init", "-q", "--template", "java", "shop");
        assertTrue(shell.read("shop/retort.yaml").contains("format: java"));
    }
}
