// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.project;

import dev.retort.project.ProjectSettings;
import dev.retort.schema.NamingConvention;
import dev.retort.yaml.form.Form;
import dev.retort.yaml.form.Key;
import dev.retort.yaml.form.Lists;
import dev.retort.yaml.form.Mapping;
import dev.retort.yaml.form.Scalars;
import dev.retort.yaml.form.Values;
import dev.retort.yaml.part.NamingYaml;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The keys of a project file. */
final class ProjectForm {

    /** A table of Retort's own; only its name is known for the ledger. */
    private record OwnTable(@Nullable String name, @Nullable String schema) {}

    private static final Form<List<String>> TEXTS =
            Lists.of(Scalars.TEXT, "a list of texts").orOne();

    private static final Key<List<String>> MIGRATIONS =
            Key.of("migrations", Lists.of(Scalars.TEXT, "a list of folders").orOne(), "Folders of migrations.");
    private static final Key<Boolean> RECURSIVE =
            Key.of("recursive", Scalars.BOOLEAN, "true: folders below them are searched too.");
    private static final Key<String> FORMAT = Key.of("format", Scalars.TEXT, "What 'revision' writes: yaml or java.");

    private static final Key<String> URL = Key.of("url", Scalars.TEXT, "The database URL; ${NAME} is a variable.");
    private static final Key<String> DATABASE = Key.of(
            "database",
            Mapping.<String>of("database").orJust(URL).required(URL, url -> url).makes(values -> values.get(URL)),
            "The database.");

    private static final Key<List<String>> MODEL =
            Key.of("model", TEXTS, "The model for autogeneration: schema.yaml, java:com.acme.AppSchema, or a list.");

    private static final Key<String> TABLE_NAME = Key.of("name", Scalars.TEXT, "The table's name.");
    private static final Key<String> TABLE_SCHEMA = Key.of("schema", Scalars.TEXT, "The schema that it is in.");
    private static final Key<OwnTable> VERSION_TABLE = Key.of(
            "version_table",
            Mapping.<OwnTable>of("version_table")
                    .orJust(TABLE_NAME)
                    .optional(TABLE_NAME, OwnTable::name)
                    .optional(TABLE_SCHEMA, OwnTable::schema)
                    .makes(values -> new OwnTable(values.orNull(TABLE_NAME), values.orNull(TABLE_SCHEMA))),
            "The version table; the ledger stands beside it.");
    private static final Key<OwnTable> LEDGER = Key.of(
            "ledger",
            Mapping.<OwnTable>of("ledger")
                    .orJust(TABLE_NAME)
                    .optional(TABLE_NAME, OwnTable::name)
                    .makes(values -> new OwnTable(values.orNull(TABLE_NAME), null)),
            "The ledger.");

    private static final Key<List<String>> TABLES = Key.of("tables", TEXTS, "Patterns of table names.");
    private static final Key<List<String>> INCLUDE =
            Key.of("include", tables("include"), "Tables that belong to the project.");
    private static final Key<List<String>> EXCLUDE =
            Key.of("exclude", tables("exclude"), "Tables that do not, even if included.");

    private static final Key<List<List<String>>> POST_WRITE = Key.of(
            "post_write",
            Lists.of(
                    Lists.of(Scalars.TEXT, "a command as a list of words"), "a list of commands, each a list of words"),
            "Commands run after a file is written; {file} is its name.");
    private static final Key<List<List<String>>> HOOKS = Key.of(
            "hooks",
            Mapping.<List<List<String>>>of("hooks")
                    .optional(POST_WRITE, commands -> commands)
                    .makes(values -> values.or(POST_WRITE, List.of())),
            "Commands run at certain moments.");

    private static final Key<ZoneId> TIMEZONE = Key.of("timezone", new ZoneForm(), "Time zone of dates in files.");
    private static final Key<String> FILE_TEMPLATE =
            Key.of("file_template", Scalars.TEXT, "Template of file names, such as {rev}_{slug}.");
    private static final Key<Integer> TRUNCATE_SLUG =
            Key.of("truncate_slug_length", LimitsForm.number(1), "Longest slug in a file name, in characters.");
    private static final Key<String> TEMPLATES =
            Key.of("templates", Scalars.TEXT, "Folder with templates that replace the built-in ones.");
    private static final Key<Integer> LOCK_TIMEOUT =
            Key.of("lock_timeout", LimitsForm.number(0), "How long to wait for another runner of Retort, in seconds.");
    private static final Key<SortedMap<String, String>> SETTINGS =
            Key.of("settings", new SettingsForm(), "Settings of dialects and plug-ins.");

    private ProjectForm() {}

    static Mapping<ProjectSettings> of(Path folder) {
        Mapping.Builder<ProjectSettings> keys = Mapping.<ProjectSettings>of("the project file")
                .optional(MIGRATIONS, ProjectSettings::versionLocations)
                .optional(RECURSIVE, ProjectSettings::recursive)
                .optional(FORMAT, ProjectSettings::format)
                .optional(DATABASE, ProjectSettings::url)
                .optional(MODEL, ProjectSettings::models)
                .optional(VERSION_TABLE, settings -> new OwnTable(settings.versionTable(), settings.versionSchema()))
                .optional(LEDGER, settings -> new OwnTable(settings.ledgerTable(), null))
                .optional(NamingYaml.KEY, ProjectSettings::naming)
                .optional(INCLUDE, ProjectSettings::include)
                .optional(EXCLUDE, ProjectSettings::exclude)
                .optional(HOOKS, ProjectSettings::postWriteHooks)
                .optional(TIMEZONE, ProjectSettings::timezone)
                .optional(FILE_TEMPLATE, ProjectSettings::fileTemplate)
                .optional(TRUNCATE_SLUG, ProjectSettings::truncateSlug)
                .optional(TEMPLATES, ProjectSettings::templates)
                .optional(LOCK_TIMEOUT, ProjectSettings::lockTimeout);
        return LimitsForm.addTo(keys, ProjectSettings::limits)
                .optional(SETTINGS, ProjectSettings::settings)
                .makes(values -> make(folder, values));
    }

    private static ProjectSettings make(Path folder, Values values) {
        ProjectSettings defaults = ProjectSettings.defaults(folder);
        OwnTable version = values.or(VERSION_TABLE, new OwnTable(null, null));
        OwnTable ledger = values.or(LEDGER, new OwnTable(null, null));
        String versionName = version.name();
        String ledgerName = ledger.name();
        return new ProjectSettings(
                folder,
                values.or(MIGRATIONS, defaults.versionLocations()),
                values.or(RECURSIVE, defaults.recursive()),
                values.or(FORMAT, defaults.format()),
                values.has(DATABASE) ? values.get(DATABASE) : defaults.url(),
                values.or(MODEL, defaults.models()),
                versionName == null ? defaults.versionTable() : versionName,
                version.schema(),
                ledgerName == null ? defaults.ledgerTable() : ledgerName,
                values.or(NamingYaml.KEY, NamingConvention.NONE),
                values.or(INCLUDE, defaults.include()),
                values.or(EXCLUDE, defaults.exclude()),
                values.or(HOOKS, defaults.postWriteHooks()),
                values.or(TIMEZONE, defaults.timezone()),
                values.or(FILE_TEMPLATE, defaults.fileTemplate()),
                values.or(TRUNCATE_SLUG, defaults.truncateSlug()),
                values.orNull(TEMPLATES),
                values.or(LOCK_TIMEOUT, defaults.lockTimeout()),
                LimitsForm.of(values),
                values.or(SETTINGS, defaults.settings()));
    }

    private static Form<List<String>> tables(String noun) {
        return Mapping.<List<String>>of(noun)
                .required(TABLES, patterns -> patterns)
                .makes(values -> values.get(TABLES));
    }
}
