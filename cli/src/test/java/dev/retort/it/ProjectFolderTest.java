// SPDX-License-Identifier: Apache-2.0
package dev.retort.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.retort.engine.Retort;
import dev.retort.engine.RetortConfig;
import dev.retort.project.ProjectSettings;
import dev.retort.yaml.project.ProjectFileReader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectFolderTest {

    @TempDir
    Path folder;

    @Test
    void projectFileBesideTheMigrationsIsNoMigration() {
        new SqliteProject(folder)
                .file("retort.yaml", "migrations: [.]\n")
                .file("a1.yaml", "revision: a1\nupgrade:\n  - execute: SELECT 1\ndowngrade: auto\n");
        ProjectSettings settings = ProjectFileReader.read(folder.resolve("retort.yaml"), "retort.yaml", null)
                .orThrow();
        Retort retort = Retort.open(RetortConfig.builder(settings).build());
        assertEquals(
                "[a1]",
                retort.heads(false).stream().map(head -> head.id()).toList().toString());
    }
}
