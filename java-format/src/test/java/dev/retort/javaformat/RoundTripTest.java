// SPDX-License-Identifier: Apache-2.0
package dev.retort.javaformat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.retort.diagnostic.RetortException;
import dev.retort.diagnostic.SourceLocation;
import dev.retort.dialect.Timeouts;
import dev.retort.migration.Downgrade;
import dev.retort.migration.MigrationBody;
import dev.retort.migration.MigrationContext;
import dev.retort.migration.MigrationDraft;
import dev.retort.migration.MigrationHeader;
import dev.retort.migration.MigrationSource;
import dev.retort.migration.MigrationStep;
import dev.retort.migration.RevisionId;
import dev.retort.migration.TransactionMode;
import dev.retort.operation.CreateTable;
import dev.retort.operation.Execute;
import dev.retort.operation.Run;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.TableBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written, compiled and recorded again is what was to be written. */
class RoundTripTest {

    @TempDir
    Path folder;

    private final JavaMigrationFormat format = new JavaMigrationFormat();

    @Test
    void everyOperationWithEveryParameterComesBack() throws IOException {
        List<MigrationDraft> drafts = new ArrayList<>();
        for (int kind = 0; kind < RandomOperations.KINDS; kind++) {
            List<MigrationStep> steps = new ArrayList<>();
            for (int seed = 0; seed < 12; seed++) {
                steps.add(new RandomOperations(seed * 1000L + kind).step(kind));
            }
            drafts.add(draft(kind + 1, steps, new Downgrade.Auto(SourceLocation.NONE)));
        }
        roundTrip(drafts);
    }

    @Test
    void randomMigrationsComeBack() throws IOException {
        List<MigrationDraft> drafts = new ArrayList<>();
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            RandomOperations operations = new RandomOperations(seed);
            List<MigrationStep> up = new ArrayList<>();
            List<MigrationStep> down = new ArrayList<>();
            for (int i = random.nextInt(6); i > 0; i--) {
                up.add(operations.step(random.nextInt(RandomOperations.KINDS)));
                down.add(operations.step(random.nextInt(RandomOperations.KINDS)));
            }
            Downgrade downgrade = switch (seed % 3) {
                case 0 -> new Downgrade.Steps(down);
                case 1 -> new Downgrade.Irreversible("rows are \"gone\"\n", SourceLocation.NONE);
                default -> new Downgrade.Auto(SourceLocation.NONE);
            };
            drafts.add(draft(1000 + seed, up, downgrade));
        }
        roundTrip(drafts);
    }

    @Test
    void aVeryLongTextComesBack() throws IOException {
        MigrationStep step = MigrationStep.of(Execute.of("€".repeat(100_000)), SourceLocation.NONE);
        roundTrip(List.of(draft(1, List.of(step), new Downgrade.Steps(List.of()))));
    }

    @Test
    void aMigrationOfAThousandTablesComesBack() throws IOException {
        List<MigrationStep> steps = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            TableBuilder table = new TableBuilder(QualifiedName.of("t" + i));
            for (int j = 0; j < 10; j++) {
                table.column(Column.of("a_column_" + j, new DataType.Integer()).withNullable(false));
            }
            steps.add(MigrationStep.of(CreateTable.of(table.build()), SourceLocation.NONE));
        }
        roundTrip(List.of(draft(1, steps, new Downgrade.Auto(SourceLocation.NONE))));
    }

    @Test
    void codeInMemoryIsRefused() {
        MigrationStep step = MigrationStep.of(new Run("fill labels", connection -> {}, null), SourceLocation.NONE);
        MigrationDraft draft = draft(1, List.of(step), new Downgrade.Steps(List.of()));
        RetortException thrown = assertThrows(RetortException.class, () -> format.write(draft));
        assertEquals(
                "Operation run (fill labels) holds code that is in memory only, so it cannot be written to a file.",
                thrown.findings().get(0).message());
    }

    private static MigrationDraft draft(int number, List<MigrationStep> upgrade, Downgrade downgrade) {
        boolean odd = number % 2 == 1;
        MigrationHeader header = new MigrationHeader(
                new RevisionId("r" + number),
                odd ? List.of() : List.of(new RevisionId("r" + (number - 1)), new RevisionId("x")),
                odd ? List.of("accounts") : List.of(),
                odd ? List.of("a", "b\"c") : List.of(),
                "Do number " + number + (odd ? "" : " \\u0041 \"quoted\"\twith\nlines é"),
                odd ? Instant.parse("2026-01-02T20:00:00Z") : null,
                odd ? TransactionMode.NONE : TransactionMode.AUTO,
                odd ? Timeouts.UNSET : new Timeouts(Duration.ofSeconds(5), null, Duration.ofMinutes(90)),
                SourceLocation.NONE);
        return new MigrationDraft(header, upgrade, downgrade);
    }

    private void roundTrip(List<MigrationDraft> drafts) throws IOException {
        List<MigrationSource> sources = new ArrayList<>();
        for (MigrationDraft draft : drafts) {
            Path file = folder.resolve(format.fileName(draft, "ignored"));
            Files.writeString(file, format.write(draft));
            sources.add(format.open(file, "m/" + file.getFileName()));
        }
        sources.forEach(MigrationSource::header);
        for (int i = 0; i < drafts.size(); i++) {
            MigrationDraft draft = drafts.get(i);
            MigrationHeader header = sources.get(i).header().orThrow();
            assertEquals(header(draft.header()), header(header));
            MigrationBody body = sources.get(i).body(MigrationContext.EMPTY).orThrow();
            assertSteps(draft.upgrade(), body.upgrade(), sources.get(i));
            assertEquals(downgrade(draft.downgrade()), downgrade(body.downgrade()));
        }
    }

    private static void assertSteps(List<MigrationStep> expected, List<MigrationStep> actual, MigrationSource source) {
        for (int i = 0; i < Math.min(expected.size(), actual.size()); i++) {
            assertEquals(placeless(expected.get(i)), placeless(actual.get(i)), source.content());
            assertEquals(source.name(), actual.get(i).location().file());
        }
        assertEquals(expected.size(), actual.size());
    }

    private static MigrationStep placeless(MigrationStep step) {
        return new MigrationStep(step.operation(), SourceLocation.NONE, step.when(), step.allow(), step.timeouts());
    }

    private static MigrationHeader header(MigrationHeader header) {
        return header.at(SourceLocation.NONE);
    }

    private static Downgrade downgrade(Downgrade downgrade) {
        if (downgrade instanceof Downgrade.Steps steps) {
            return new Downgrade.Steps(
                    steps.steps().stream().map(RoundTripTest::placeless).toList());
        }
        return downgrade instanceof Downgrade.Irreversible irreversible
                ? new Downgrade.Irreversible(irreversible.reason(), SourceLocation.NONE)
                : new Downgrade.Auto(SourceLocation.NONE);
    }
}
