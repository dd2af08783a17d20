// SPDX-License-Identifier: Apache-2.0
package dev.retort.project;

import dev.retort.schema.NamingConvention;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a project file says, for one environment of it.
 *
 * @param folder            the folder of the project file: relative names start there
 * @param versionLocations  folders of migrations, at least one, as written
 * @param recursive         whether folders below them are searched too
 * @param format            id of the format that {@code revision} writes
 * @param url               database URL as written, with placeholders such as <code>${DATABASE_URL}</code>; null if
 *                          none is given
 * @param models            references to the model for autogeneration; may be empty
 * @param versionTable      name of the version table
 * @param versionSchema     namespace of the version table and ledger, or null for the default one
 * @param ledgerTable       name of the ledger
 * @param naming            names of unnamed constraints and indexes
 * @param include           patterns of tables that belong to the project
 * @param exclude           patterns of tables that do not, stronger than {@code include}
 * @param postWriteHooks    commands run after a file is written, each a list of words
 * @param timezone          zone of dates written to files
 * @param fileTemplate      template of file names
 * @param truncateSlug      longest slug in a file name, in characters
 * @param templates         folder with templates that replace the built-in ones, or null
 * @param lockTimeout       how long to wait for another runner of Retort, in seconds
 * @param limits            how long statements wait, and how often a statement is tried that did not get its lock
 * @param settings          further settings by dotted name, for dialects and plug-ins
 */
public record ProjectSettings(
        Path folder,
        List<String> versionLocations,
        boolean recursive,
        String format,
        @Nullable String url,
        List<String> models,
        String versionTable,
        @Nullable String versionSchema,
        String ledgerTable,
        NamingConvention naming,
        List<String> include,
        List<String> exclude,
        List<List<String>> postWriteHooks,
        ZoneId timezone,
        String fileTemplate,
        int truncateSlug,
        @Nullable String templates,
        int lockTimeout,
        RunLimits limits,
        SortedMap<String, String> settings) {

    /** Name of the version table if nothing else is said. */
    public static final String VERSION_TABLE = "retort_version";

    /** Name of the ledger if nothing else is said. */
    public static final String LEDGER_TABLE = "retort_ledger";

    public ProjectSettings {
        versionLocations = List.copyOf(versionLocations);
        models = List.copyOf(models);
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
        postWriteHooks = postWriteHooks.stream().map(List::copyOf).toList();
        settings = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(settings));
        if (versionLocations.isEmpty()) {
            throw new IllegalArgumentException("a project must have at least one folder of migrations");
        }
    }

    /**
     * Settings with the limits that hold by default.
     *
     * @param folder the folder of the project file: relative names start there
     * @param versionLocations folders of migrations, at least one, as written
     * @param recursive whether folders below them are searched too
     * @param format id of the format that {@code revision} writes
     * @param url database URL as written, with placeholders such as <code>${DATABASE_URL}</code>; null if none is given
     * @param models references to the model for autogeneration; may be empty
     * @param versionTable name of the version table
     * @param versionSchema namespace of the version table and ledger, or null for the default one
     * @param ledgerTable name of the ledger
     * @param naming names of unnamed constraints and indexes
     * @param include patterns of tables that belong to the project
     * @param exclude patterns of tables that do not, stronger than {@code include}
     * @param postWriteHooks commands run after a file is written, each a list of words
     * @param timezone zone of dates written to files
     * @param fileTemplate template of file names
     * @param truncateSlug longest slug in a file name, in characters
     * @param templates folder with templates that replace the built-in ones, or null
     * @param lockTimeout how long to wait for another runner of Retort, in seconds
     * @param settings further settings by dotted name, for dialects and plug-ins
     */
    public ProjectSettings(
            Path folder,
            List<String> versionLocations,
            boolean recursive,
            String format,
            @Nullable String url,
            List<String> models,
            String versionTable,
            @Nullable String versionSchema,
            String ledgerTable,
            NamingConvention naming,
            List<String> include,
            List<String> exclude,
            List<List<String>> postWriteHooks,
            ZoneId timezone,
            String fileTemplate,
            int truncateSlug,
            @Nullable String templates,
            int lockTimeout,
            SortedMap<String, String> settings) {
        this(
                folder,
                versionLocations,
                recursive,
                format,
                url,
                models,
                versionTable,
                versionSchema,
                ledgerTable,
                naming,
                include,
                exclude,
                postWriteHooks,
                timezone,
                fileTemplate,
                truncateSlug,
                templates,
                lockTimeout,
                RunLimits.DEFAULT,
                settings);
    }

    /**
     * A project that says nothing: everything by default.
     *
     * @param folder the project's folder
     * @return the settings
     */
    public static ProjectSettings defaults(Path folder) {
        return new ProjectSettings(
                folder,
                List.of("migrations"),
                false,
                "yaml",
                "${DATABASE_URL}",
                List.of(),
                VERSION_TABLE,
                null,
                LEDGER_TABLE,
                NamingConvention.NONE,
                List.of("*"),
                List.of(),
                List.of(),
                ZoneId.of("UTC"),
                "{rev}_{slug}",
                40,
                null,
                60,
                RunLimits.DEFAULT,
                new TreeMap<>());
    }

    /**
     * The same with other limits.
     *
     * @param other the limits
     * @return the settings
     */
    public ProjectSettings with(RunLimits other) {
        return new ProjectSettings(
                folder,
                versionLocations,
                recursive,
                format,
                url,
                models,
                versionTable,
                versionSchema,
                ledgerTable,
                naming,
                include,
                exclude,
                postWriteHooks,
                timezone,
                fileTemplate,
                truncateSlug,
                templates,
                lockTimeout,
                other,
                settings);
    }
}
