// SPDX-License-Identifier: Apache-2.0
package com.example.retort.h2;

import dev.retort.dialect.*;
import dev.retort.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.h2.Driver;

/** H2 from one version on. Immutable and safe for use by several threads. */
public final class H2Dialect extends StandardDialect {

    static final String ID = "h2";
    static final Pattern CHOSEN_NAME = Pattern.compile("CONSTRAINT_[0-9A-F]+(_\\d+)?");
    static final long CACHE = 32;
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
        return new ScratchTexts(this, H2Dialect::scratch).told(structure(schema));
    }

    /** What H2 keeps of everything but texts. */
    Schema structure(Schema schema) {
        return new StandardCanonical(this, CHOSEN_NAME, CACHE).schema(schema);
    }

    /** A database without a name lives in memory and goes with its connection. Names without quotes find any case. */
    private static Connection scratch() throws SQLException {
        return new Driver().connect("jdbc:h2:mem:;DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE", new Properties());
    }

    @Override
    public List<Statement.SessionSetting> timeouts(Timeouts timeouts) {
        Duration lock = timeouts.lock();
        if (lock == null) {
            return List.of();
        }
        // For ever is a large number: 0 would mean not to wait at all.
        long wait = lock.isZero() ? Integer.MAX_VALUE : Math.min(lock.toMillis(), Integer.MAX_VALUE);
        String set = "SET LOCK_TIMEOUT ";
        return List.of(new Statement.SessionSetting(ID, "SELECT LOCK_TIMEOUT()", set + wait, set + "%s"));
    }
}
