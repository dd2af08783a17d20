// SPDX-License-Identifier: Apache-2.0
package com.example.retort.h2;

import dev.retort.dialect.Capability;
import dev.retort.dialect.Ddl;
import dev.retort.dialect.ErrorTranslator;
import dev.retort.dialect.Inspector;
import dev.retort.dialect.Rendering;
import dev.retort.dialect.ScratchTexts;
import dev.retort.dialect.ServerVersion;
import dev.retort.dialect.SessionLock;
import dev.retort.dialect.SqlSyntax;
import dev.retort.dialect.StandardDialect;
import dev.retort.dialect.StandardSyntax;
import dev.retort.dialect.Statement.SessionSetting;
import dev.retort.dialect.Timeouts;
import dev.retort.dialect.Types;
import dev.retort.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.h2.Driver;

/** H2 from one version on. Immutable and safe for use by several threads. */
public final class H2Dialect extends StandardDialect {

    static final String ID = "h2";
    static final SqlSyntax SYNTAX = new StandardSyntax();

    private static final Set<Capability> CAPABILITIES = EnumSet.of(
            Capability.ALTER_COLUMN_IN_PLACE,
            Capability.ALTER_CONSTRAINTS,
            Capability.SCHEMAS,
            Capability.SEQUENCES,
            Capability.ENUMS,
            Capability.ARRAYS,
            Capability.COMMENTS,
            Capability.NAMED_CHECKS,
            Capability.RENAME_CONSTRAINT,
            Capability.DESCENDING_INDEX,
            Capability.INDEX_NULLS_ORDER,
            Capability.RENAME_INDEX,
            Capability.GENERATED_STORED,
            Capability.IDENTITY,
            Capability.IDENTITY_OPTIONS,
            Capability.IF_EXISTS_ON_PARTS);

    /**
     * For a version of H2.
     *
     * @param version at least 2.2
     */
    public H2Dialect(ServerVersion version) {
        super(ID, version, CAPABILITIES, SYNTAX);
    }

    @Override
    public Types types() {
        return new H2Types();
    }

    @Override
    public Ddl ddl() {
        return new H2Ddl(this, Rendering.BLANK);
    }

    @Override
    public Inspector inspector() {
        return new H2Inspector(this);
    }

    @Override
    public SessionLock lock() {
        return new H2Lock();
    }

    @Override
    public ErrorTranslator errors() {
        return new H2Errors();
    }

    @Override
    public Schema canonical(Schema schema) {
        return new ScratchTexts(this, H2Dialect::scratch).told(new H2Canonical(this).schema(schema));
    }

    /** A database without a name lives in memory and goes with its connection. */
    private static Connection scratch() throws SQLException {
        return new Driver().connect("jdbc:h2:mem:", new Properties());
    }

    @Override
    public List<SessionSetting> timeouts(Timeouts timeouts) {
        Duration lock = timeouts.lock();
        String set = "SET LOCK_TIMEOUT ";
        return lock == null
                ? List.of()
                : List.of(new SessionSetting(ID, "SELECT LOCK_TIMEOUT()", set + milliseconds(lock), set + "%s"));
    }

    /** For ever is a large number: 0 would mean not to wait at all. */
    private static long milliseconds(Duration wait) {
        return wait.isZero() ? Integer.MAX_VALUE : Math.min(wait.toMillis(), Integer.MAX_VALUE);
    }
}
