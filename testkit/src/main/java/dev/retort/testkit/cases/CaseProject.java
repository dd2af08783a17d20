// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit.cases;

import dev.retort.diagnostic.Outcome;
import dev.retort.dialect.Dialect;
import dev.retort.engine.Direction;
import dev.retort.engine.Retort;
import dev.retort.engine.RetortConfig;
import dev.retort.engine.plan.Plan;
import dev.retort.engine.plan.PreparedPlan;
import dev.retort.engine.plan.PreparedStep;
import dev.retort.engine.plan.Rehearsal;
import dev.retort.engine.plan.VersionRows;
import dev.retort.engine.replay.Replay;
import dev.retort.engine.replay.ReplayState;
import dev.retort.engine.run.Moves;
import dev.retort.engine.script.Migrations;
import dev.retort.project.ProjectSettings;
import dev.retort.testkit.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A case as a project of two migrations, so that it runs the way that every migration runs. */
final class CaseProject implements AutoCloseable {

    private final Path folder;
    private final Dialect dialect;
    private final Retort retort;

    CaseProject(OperationCase one, Dialect dialect, TestDatabase database) throws IOException {
        this.dialect = dialect;
        this.folder = Files.createTempDirectory("retort-case");
        Path migrations = Files.createDirectory(folder.resolve("migrations"));
        Files.createFile(migrations.resolve(CaseFormat.BEFORE + "." + CaseFormat.ID));
        Files.createFile(migrations.resolve(CaseFormat.AFTER + "." + CaseFormat.ID));
        this.retort = Retort.open(RetortConfig.builder(ProjectSettings.defaults(folder))
                .discovery(false)
                .dialects(List.of(new HarnessProvider(dialect)))
                .dialect(dialect.id())
                .formats(List.of(new CaseFormat(one)))
                .dataSource(new HarnessSource(database))
                .build());
    }

    Retort retort() {
        return retort;
    }

    /** What replay says about the database before the operations and after them. */
    List<ReplayState> states() {
        Migrations migrations = retort.migrations();
        Plan plan = new Moves(migrations.graph()).plan(Direction.UPGRADE, CaseFormat.AFTER.value(), VersionRows.NONE);
        Outcome<PreparedPlan> prepared = new Rehearsal(retort.config(), migrations, dialect).prepare(plan);
        List<ReplayState> states = new ArrayList<>();
        Replay replay = new Replay(ReplayState.EMPTY, dialect);
        for (PreparedStep step : prepared.orThrow().steps()) {
            step.operations().forEach(lowered -> replay.apply(lowered.operation(), lowered.location()));
            states.add(replay.state());
        }
        return states;
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
