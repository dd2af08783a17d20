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
import dev.retort.migration.Revision;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A migration that comes compiled, with the class path. */
final class ClassMigration implements MigrationSource {

    private final Class<?> type;

    ClassMigration(Class<?> type) {
        this.type = type;
    }

    @Override
    public String name() {
        return type.getName();
    }

    @Override
    public Optional<Path> file() {
        return Optional.empty();
    }

    @Override
    public Outcome<MigrationHeader> header() {
        Revision revision = type.getAnnotation(Revision.class);
        if (revision == null) {
            return Outcome.failed(List.of(
                    Finding.error(ErrorCode.JAVA_CLASS, "class " + name() + " must have the annotation @Revision")
                            .at(place())));
        }
        return HeaderBuilder.of(revision, place(), new ArrayList<>());
    }

    private SourceLocation place() {
        return SourceLocation.ofFile(name());
    }

    @Override
    public Outcome<MigrationBody> body(MigrationContext context) {
        return new Recording(place(), UnaryOperator.identity(), context).record(type);
    }

    /** A hash of the class file. */
    @Override
    public String content() {
        String resource = name().substring(name().lastIndexOf('.') + 1) + ".class";
        try (InputStream in = type.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("class " + name() + " must have a class file");
            }
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());
            return "class " + name() + " sha256:" + HexFormat.of().formatHex(digest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
