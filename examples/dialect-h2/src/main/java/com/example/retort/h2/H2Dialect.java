// SPDX-License-Identifier: Apache-2.0
package com.example.retort.h2;

import dev.retort.dialect.*;
import dev.retort.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
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

    private static final String FROM = "CASE WHEN {1} < 1 THEN 1 ELSE {1} END";
    private static final SqlProfile PROFILE = SqlProfile.STANDARD
            .with(SqlForm.MOD_DECIMALS, "{0} - TRUNC({0} / {1}) * {1}")
            .with(SqlForm.SUBSTRING, "SUBSTRING({0} FROM " + FROM + ")")
            .with(SqlForm.SUBSTRING_FOR, "SUBSTRING({0} FROM " + FROM + " FOR {1} + {2} - " + FROM + ")")
            .with(SqlForm.LIKE, "{0} LIKE {1} ESCAPE ''");

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
    public SqlProfile sqlProfile() {
        return PROFILE;
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
        String url = "jdbc:h2:mem:;DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE";
        return new Driver().connect(url, new Properties());
    }

    @Override
    public List<Statement.SessionSetting> timeouts(Timeouts timeouts) {
        String set = "SET LOCK_TIMEOUT ";
        return timeouts.lockMillis().stream()
                .mapToObj(wait -> new Statement.SessionSetting(ID, "SELECT LOCK_TIMEOUT()", set + wait, set + "%s"))
                .toList();
    }
}
