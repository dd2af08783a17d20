// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.script;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.Outcome;
import dev.retort.diagnostic.RetortException;
import dev.retort.diagnostic.SourceLocation;
import dev.retort.engine.RetortConfig;
import dev.retort.engine.RevisionCreated;
import dev.retort.engine.RevisionRequest;
import dev.retort.engine.graph.RevisionGraph;
import dev.retort.migration.Downgrade;
import dev.retort.migration.MigrationBody;
import dev.retort.migration.MigrationDraft;
import dev.retort.migration.MigrationFormat;
import dev.retort.migration.MigrationHeader;
import dev.retort.migration.RevisionId;
import dev.retort.migration.TransactionMode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Writes new migration files. */
public final class RevisionFiles {

    private final RetortConfig config;
    private final Formats formats;
    private final Migrations migrations;

    /**
     * @param config     project, clock, ids
     * @param formats    how to write
     * @param migrations what there is
     */
    public RevisionFiles(RetortConfig config, Formats formats, Migrations migrations) {
        this.config = config;
        this.formats = formats;
        this.migrations = migrations;
    }

    /**
     * Writes a migration.
     *
     * @param request what it shall be
     * @return the file
     * @throws RetortException if its place in the graph is wrong, or its file exists
     */
    public RevisionCreated create(RevisionRequest request) {
        Parents parents = Parents.of(migrations.graph(), request);
        RevisionId id = request.revId() == null ? freshId() : givenId(request.revId());
        Instant created = config.clock().instant().truncatedTo(ChronoUnit.SECONDS);
        MigrationHeader header = new MigrationHeader(
                id,
                parents.ids(),
                parents.dependencies(),
                request.branchLabels(),
                request.message(),
                created,
                TransactionMode.AUTO,
                SourceLocation.COMMAND_LINE);
        checkPlace(header);

        String formatId = request.format();
        MigrationFormat format =
                formats.byId(formatId == null ? config.project().format() : formatId);
        MigrationBody content = request.content();
        MigrationDraft draft = new MigrationDraft(
                header,
                content == null ? List.of() : content.upgrade(),
                content == null ? new Downgrade.Auto(SourceLocation.NONE) : content.downgrade());
        Path folder = new VersionFolders(config.project(), migrations).folder(request.versionPath(), parents.ids());
        Path file = write(format, draft, folder, created);
        String display = MigrationFiles.display(config.project(), file);

        checkReadable(format, header, file, display);
        List<Finding> findings = new ArrayList<>();
        findings.addAll(
                new Hooks(config.project().postWriteHooks(), config.project().folder(), config.environment())
                        .run(file));
        return new RevisionCreated(
                id, header.revises(), header.dependsOn(), header.labels(), header.message(), file, display, findings);
    }

    private RevisionId freshId() {
        RevisionId id = config.ids().get();
        while (migrations.graph().contains(id)) {
            id = config.ids().get();
        }
        return id;
    }

    private RevisionId givenId(String text) {
        String problem = RevisionId.problemWith(text);
        if (problem != null) {
            throw wrongId(ErrorCode.ILLEGAL_ID, text, "A revision id must " + problem + ", but was '" + text + "'.");
        }
        RevisionId id = new RevisionId(text);
        if (migrations.graph().contains(id)) {
            throw wrongId(
                    ErrorCode.DUPLICATE_REVISION,
                    text,
                    "Revision '" + id + "' exists already, in "
                            + migrations.source(id).name() + ".");
        }
        return id;
    }

    private static RetortException wrongId(ErrorCode code, String id, String message) {
        return new RetortException(Finding.error(code, message).about(id).at(SourceLocation.COMMAND_LINE));
    }

    /** Builds the graph as it will be, so that a mistake is told before a file exists. */
    private void checkPlace(MigrationHeader header) {
        List<MigrationHeader> headers = new ArrayList<>();
        migrations.graph().all().forEach(id -> headers.add(migrations.graph().header(id)));
        headers.add(header);
        RevisionGraph.of(headers).orThrow();
    }

    private Path write(MigrationFormat format, MigrationDraft draft, Path folder, Instant created) {
        String stem = new FileTemplate(config.project())
                .stem(draft.header().id(), draft.header().message(), created);
        int slash = stem.lastIndexOf('/');
        Path file =
                folder.resolve(stem.substring(0, slash + 1)).resolve(format.fileName(draft, stem.substring(slash + 1)));
        String display = MigrationFiles.display(config.project(), file);
        String text = new FileTexts(config).text(format, draft);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
            return file;
        } catch (FileAlreadyExistsException exists) {
            throw new RetortException(
                    Finding.error(ErrorCode.FILE_EXISTS, "The file " + display + " exists and is not overwritten.")
                            .about(display)
                            .withHint("Give another message, or put {rev} into the file_template."));
        } catch (IOException failed) {
            throw new RetortException(
                    Finding.error(ErrorCode.FILE_ACCESS, "Cannot write " + display + ": " + failed.getMessage() + ".")
                            .about(display));
        }
    }

    /** A format, or a template of it, that drops a part of the header would change the graph without a word. */
    private void checkReadable(MigrationFormat format, MigrationHeader wanted, Path file, String display) {
        Outcome<MigrationHeader> read = format.open(file, display).header();
        MigrationHeader header = read.value();
        String problem;
        if (header == null) {
            problem = "it cannot be read: " + read.findings().get(0).message();
        } else if (saysTheSame(header, wanted)) {
            return;
        } else {
            problem = "it does not say what was asked for, but revision '" + header.id() + "', revises "
                    + header.revises() + ", labels " + header.labels() + ", depends on " + header.dependsOn() + ".";
        }
        Path template = FileTexts.template(config, format);
        String maker = template == null
                ? "format '" + format.id() + "'"
                : "template " + MigrationFiles.display(config.project(), template);
        Finding finding = Finding.error(
                        ErrorCode.TEMPLATE, "The file that the " + maker + " makes was not kept: " + problem)
                .about(display)
                .at(
                        template == null
                                ? SourceLocation.NONE
                                : SourceLocation.ofFile(MigrationFiles.display(config.project(), template)))
                .withHint("Does the template have a place for the whole header?");
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            finding = finding.withHint("Delete " + display + ", which could not be deleted.");
        }
        throw new RetortException(finding);
    }

    private static boolean saysTheSame(MigrationHeader header, MigrationHeader wanted) {
        return header.id().equals(wanted.id())
                && header.revises().equals(wanted.revises())
                && new HashSet<>(header.labels()).equals(new HashSet<>(wanted.labels()))
                && new HashSet<>(header.dependsOn()).equals(new HashSet<>(wanted.dependsOn()));
    }
}
