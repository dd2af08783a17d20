// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.sql;

import dev.retort.dialect.Ddl;
import dev.retort.dialect.ErrorTranslator;
import dev.retort.dialect.Inspector;
import dev.retort.dialect.ServerVersion;
import dev.retort.dialect.SessionLock;
import dev.retort.dialect.SqlForm;
import dev.retort.dialect.SqlProfile;
import dev.retort.dialect.SqlSyntax;
import dev.retort.dialect.StandardDialect;
import dev.retort.dialect.StandardSyntax;
import dev.retort.dialect.Types;
import dev.retort.schema.Schema;
import java.util.Set;

/** As much of a dialect as portable SQL asks for. */
final class ProfileDialect extends StandardDialect {

    static final ProfileDialect POSTGRES = new ProfileDialect(
            "postgres",
            new StandardSyntax(),
            SqlProfile.STANDARD
                    .with(SqlForm.LIKE, "{0} LIKE {1} ESCAPE ''")
                    .with(SqlForm.DATE_ADD_DAYS, "CAST({0} + INTERVAL '{1} days' AS DATE)")
                    .with(SqlForm.DAYS_BETWEEN, "({1} - {0})")
                    .with(SqlForm.LIMIT, "LIMIT {0}"));

    static final ProfileDialect MYSQL = new ProfileDialect(
            "mysql",
            new StandardSyntax() {
                @Override
                public String quote(String name) {
                    return "`" + name.replace("`", "``") + "`";
                }

                @Override
                protected String string(String value) {
                    return super.string(value.replace("\\", "\\\\"));
                }
            },
            SqlProfile.STANDARD
                    .with(SqlForm.CONCAT, "CONCAT({0}, {1})")
                    .with(SqlForm.DIVIDE_INTEGERS, "{0} DIV {1}")
                    .with(SqlForm.CAST_INTEGER_TO_TEXT, "CAST({0} AS CHAR)")
                    .with(SqlForm.CAST_INTEGER_TO_INTEGER, "CAST({0} AS SIGNED)")
                    .with(SqlForm.LIKE, "{0} LIKE {1} COLLATE utf8mb4_bin ESCAPE ''")
                    .with(SqlForm.DATE_ADD_DAYS, "{0} + INTERVAL {1} DAY")
                    .with(SqlForm.NOT_DISTINCT_FROM, "{0} <=> {1}")
                    .with(SqlForm.NULLS_LAST, "{0} IS NULL, {0} {1}")
                    .with(SqlForm.LIMIT, "LIMIT {0}")
                    .with(SqlForm.OFFSET, "LIMIT 18446744073709551615 OFFSET {0}")
                    .without(SqlForm.FULL_JOIN, "MySQL has no FULL JOIN")
                    .without(
                            SqlForm.ASSIGNMENT_READS_OLD,
                            "MySQL assigns from left to right, and a later assignment reads the new value"));

    private final SqlProfile profile;

    private ProfileDialect(String id, SqlSyntax syntax, SqlProfile profile) {
        super(id, new ServerVersion(1, 0, 0, id), Set.of(), syntax);
        this.profile = profile;
    }

    @Override
    public SqlProfile sqlProfile() {
        return profile;
    }

    @Override
    public Types types() {
        throw notAsked();
    }

    @Override
    public Ddl ddl() {
        throw notAsked();
    }

    @Override
    public Inspector inspector() {
        throw notAsked();
    }

    @Override
    public SessionLock lock() {
        throw notAsked();
    }

    @Override
    public ErrorTranslator errors() {
        throw notAsked();
    }

    @Override
    public Schema canonical(Schema schema) {
        throw notAsked();
    }

    private static UnsupportedOperationException notAsked() {
        return new UnsupportedOperationException("portable SQL must not ask for this");
    }
}
