// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import dev.retort.dialect.Capability;
import dev.retort.dialect.Ddl;
import dev.retort.dialect.ErrorTranslator;
import dev.retort.dialect.Inspector;
import dev.retort.dialect.Rendering;
import dev.retort.dialect.ServerVersion;
import dev.retort.dialect.SessionLock;
import dev.retort.dialect.SqlProfile;
import dev.retort.dialect.StandardDialect;
import dev.retort.dialect.Statement.SessionSetting;
import dev.retort.dialect.Timeouts;
import dev.retort.dialect.Types;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** SQLite from one version of its library on. Immutable and safe for use by several threads. */
public final class SqliteDialect extends StandardDialect {

    private static final Set<Capability> CAPABILITIES = EnumSet.of(
            Capability.TRANSACTIONAL_DDL,
            Capability.ALTER_CONSTRAINTS,
            Capability.COLUMN_POSITION,
            Capability.ENUMS,
            Capability.DEFERRABLE_CONSTRAINTS,
            Capability.NAMED_CHECKS,
            Capability.RENAME_CONSTRAINT,
            Capability.PARTIAL_INDEX,
            Capability.EXPRESSION_INDEX,
            Capability.DESCENDING_INDEX,
            Capability.RENAME_INDEX,
            Capability.GENERATED_STORED,
            Capability.GENERATED_VIRTUAL,
            Capability.IDENTITY,
            Capability.TRIGGERS,
            Capability.IF_EXISTS_ON_PARTS);

    private final SqliteWords words = new SqliteWords();
    private final SqliteErrors errors = new SqliteErrors();
    private final SqliteLock lock;

    /**
     * For a version of the library.
     *
     * @param version at least 3.37
     */
    public SqliteDialect(ServerVersion version) {
        this(version, new SqliteLock());
    }

    SqliteDialect(ServerVersion version, SqliteLock lock) {
        super(SqliteOptions.DIALECT, version, CAPABILITIES, new SqliteSyntax());
        this.lock = lock;
    }

    @Override
    public Types types() {
        return words.types;
    }

    @Override
    public Ddl ddl() {
        return new SqliteDdl(this, words, Rendering.BLANK);
    }

    @Override
    public Inspector inspector() {
        return new SqliteInspector(words);
    }

    @Override
    public SessionLock lock() {
        return lock;
    }

    @Override
    public ErrorTranslator errors() {
        return errors;
    }

    @Override
    public SqlProfile sqlProfile() {
        return SqliteProfile.of(version());
    }

    @Override
    public Schema canonical(Schema schema) {
        return words.canonical.schema(schema);
    }

    /** Locks alone can be limited: there is no server that would end a statement or a session. */
    @Override
    public List<SessionSetting> timeouts(Timeouts timeouts) {
        String set = "PRAGMA busy_timeout = ";
        return timeouts.lockMillis().stream()
                .mapToObj(millis ->
                        new SessionSetting("busy_timeout", "PRAGMA busy_timeout", set + millis, set + "%s", set + "0"))
                .toList();
    }

    @Override
    public List<String> lockHolders(Connection connection, Collection<QualifiedName> objects) throws SQLException {
        return SqliteHolders.of(connection);
    }
}
