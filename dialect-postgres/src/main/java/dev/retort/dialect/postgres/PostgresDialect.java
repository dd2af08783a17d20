// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.dialect.Ddl;
import dev.retort.dialect.ErrorTranslator;
import dev.retort.dialect.Inspector;
import dev.retort.dialect.Rendering;
import dev.retort.dialect.ServerVersion;
import dev.retort.dialect.SessionLock;
import dev.retort.dialect.SqlProfile;
import dev.retort.dialect.StandardDialect;
import dev.retort.dialect.Statement;
import dev.retort.dialect.Timeouts;
import dev.retort.dialect.Types;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** PostgreSQL from one version of the server on. Immutable and safe for use by several threads. */
public final class PostgresDialect extends StandardDialect {

    private static final PostgresSyntax SYNTAX = new PostgresSyntax();

    private final PostgresTypes types;
    private final PostgresCanonical canonical;
    private final PostgresErrors errors = new PostgresErrors();
    private final PostgresLock lock = new PostgresLock();

    /**
     * For a version of the server.
     *
     * @param version at least 13; its product tells an engine that is compatible but can do less
     */
    public PostgresDialect(ServerVersion version) {
        super(PostgresOptions.DIALECT, version, PostgresCapabilities.of(version), SYNTAX);
        this.types = new PostgresTypes(SYNTAX, version);
        this.canonical =
                new PostgresCanonical(types, new DefaultTexts(types, SYNTAX), capabilities(), version.isAtLeast(18, 0));
    }

    @Override
    public Types types() {
        return types;
    }

    PostgresTypes postgresTypes() {
        return types;
    }

    @Override
    public Ddl ddl() {
        return new PostgresDdl(this, types, Rendering.BLANK);
    }

    @Override
    public Inspector inspector() {
        return new PostgresInspector(version(), types, canonical);
    }

    @Override
    public SessionLock lock() {
        return lock;
    }

    @Override
    public List<Statement.SessionSetting> timeouts(Timeouts timeouts) {
        return PostgresTimeouts.settings(timeouts);
    }

    @Override
    public List<String> lockHolders(Connection connection, Collection<QualifiedName> objects) throws SQLException {
        return new LockHolders(connection, this::writer).of(objects);
    }

    @Override
    public ErrorTranslator errors() {
        return errors;
    }

    @Override
    public SqlProfile sqlProfile() {
        return PostgresProfile.PROFILE;
    }

    @Override
    public Schema canonical(Schema schema) {
        return canonical.schema(schema);
    }
}
