// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.script;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.RetortException;
import dev.retort.diagnostic.SourceLocation;
import dev.retort.migration.RevisionId;
import dev.retort.project.ProjectSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Chooses the folder for a new file: the one asked for, else that of its parent, else the only one. */
final class VersionFolders {

    private final ProjectSettings project;
    private final Migrations migrations;

    VersionFolders(ProjectSettings project, Migrations migrations) {
        this.project = project;
        this.migrations = migrations;
    }

    Path folder(@Nullable String asked, List<RevisionId> parents) {
        if (asked != null) {
            return named(asked);
        }
        Optional<Path> beside = parents.stream()
                .map(parent -> migrations.source(parent).file())
                .flatMap(Optional::stream)
                .map(file -> file.toAbsolutePath().normalize())
                .map(this::locationOf)
                .flatMap(Optional::stream)
                .findFirst();
        if (beside.isPresent()) {
            return beside.get();
        }
        if (project.versionLocations().size() > 1) {
            throw error("Multiple version locations present, please specify --version-path.");
        }
        return location(project.versionLocations().get(0));
    }

    /** The parent's own folder, unless the template makes folders: then the location that it is in. */
    private Optional<Path> locationOf(Path file) {
        if (!project.fileTemplate().contains("/")) {
            return Optional.ofNullable(file.getParent());
        }
        return project.versionLocations().stream()
                .map(this::location)
                .filter(file::startsWith)
                .findFirst();
    }

    private Path named(String asked) {
        Path folder = location(asked);
        boolean known = project.versionLocations().stream()
                .map(this::location)
                .anyMatch(location -> folder.equals(location) || (project.recursive() && folder.startsWith(location)));
        if (!known) {
            throw error("Path " + asked + " is not represented in current version locations.");
        }
        return folder;
    }

    private Path location(String text) {
        return project.folder().resolve(text).toAbsolutePath().normalize();
    }

    private RetortException error(String message) {
        return new RetortException(Finding.error(ErrorCode.USAGE_ERROR, message)
                .at(SourceLocation.COMMAND_LINE)
                .withHint("Version locations are " + String.join(", ", project.versionLocations()) + "."));
    }
}
