// SPDX-License-Identifier: Apache-2.0
package dev.retort.javaformat;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.Outcome;
import dev.retort.diagnostic.SourceLocation;
import dev.retort.migration.MigrationBody;
import dev.retort.migration.MigrationContext;
import dev.retort.migration.MigrationHeader;
import dev.retort.migration.MigrationSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A class that the class path promises and that cannot be loaded. */
record BrokenMigration(String name, String problem) implements MigrationSource {

    private List<Finding> findings() {
        return List.of(Finding.error(ErrorCode.JAVA_CLASS, problem).at(SourceLocation.ofFile(name)));
    }

    @Override
    public Optional<Path> file() {
        return Optional.empty();
    }

    @Override
    public Outcome<MigrationHeader> header() {
        return Outcome.failed(findings());
    }

    @Override
    public Outcome<MigrationBody> body(MigrationContext context) {
        return Outcome.failed(findings());
    }

    @Override
    public String content() {
        return "";
    }
}
