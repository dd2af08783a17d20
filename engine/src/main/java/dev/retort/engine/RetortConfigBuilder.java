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
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Makes a {@link RetortConfig}. Not safe for use by several threads. */
public final class RetortConfigBuilder {

    final ProjectSettings project;

    Supplier<@Nullable DatabaseUrl> url = () -> null;

    @Nullable
    DataSource dataSource;

    @Nullable
    String dialect;

    List<DialectProvider> dialects = List.of();
    List<MigrationFormat> formats = List.of();
    ClassLoader classLoader = RetortConfigBuilder.class.getClassLoader();
    boolean discovery = true;
    Clock clock = Clock.systemUTC();
    Supplier<RevisionId> ids = RetortConfigBuilder::randomId;
    Map<String, String> environment = Map.of();
    Map<String, String> arguments = Map.of();
    RunListener listener = RunListener.SILENT;
    List<VersionListener> versionListeners = List.of();
    AuthorLookup authors = AuthorLookup.NOBODY;
    String target = "";
    String user = "";
    String host = "";
    String toolVersion = "";
    DoubleSupplier jitter = () -> ThreadLocalRandom.current().nextDouble();
    Duration lockTimeout;

    RetortConfigBuilder(ProjectSettings project) {
        this.project = project;
        this.lockTimeout = Duration.ofSeconds(project.lockTimeout());
    }

    private RetortConfigBuilder(RetortConfigBuilder other) {
        project = other.project;
        url = other.url;
        dataSource = other.dataSource;
        dialect = other.dialect;
        dialects = other.dialects;
        formats = other.formats;
        classLoader = other.classLoader;
        discovery = other.discovery;
        clock = other.clock;
        ids = other.ids;
        environment = other.environment;
        arguments = other.arguments;
        listener = other.listener;
        versionListeners = other.versionListeners;
        authors = other.authors;
        target = other.target;
        user = other.user;
        host = other.host;
        toolVersion = other.toolVersion;
        jitter = other.jitter;
        lockTimeout = other.lockTimeout;
    }

    /** The last twelve hexadecimal digits of a random UUID, as Alembic's ids. */
    private static RevisionId randomId() {
        String digits = UUID.randomUUID().toString();
        return new RevisionId(digits.substring(digits.length() - 12));
    }

    /** @param value the database's URL, placeholders replaced; null for none
     *  @return this */
    public RetortConfigBuilder url(@Nullable DatabaseUrl value) {
        return url(() -> value);
    }

    /**
     * Says where the URL comes from. It is asked for when a database is needed, so that a project whose URL is not known
     * can still be read.
     *
     * @param value gives the URL; what it throws is passed on
     * @return this
     */
    public RetortConfigBuilder url(Supplier<@Nullable DatabaseUrl> value) {
        url = value;
        return this;
    }

    /** @param value where connections come from; the dialect is then told by its id, or by a URL given as well
     *  @return this */
    public RetortConfigBuilder dataSource(@Nullable DataSource value) {
        dataSource = value;
        return this;
    }

    /** @param value id of the dialect to use, or null to tell it by the URL
     *  @return this */
    public RetortConfigBuilder dialect(@Nullable String value) {
        dialect = value;
        return this;
    }

    /** @param value dialects beside those that are discovered
     *  @return this */
    public RetortConfigBuilder dialects(List<DialectProvider> value) {
        dialects = List.copyOf(value);
        return this;
    }

    /** @param value formats beside those that are discovered
     *  @return this */
    public RetortConfigBuilder formats(List<MigrationFormat> value) {
        formats = List.copyOf(value);
        return this;
    }

    /** @param value where dialects, formats and compiled migrations are looked for
     *  @return this */
    public RetortConfigBuilder classLoader(ClassLoader value) {
        classLoader = value;
        return this;
    }

    /** @param value whether dialects and formats are looked for beside the given ones
     *  @return this */
    public RetortConfigBuilder discovery(boolean value) {
        discovery = value;
        return this;
    }

    /** @param value what time it is
     *  @return this */
    public RetortConfigBuilder clock(Clock value) {
        clock = value;
        return this;
    }

    /** @param value where new revision ids come from
     *  @return this */
    public RetortConfigBuilder ids(Supplier<RevisionId> value) {
        ids = value;
        return this;
    }

    /** @param value environment variables, for hooks
     *  @return this */
    public RetortConfigBuilder environment(Map<String, String> value) {
        environment = Map.copyOf(value);
        return this;
    }

    /** @param value values given with {@code -x}
     *  @return this */
    public RetortConfigBuilder arguments(Map<String, String> value) {
        arguments = Map.copyOf(value);
        return this;
    }

    /** @param value who hears what happens
     *  @return this */
    public RetortConfigBuilder listener(RunListener value) {
        listener = value;
        return this;
    }

    /** @param value who is called when version rows change, in this order
     *  @return this */
    public RetortConfigBuilder versionListeners(List<VersionListener> value) {
        versionListeners = List.copyOf(value);
        return this;
    }

    /** @param value who wrote which file, for messages that name several revisions
     *  @return this */
    public RetortConfigBuilder authors(AuthorLookup value) {
        authors = value;
        return this;
    }

    /** @param value name of the target, empty for a project without named targets
     *  @return this */
    public RetortConfigBuilder target(String value) {
        target = value;
        return this;
    }

    /** @param value who runs this, for the ledger
     *  @return this */
    public RetortConfigBuilder user(String value) {
        user = value;
        return this;
    }

    /** @param value where this runs, for the ledger
     *  @return this */
    public RetortConfigBuilder host(String value) {
        host = value;
        return this;
    }

    /** @param value version of the tool, for the ledger
     *  @return this */
    public RetortConfigBuilder toolVersion(String value) {
        toolVersion = value;
        return this;
    }

    /** @param value gives numbers from 0 to less than 1, by which pauses differ between runners that met
     *  @return this */
    public RetortConfigBuilder jitter(DoubleSupplier value) {
        jitter = value;
        return this;
    }

    /** @param value how long to wait for another runner
     *  @return this */
    public RetortConfigBuilder lockTimeout(Duration value) {
        lockTimeout = value;
        return this;
    }

    /** {@return the configuration} */
    public RetortConfig build() {
        return new RetortConfig(new RetortConfigBuilder(this));
    }
}
