// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.diagnostic.Outcome;
import dev.retort.diagnostic.SourceLocation;
import dev.retort.dialect.Timeouts;
import dev.retort.migration.Condition;
import dev.retort.migration.Downgrade;
import dev.retort.migration.MigrationBody;
import dev.retort.migration.MigrationContext;
import dev.retort.migration.MigrationDraft;
import dev.retort.migration.MigrationHeader;
import dev.retort.migration.MigrationSource;
import dev.retort.migration.MigrationStep;
import dev.retort.migration.RevisionId;
import dev.retort.migration.TransactionMode;
import dev.retort.operation.Operation;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaBuilder;
import dev.retort.yaml.model.SchemaYamlWriter;
import dev.retort.yaml.model.YamlModelSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoundTripTest {

    private static final long SEED = Long.getLong("retort.seed", new Random().nextLong());
    private static final int ROUNDS = Integer.getInteger("retort.rounds", 60);

    @TempDir
    Path folder;

    private final RandomOperations random = new RandomOperations(new Random(SEED));

    @Test
    void whatIsWrittenReadsBackForEveryOperation() {
        Set<String> keywords = new TreeSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (int kind = 0; kind < random.kinds(); kind++) {
                Operation operation = random.ofKind(kind);
                keywords.add(operation.keyword());
                check(draft(List.of(step(operation)), List.of()));
            }
        }
        assertEquals(39, keywords.size(), "every operation but run and custom: " + keywords);
    }

    @Test
    void wholeMigrationsReadBack() {
        for (int round = 0; round < ROUNDS; round++) {
            check(draft(random.some(0, this::anyStep), random.some(0, this::anyStep)));
        }
    }

    @Test
    void modelsReadBack() throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            SchemaBuilder builder = Schema.EMPTY.toBuilder();
            builder.namespaces().addAll(random.some(0, random::name));
            random.some(0, random::table).forEach(builder::table);
            random.some(0, random::view).forEach(builder::view);
            random.some(0, random::sequence).forEach(builder::sequence);
            random.some(0, random::routine).forEach(builder::routine);
            random.some(0, random::trigger).forEach(builder::trigger);
            Schema schema = builder.build();
            String text = SchemaYamlWriter.write(schema);
            Files.writeString(folder.resolve("schema.yaml"), text);
            Outcome<Schema> read =
                    new YamlModelSource().load("schema.yaml", folder).orElseThrow();
            assertEquals(List.of(), read.findings(), () -> failed(text));
            assertEquals(schema, read.value(), () -> failed(text));
        }
    }

    @Test
    void linesAreNoLongerThanTheirTextsAskFor() {
        String text = new YamlMigrationFormat().write(draft(List.of(step(random.ofKind(0))), List.of()));
        assertTrue(text.startsWith("# yaml-language-server: $schema=" + YamlSchemas.MIGRATION_ID + "\n"), text);
        assertTrue(text.endsWith("\n"), text);
    }

    private void check(MigrationDraft draft) {
        String text = new YamlMigrationFormat().write(draft);
        MigrationSource source = new Migrations(folder).source(text);
        Outcome<MigrationHeader> header = source.header();
        assertEquals(List.of(), header.findings(), () -> failed(text));
        assertEquals(draft.header(), withoutPlace(header.orThrow()), () -> failed(text));
        Outcome<MigrationBody> body = source.body(MigrationContext.EMPTY);
        assertEquals(List.of(), body.findings(), () -> failed(text));
        assertEquals(
                Migrations.steps(draft.upgrade()),
                Migrations.steps(body.orThrow().upgrade()),
                () -> failed(text));
        assertEquals(
                Migrations.downgrade(draft.downgrade()),
                Migrations.downgrade(body.orThrow().downgrade()),
                () -> failed(text));
        MigrationDraft again = new MigrationDraft(
                header.orThrow(), body.orThrow().upgrade(), body.orThrow().downgrade());
        assertEquals(text, new YamlMigrationFormat().write(again), () -> failed(text));
    }

    private String failed(String text) {
        return "-Dretort.seed=" + SEED + "\n" + text;
    }

    private MigrationStep anyStep() {
        Operation operation = random.ofKind(random.random.nextInt(random.kinds()));
        Condition when = new Condition(
                Set.copyOf(new TreeSet<>(random.some(0, random::text))),
                Set.copyOf(new TreeSet<>(random.some(0, random::text))));
        Map<String, String> allow =
                random.chance(70) ? Map.of() : Map.of("drop-column", random.text(), "x", random.text());
        return new MigrationStep(operation, SourceLocation.NONE, when, new TreeMap<>(allow), timeouts());
    }

    private Timeouts timeouts() {
        return random.chance(60)
                ? Timeouts.UNSET
                : new Timeouts(
                        random.maybe(this::duration), random.maybe(this::duration), random.maybe(this::duration));
    }

    private Duration duration() {
        return Duration.ofMillis(random.one(List.of(0L, 1L, 1500L, 5000L, 600_000L, 3_600_000L)));
    }

    private static MigrationStep step(Operation operation) {
        return MigrationStep.of(operation, SourceLocation.NONE);
    }

    private MigrationDraft draft(List<MigrationStep> upgrade, List<MigrationStep> downgrade) {
        MigrationHeader header = new MigrationHeader(
                new RevisionId(random.one(List.of("3f1c9a7b20de", "123456789012", "1e10", "012", "no", "ü1"))),
                random.one(List.of(
                        List.<RevisionId>of(),
                        List.of(new RevisionId("0x1f")),
                        List.of(new RevisionId("a"), new RevisionId("1")))),
                random.some(0, random::text),
                random.some(0, random::text),
                random.text(),
                random.maybe(() -> Instant.ofEpochMilli(random.random.nextInt())),
                random.one(List.of(TransactionMode.values())),
                timeouts(),
                SourceLocation.NONE);
        Downgrade down = random.chance(20)
                ? new Downgrade.Irreversible(random.text(), SourceLocation.NONE)
                : random.chance(30) ? new Downgrade.Auto(SourceLocation.NONE) : new Downgrade.Steps(downgrade);
        return new MigrationDraft(header, upgrade, down);
    }

    private static MigrationHeader withoutPlace(MigrationHeader header) {
        return header.at(SourceLocation.NONE);
    }
}
