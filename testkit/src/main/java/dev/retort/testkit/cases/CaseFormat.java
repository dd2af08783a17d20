// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit.cases;

import dev.retort.diagnostic.Outcome;
import dev.retort.diagnostic.SourceLocation;
import dev.retort.migration.Downgrade;
import dev.retort.migration.MigrationBody;
import dev.retort.migration.MigrationContext;
import dev.retort.migration.MigrationDraft;
import dev.retort.migration.MigrationFormat;
import dev.retort.migration.MigrationHeader;
import dev.retort.migration.MigrationSource;
import dev.retort.migration.MigrationStep;
import dev.retort.migration.RevisionId;
import dev.retort.migration.TransactionMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The two migrations of a case: one makes the database as it is before, the next has the operations. */
record CaseFormat(OperationCase one) implements MigrationFormat {

    static final String ID = "case";
    static final RevisionId BEFORE = new RevisionId("before");
    static final RevisionId AFTER = new RevisionId("after");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<String> extensions() {
        return List.of(ID);
    }

    @Override
    public MigrationSource open(Path file, String display) {
        return file.getFileName().toString().startsWith(BEFORE.value())
                ? new Source(file, BEFORE, List.of(), one.file(), one.before())
                : new Source(file, AFTER, List.of(BEFORE), one.file(), one.operations());
    }

    @Override
    public String write(MigrationDraft draft) {
        throw new UnsupportedOperationException("cases are written by hand");
    }

    private record Source(Path path, RevisionId id, List<RevisionId> revises, String name, List<MigrationStep> steps)
            implements MigrationSource {

        @Override
        public Optional<Path> file() {
            return Optional.of(path);
        }

        @Override
        public Outcome<MigrationHeader> header() {
            return Outcome.of(new MigrationHeader(
                    id,
                    revises,
                    List.of(),
                    List.of(),
                    id.value(),
                    null,
                    TransactionMode.AUTO,
                    new SourceLocation(name, 1, 1)));
        }

        @Override
        public Outcome<MigrationBody> body(MigrationContext context) {
            return Outcome.of(new MigrationBody(steps, new Downgrade.Auto(new SourceLocation(name, 1, 1))));
        }

        @Override
        public String content() {
            return name + " " + id;
        }
    }
}
