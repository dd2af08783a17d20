// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml;

import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.Outcome;
import dev.retort.migration.Condition;
import dev.retort.migration.Downgrade;
import dev.retort.migration.MigrationBody;
import dev.retort.migration.MigrationContext;
import dev.retort.migration.MigrationHeader;
import dev.retort.migration.MigrationSource;
import dev.retort.migration.MigrationStep;
import dev.retort.operation.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads migrations from texts, as a project reads them from files. */
record Migrations(Path folder) {

    /** A step without its place. */
    record Step(Operation operation, Condition when, Map<String, String> allow) {}

    MigrationSource source(String text) {
        try {
            return new YamlMigrationFormat()
                    .open(Files.writeString(folder.resolve("migration.yaml"), text), "migration.yaml");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    MigrationHeader header(String text) {
        return source(text).header().orThrow();
    }

    MigrationBody body(String text) {
        return source(text).body(MigrationContext.EMPTY).orThrow();
    }

    /** Operations of the upgrade given as the lines below {@code upgrade:}. */
    List<Operation> operations(String items) {
        return body("revision: a1\nupgrade:\n" + items).upgrade().stream()
                .map(MigrationStep::operation)
                .toList();
    }

    /** All findings, one per line: place, code, message and hint. */
    List<String> findings(String text) {
        MigrationSource source = source(text);
        Outcome<MigrationHeader> header = source.header();
        Stream<Finding> found = (header.hasErrors()
                        ? header.findings()
                        : source.body(MigrationContext.EMPTY).findings())
                .stream();
        return found.map(Migrations::print).toList();
    }

    static String print(Finding finding) {
        String place = String.valueOf(finding.location()).replaceFirst("^[^:]*:", "");
        return place + " " + finding.code() + " " + finding.message()
                + (finding.hint() == null ? "" : " | " + finding.hint());
    }

    static List<Step> steps(List<MigrationStep> steps) {
        return steps.stream()
                .map(step -> new Step(step.operation(), step.when(), step.allow()))
                .toList();
    }

    static Object downgrade(Downgrade downgrade) {
        if (downgrade instanceof Downgrade.Steps steps) {
            return steps(steps.steps());
        }
        return downgrade instanceof Downgrade.Irreversible irreversible ? irreversible.reason() : "auto";
    }
}
