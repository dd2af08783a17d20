// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine;

import dev.retort.dialect.DialectProvider;
import dev.retort.migration.MigrationFormat;
import dev.retort.migration.RevisionId;
import dev.retort.project.DatabaseUrl;
import dev.retort.project.ProjectSettings;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a {@link Retort} works with. Nothing is taken from the surroundings that is not in here, but for the
 * defaults that {@link #builder} names.
 */
public final class RetortConfig {

    private final RetortConfigBuilder values;

    RetortConfig(RetortConfigBuilder values) {
        this.values = values;
    }

    /**
     * Starts a configuration. Unless something else is said: no database; dialects and formats of the class path; the
     * system's clock; ids of twelve random hexadecimal digits; no environment, arguments or target name; user and
     * host unknown; the lock timeout of the project; random pauses.
     *
     * @param project what the project file says
     * @return a builder
     */
    public static RetortConfigBuilder builder(ProjectSettings project) {
        return new RetortConfigBuilder(project);
    }

    /** {@return what the project file says} */
    public ProjectSettings project() {
        return values.project;
    }

    /** {@return the database's URL, placeholders replaced; worked out anew by each call} */
    public Optional<DatabaseUrl> url() {
        return Optional.ofNullable(values.url.get());
    }

    /** {@return the application's source of connections} */
    public Optional<DataSource> dataSource() {
        return Optional.ofNullable(values.dataSource);
    }

    /** {@return id of the dialect to use, or null to tell it by the URL} */
    public @Nullable String dialect() {
        return values.dialect;
    }

    /** {@return dialects given by the program} */
    public List<DialectProvider> dialects() {
        return values.dialects;
    }

    /** {@return formats given by the program} */
    public List<MigrationFormat> formats() {
        return values.formats;
    }

    /** {@return where dialects, formats and compiled migrations are looked for} */
    public ClassLoader classLoader() {
        return values.classLoader;
    }

    /** {@return whether dialects and formats are looked for beside the given ones} */
    public boolean discovery() {
        return values.discovery;
    }

    /** {@return what time it is} */
    public Clock clock() {
        return values.clock;
    }

    /** {@return where new revision ids come from} */
    public Supplier<RevisionId> ids() {
        return values.ids;
    }

    /** {@return environment variables, for hooks} */
    public Map<String, String> environment() {
        return values.environment;
    }

    /** {@return values given with {@code -x}} */
    public Map<String, String> arguments() {
        return values.arguments;
    }

    /** {@return who hears what happens} */
    public RunListener listener() {
        return values.listener;
    }

    /** {@return who is called when version rows change, in this order} */
    public List<VersionListener> versionListeners() {
        return values.versionListeners;
    }

    /** {@return who wrote which file} */
    public AuthorLookup authors() {
        return values.authors;
    }

    /** {@return name of the target, empty for a project without named targets} */
    public String target() {
        return values.target;
    }

    /** {@return who runs this, for the ledger} */
    public String user() {
        return values.user;
    }

    /** {@return where this runs, for the ledger} */
    public String host() {
        return values.host;
    }

    /** {@return version of the tool, for the ledger} */
    public String toolVersion() {
        return values.toolVersion;
    }

    /** {@return gives numbers from 0 to less than 1, by which pauses differ between runners that met} */
    public DoubleSupplier jitter() {
        return values.jitter;
    }

    /** {@return how long to wait for another runner} */
    public Duration lockTimeout() {
        return values.lockTimeout;
    }
}
