// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.script;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.migration.MigrationFormat;
import dev.retort.migration.MigrationSource;
import dev.retort.project.ProjectSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks for migration files in the version locations: in their order, files sorted by name. */
final class MigrationFiles {

    private static final Set<String> SKIPPED_FOLDERS = Set.of("__pycache__", "node_modules", "target", "build");
    private static final Set<String> SKIPPED_ENDINGS = Set.of("bak", "orig", "rej", "tmp", "swp", "class", "pyc");
    private static final Set<String> MISTAKABLE = Set.of("sql", "py", "xml", "json");

    private final ProjectSettings project;
    private final Formats formats;
    private final Set<Path> seen = new HashSet<>();
    private final List<MigrationSource> sources = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    MigrationFiles(ProjectSettings project, Formats formats) {
        this.project = project;
        this.formats = formats;
    }

    void search() {
        for (String location : project.versionLocations()) {
            Path folder = project.folder().resolve(location).normalize();
            if (Files.isDirectory(folder)) {
                search(folder);
            } else {
                findings.add(Finding.error(
                                ErrorCode.FILE_ACCESS,
                                Files.exists(folder)
                                        ? "'" + location + "' should be a folder of migrations, but is a file."
                                        : "Path doesn't exist: " + location + ".")
                        .about(location)
                        .withHint("Make the folder, or correct 'migrations' in the project file."));
            }
        }
    }

    List<MigrationSource> sources() {
        return sources;
    }

    List<Finding> findings() {
        return findings;
    }

    private void search(Path location) {
        Deque<Path> folders = new ArrayDeque<>(List.of(location));
        while (!folders.isEmpty()) {
            Path folder = folders.pop();
            List<Path> entries;
            try (Stream<Path> list = Files.list(folder)) {
                entries = list.sorted().toList();
            } catch (IOException unreadable) {
                findings.add(Finding.error(
                        ErrorCode.FILE_ACCESS,
                        "Cannot read the folder " + display(project, folder) + ": " + unreadable.getMessage() + "."));
                continue;
            }
            List<Path> below = new ArrayList<>();
            Path real = real(folder);
            String shown = display(project, folder);
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (isHidden(name)) {
                    continue;
                }
                BasicFileAttributes attributes = attributes(entry);
                boolean linked = attributes == null || attributes.isSymbolicLink();
                if (linked ? Files.isDirectory(entry) : attributes.isDirectory()) {
                    if (project.recursive() && !SKIPPED_FOLDERS.contains(name)) {
                        below.add(entry);
                    }
                } else {
                    take(
                            entry,
                            name,
                            linked ? real(entry) : real.resolve(name),
                            shown.isEmpty() ? name : shown + "/" + name);
                }
            }
            for (int i = below.size() - 1; i >= 0; i--) {
                folders.push(below.get(i));
            }
        }
    }

    private void take(Path file, String name, Path real, String display) {
        String extension = extension(name);
        if (SKIPPED_ENDINGS.contains(extension)
                || isProjectFile(file, name)
                || name.equals("package-info.java")
                || name.equals("module-info.java")) {
            return;
        }
        MigrationFormat format = formats.forExtension(extension);
        if (format != null) {
            if (seen.add(real)) {
                sources.add(format.open(file, display));
            }
        } else if (MISTAKABLE.contains(extension)) {
            findings.add(Finding.note(
                            ErrorCode.UNKNOWN_FORMAT,
                            "No format reads '." + extension + "' files, so " + display
                                    + " is no migration. Migrations end in " + String.join(", ", formats.extensions())
                                    + ".")
                    .about(display)
                    .withHint(
                            extension.equals("sql")
                                    ? "Write the SQL as an 'execute' operation of a migration."
                                    : null));
        }
    }

    /** A location may be the project's folder itself. */
    private boolean isProjectFile(Path file, String name) {
        return name.equals("retort.yaml")
                && real(project.folder()).equals(real(file.toAbsolutePath().getParent()));
    }

    /** One question to the file system tells all there is to know of a file, and there may be ten thousand of them. */
    private static @Nullable BasicFileAttributes attributes(Path entry) {
        try {
            return Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException unreadable) {
            return null;
        }
    }

    /** The file behind links, so that a file that two locations reach is taken once. */
    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException broken) {
            return file.toAbsolutePath().normalize();
        }
    }

    private static boolean isHidden(String name) {
        return name.startsWith(".") || name.endsWith("~") || (name.startsWith("#") && name.endsWith("#"));
    }

    static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** A file's name for people: relative to the project where it is inside it, with forward slashes everywhere. */
    static String display(ProjectSettings project, Path file) {
        Path folder = project.folder().toAbsolutePath().normalize();
        Path absolute = file.toAbsolutePath().normalize();
        return (absolute.startsWith(folder) ? folder.relativize(absolute) : absolute)
                .toString()
                .replace('\\', '/');
    }
}
