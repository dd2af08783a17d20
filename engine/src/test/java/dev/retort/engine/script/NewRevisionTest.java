// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.engine.MergeRequest;
import dev.retort.engine.Retort;
import dev.retort.engine.RevisionCreated;
import dev.retort.engine.RevisionRequest;
import dev.retort.engine.fixture.Project;
import dev.retort.project.ProjectSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewRevisionTest {

    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void createProject() {
        project = new Project(folder);
    }

    private static RevisionRequest request(List<String> heads, boolean splice, String revId, List<String> dependsOn) {
        return new RevisionRequest("", heads, splice, List.of(), null, revId, dependsOn, null, null);
    }

    private ProjectSettings settings(
            List<String> locations, boolean recursive, String template, List<List<String>> hooks) {
        ProjectSettings d = project.settings();
        return new ProjectSettings(
                d.folder(),
                locations,
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
                hooks,
                ZoneId.of("Asia/Tokyo"),
                template,
                d.truncateSlug(),
                d.templates(),
                d.lockTimeout(),
                d.settings());
    }

    private ErrorCode codeOf(RevisionRequest request) {
        return (ErrorCode) Project.findingsOf(() -> project.open().revision(request))
                .get(0)
                .code();
    }

    @Test
    void firstRevisionIsABaseAndTheNextFollowsIt() {
        Retort retort = project.open();
        RevisionCreated first = retort.revision(RevisionRequest.of("Add the Users table"));
        assertEquals("migrations/000000000001_add_the_users_table.mig", first.display());
        assertEquals(List.of(), first.revises());
        assertEquals(List.of(), first.findings());
        assertEquals(
                "[000000000001]",
                retort.revision(RevisionRequest.of("next")).revises().toString());
        retort.upgrade("head");
    }

    @Test
    void slugsFollowAlembic() {
        assertEquals("add_the_users_table", Slug.of("Add the 'Users' table!", 40));
        assertEquals("one_two_", Slug.of("one two three", 10));
        assertEquals("incomprehe_", Slug.of("incomprehensible", 10));
        assertEquals("größe_ändern", Slug.of("Größe ändern", 40));
        assertEquals("", Slug.of("--", 40));
    }

    @Test
    void emptyMessageLeavesNoUnderscore() {
        assertEquals(
                "migrations/000000000001.mig",
                project.open().revision(RevisionRequest.of("")).display());
    }

    @Test
    void parentMustBeAHeadUnlessSpliced() {
        project.with("aaaa", "upgrade", "downgrade").with("bbbb", "revises aaaa", "upgrade", "downgrade");
        Finding finding = Project.findingsOf(
                        () -> project.open().revision(request(List.of("aaaa"), false, "x", List.of())))
                .get(0);
        assertEquals(ErrorCode.NOT_A_HEAD, finding.code());
        assertTrue(
                finding.message().contains("is not a head revision")
                        && finding.hint().contains("--splice"),
                finding.toString());
        assertEquals(
                "[aaaa]",
                project.open()
                        .revision(request(List.of("aaa"), true, "x", List.of()))
                        .revises()
                        .toString());
        assertEquals(ErrorCode.MULTIPLE_HEADS, codeOf(RevisionRequest.of("more")));
        assertEquals(
                "[]",
                project.open()
                        .revision(request(List.of("base"), false, "y", List.of()))
                        .revises()
                        .toString());
    }

    @Test
    void idsAreCheckedBeforeAFileIsWritten() {
        project.with("aaaa", "upgrade", "downgrade");
        for (String id : List.of("a:b", "a@b", "a-b", "a+b", "head", "heads", "base", "current", "x".repeat(129))) {
            assertEquals(ErrorCode.ILLEGAL_ID, codeOf(request(List.of(), false, id, List.of())), id);
        }
        assertEquals(ErrorCode.DUPLICATE_REVISION, codeOf(request(List.of(), false, "aaaa", List.of())));
        assertEquals(ErrorCode.USAGE_ERROR, codeOf(request(List.of("aaaa", "aaa"), false, "b", List.of())));
        assertEquals(1, project.open().graph().size());
    }

    /** Alembic: {@code RevisionTest.test_create_rev_depends_on_partial_revid}. */
    @Test
    void shortenedDependenciesAreWrittenWholeAndLabelsStay() {
        project.with("aaaabbbb", "labels shop", "upgrade", "downgrade");
        RevisionCreated created =
                project.open().revision(request(List.of("base"), false, "x", List.of("aaaab", "shop")));
        assertEquals(List.of("aaaabbbb", "shop"), created.dependsOn());
    }

    @Test
    void fileIsNeverOverwritten() throws Exception {
        project.file("migrations/x.mig", "revision y\n");
        Finding finding = Project.findingsOf(() -> project.open().revision(request(List.of(), false, "x", List.of())))
                .get(0);
        assertEquals(ErrorCode.FILE_EXISTS, finding.code());
        assertEquals("revision y\n", Files.readString(folder.resolve("migrations/x.mig")));
    }

    @Test
    void fileTemplateKnowsDatesInTheZoneOfTheProject() {
        ProjectSettings settings = settings(
                List.of("migrations"), true, "{year}/{month}-{day}_%(hour).2d%(minute)s_{rev}_{slug}", List.of());
        RevisionCreated created = project.open(settings, b -> b).revision(RevisionRequest.of("hi"));
        assertEquals("migrations/2026/01-03_050_000000000001_hi.mig", created.display());
        assertEquals(1, project.open(settings, b -> b).graph().size());
    }

    @Test
    void unknownTokenAndFoldersThatNobodySearchesAreRefused() {
        ProjectSettings unknown = settings(List.of("migrations"), true, "{revv}", List.of());
        Finding finding = Project.findingsOf(() -> project.open(unknown, b -> b).revision(RevisionRequest.of("hi")))
                .get(0);
        assertEquals("Did you mean 'rev'?", finding.hint());
        ProjectSettings folders = settings(List.of("migrations"), false, "{year}/{rev}", List.of());
        assertEquals(
                ErrorCode.PROJECT_FILE,
                Project.findingsOf(() -> project.open(folders, b -> b).revision(RevisionRequest.of("hi")))
                        .get(0)
                        .code());
    }

    /** Alembic: {@code MultiDirRevisionCommandTest.test_multiple_dir_chooses_base}. */
    @Test
    void newFileGoesBesideItsParent() {
        project.file("more/aaaa.mig", "revision aaaa\nupgrade\ndowngrade\n");
        ProjectSettings settings = settings(List.of("migrations", "more"), false, "{rev}", List.of());
        Retort retort = project.open(settings, b -> b);
        assertEquals(
                "more/000000000001.mig", retort.revision(RevisionRequest.of("")).display());
        Finding finding = Project.findingsOf(() -> retort.revision(request(List.of("base"), false, "b", List.of())))
                .get(0);
        assertEquals("Multiple version locations present, please specify --version-path.", finding.message());
        RevisionRequest chosen =
                new RevisionRequest("", List.of("base"), false, List.of(), "migrations", "b", List.of(), null, null);
        assertEquals("migrations/b.mig", retort.revision(chosen).display());
        RevisionRequest elsewhere =
                new RevisionRequest("", List.of("base"), false, List.of(), "other", "c", List.of(), null, null);
        assertEquals(
                "Path other is not represented in current version locations.",
                Project.findingsOf(() -> retort.revision(elsewhere)).get(0).message());
    }

    @Test
    void mergeJoinsHeadsAndNothingElse() {
        project.with("aaaa", "upgrade", "downgrade")
                .with("bbbb", "revises aaaa", "upgrade", "downgrade")
                .with("cccc", "revises aaaa", "upgrade", "downgrade");
        Retort retort = project.open();
        RevisionCreated merge =
                retort.merge(new MergeRequest(List.of("heads"), "join", List.of("done"), "m", false, null));
        assertEquals("[bbbb, cccc]", merge.revises().toString());
        assertEquals(List.of("done"), merge.labels());
        assertEquals(
                ErrorCode.USAGE_ERROR,
                Project.findingsOf(() ->
                                retort.merge(new MergeRequest(List.of("heads"), "", List.of(), null, false, null)))
                        .get(0)
                        .code());
        assertEquals(
                ErrorCode.OVERLAP,
                Project.findingsOf(() ->
                                retort.merge(new MergeRequest(List.of("aaaa", "m"), "", List.of(), null, true, null)))
                        .get(0)
                        .code());
    }

    @Test
    void hooksRunWithoutAShellAndTheirFailureIsAFinding() throws Exception {
        ProjectSettings settings = settings(
                List.of("migrations"),
                false,
                "{rev}",
                List.of(
                        List.of("cp", "{file}", folder.resolve("copy $(x) of").toString()),
                        List.of("ls", "--nonsense"),
                        List.of("no-such-program-at-all")));
        RevisionCreated created = project.open(settings, b -> b).revision(RevisionRequest.of("x"));
        assertTrue(Files.exists(folder.resolve("copy $(x) of")));
        assertEquals(
                List.of(ErrorCode.HOOK_FAILED, ErrorCode.HOOK_FAILED),
                created.findings().stream().map(Finding::code).toList());
        assertTrue(
                created.findings().get(0).message().contains("ended with status"),
                created.findings().toString());
        assertTrue(
                created.findings().get(1).message().contains("could not be started"),
                created.findings().toString());
    }
}
