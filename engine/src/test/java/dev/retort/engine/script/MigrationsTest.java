// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.engine.fixture.Project;
import dev.retort.project.ProjectSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationsTest {

    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void createProject() {
        project = new Project(folder).with("a", "upgrade", "downgrade");
    }

    private ProjectSettings locations(boolean recursive, String... locations) {
        ProjectSettings d = project.settings();
        return new ProjectSettings(
                d.folder(),
                List.of(locations),
                recursive,
                d.format(),
                d.url(),
                d.models(),
                d.versionTable(),
                d.versionSchema(),
                d.ledgerTable(),
                d.naming(),
                d.include(),
                d.exclude(),
                d.postWriteHooks(),
                d.timezone(),
                d.fileTemplate(),
                d.truncateSlug(),
                d.templates(),
                d.lockTimeout(),
                d.settings());
    }

    @Test
    void missingFolderSaysWhatToDo() {
        Finding finding = Project.findingsOf(
                        () -> project.open(locations(false, "nowhere"), b -> b).graph())
                .get(0);
        assertEquals("Path doesn't exist: nowhere.", finding.message());
        assertTrue(finding.hint().contains("Make the folder"), finding.hint());
    }

    @Test
    void filesThatAreNoMigrationsAreLeftAlone() {
        project.file("migrations/.hidden.mig", "x")
                .file("migrations/a.mig~", "x")
                .file("migrations/#a.mig#", "x")
                .file("migrations/a.mig.bak", "x")
                .file("migrations/README.md", "x")
                .file("migrations/__pycache__/b.mig", "x")
                .file("migrations/.git/b.mig", "x");
        assertEquals(
                1, project.open(locations(true, "migrations"), b -> b).graph().size());
    }

    @Test
    void sqlFileIsNoted() {
        project.file("migrations/V1__first.sql", "x");
        List<Finding> notes = project.open().migrations().notes();
        assertEquals(1, notes.size());
        assertTrue(notes.get(0).message().contains("V1__first.sql"), notes.toString());
    }

    @Test
    void foldersBelowAreSearchedOnlyIfTheProjectSaysSo() {
        project.file("migrations/2026/b.mig", "revision b\nrevises a\nupgrade\ndowngrade\n");
        assertEquals(
                1, project.open(locations(false, "migrations"), b -> b).graph().size());
        assertEquals(
                2, project.open(locations(true, "migrations"), b -> b).graph().size());
    }

    @Test
    void fileThatTwoLocationsReachIsTakenOnce() throws Exception {
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("migrations"));
        assertEquals(
                1,
                project.open(locations(true, "migrations", "link", "./migrations"), b -> b)
                        .graph()
                        .size());
    }

    @Test
    void allFaultsOfAllHeadersAreToldAtOnce() {
        project.file("migrations/x.mig", "upgrade\n").file("migrations/y.mig", "upgrade\n");
        List<Finding> findings = Project.findingsOf(() -> project.open().graph());
        assertEquals(
                List.of("migrations/x.mig", "migrations/y.mig"),
                findings.stream().map(f -> String.valueOf(f.location())).toList());
    }

    @Test
    void theSameIdInTwoFilesIsRefusedWithBothNames() {
        project.file("migrations/b_again.mig", "revision a\nupgrade\ndowngrade\n");
        Finding finding = Project.findingsOf(() -> project.open().graph()).get(0);
        assertEquals(ErrorCode.DUPLICATE_REVISION, finding.code());
        assertEquals("Revision 'a' is already defined in migrations/a.mig.", withoutLine(finding.message()));
        assertTrue(String.valueOf(finding.location()).startsWith("migrations/b_again.mig"), finding.toString());
    }

    private static String withoutLine(String message) {
        return message.replaceAll("(\\.mig)(:\\d+)+", "$1");
    }

    @Test
    void faultsOfTheGraphAreToldAtOnce() {
        project.with("b", "revises nowhere", "upgrade").with("c", "revises c", "upgrade");
        List<Finding> findings = Project.findingsOf(() -> project.open().graph());
        assertEquals(
                List.of(ErrorCode.MISSING_REVISION, ErrorCode.SELF_LOOP),
                findings.stream().map(Finding::code).toList());
    }
}
