// SPDX-License-Identifier: Apache-2.0
package dev.retort.javaformat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.retort.engine.Retort;
import dev.retort.engine.RetortConfig;
import dev.retort.engine.RevisionCreated;
import dev.retort.engine.RevisionRequest;
import dev.retort.migration.MigrationContext;
import dev.retort.migration.MigrationSource;
import dev.retort.migration.RevisionId;
import dev.retort.project.ProjectSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The format as the engine's commands use it. */
class NewRevisionTest {

    @TempDir
    Path folder;

    @Test
    void migrationsWithOneMessageDoNotStandInEachOthersWay() throws IOException {
        Files.createDirectories(folder.resolve("migrations"));
        Iterator<String> ids =
                List.of("3f1c9a7b20de", "8a41c0ffee12", "0d15ea5e0000").iterator();
        Retort retort = Retort.open(RetortConfig.builder(ProjectSettings.defaults(folder))
                .formats(List.of(new JavaMigrationFormat()))
                .discovery(false)
                .ids(() -> new RevisionId(ids.next()))
                .build());
        assertEquals("migrations/AddIsActive_3f1c9a7b20de.java", created(retort, "Add is_active"));
        assertEquals("migrations/AddIsActive_8a41c0ffee12.java", created(retort, "Add is_active"));
        assertEquals("migrations/ADDIsActive_0d15ea5e0000.java", created(retort, "ADD is active"));

        assertEquals(3, retort.graph().all().size());
        for (RevisionId id : retort.graph().all()) {
            MigrationSource source = retort.migrations().source(id);
            assertEquals(List.of(), source.body(MigrationContext.EMPTY).findings());
        }
    }

    private static String created(Retort retort, String message) {
        RevisionCreated created = retort.revision(
                new RevisionRequest(message, List.of(), false, List.of(), null, null, List.of(), "java", null));
        assertEquals(List.of(), created.findings());
        return created.display();
    }
}
