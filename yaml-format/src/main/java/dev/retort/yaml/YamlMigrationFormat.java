// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml;

import dev.retort.migration.MigrationDraft;
import dev.retort.migration.MigrationFormat;
import dev.retort.migration.MigrationSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Migrations in YAML files. */
public final class YamlMigrationFormat implements MigrationFormat {

    /** The format's name in the project file. */
    public static final String ID = "yaml";

    /** Made by {@link java.util.ServiceLoader}, or by hand. */
    public YamlMigrationFormat() {}

    @Override
    public String id() {
        return ID;
    }

    @Override
    public List<String> extensions() {
        return List.of("yaml", "yml");
    }

    @Override
    public MigrationSource open(Path file, String display) {
        return new YamlMigrationSource(file, display);
    }

    /**
     * The text of a new file, as a person would write it.
     *
     * @param draft what to write
     * @return the text
     * @throws dev.retort.diagnostic.RetortException if an operation is Java code ({@code run}, {@code custom})
     */
    @Override
    public String write(MigrationDraft draft) {
        return YamlWriter.write(draft);
    }

    /** {@code header}, {@code upgrade} and {@code downgrade}, each as whole lines that begin with a key. */
    @Override
    public Map<String, String> parts(MigrationDraft draft) {
        return YamlWriter.parts(draft);
    }
}
