// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.dialect.ConstraintClauses;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.SqlWriter;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.ExclusionConstraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identifier;
import dev.retort.schema.MatchType;
import dev.retort.schema.Options;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.UniqueConstraint;
import java.util.List;

/** Constraints in PostgreSQL's words. */
final class PostgresConstraints extends ConstraintClauses {

    PostgresConstraints(Dialect dialect) {
        super(dialect);
    }

    @Override
    public void primaryKey(SqlWriter sql, PrimaryKey key) {
        name(sql, key.name());
        keys(sql.sql("PRIMARY KEY"), key.columns(), key.options(), "", PostgresOptions.WITHOUT_OVERLAPS);
        indexed(sql, key.options());
        deferrability(sql, key.deferrability());
    }

    @Override
    public void unique(SqlWriter sql, UniqueConstraint unique) {
        name(sql, unique.name());
        sql.sql("UNIQUE")
                .sqlIf(
                        PostgresOptions.flag(unique.options(), PostgresOptions.NULLS_NOT_DISTINCT),
                        "NULLS NOT DISTINCT");
        keys(sql, unique.columns(), unique.options(), "", PostgresOptions.WITHOUT_OVERLAPS);
        indexed(sql, unique.options());
        deferrability(sql, unique.deferrability());
    }

    /** Columns of a key, the last of which may be a span of time. */
    private static void keys(SqlWriter sql, List<Identifier> columns, Options options, String before, String flag) {
        boolean temporal = PostgresOptions.flag(options, flag);
        Identifier last = columns.isEmpty() ? null : columns.get(columns.size() - 1);
        sql.list(columns, (writer, column) -> {
            boolean period = temporal && column.equals(last);
            writer.sqlIf(period && !before.isEmpty(), before)
                    .name(column)
                    .sqlIf(period && before.isEmpty(), "WITHOUT OVERLAPS");
        });
    }

    /** What a constraint says of its index. */
    private static void indexed(SqlWriter sql, Options options) {
        PostgresIndexes.include(sql, options);
        PostgresIndexes.with(sql, options);
        String tablespace = PostgresOptions.text(options, PostgresOptions.TABLESPACE);
        if (!tablespace.isEmpty()) {
            sql.sql("USING INDEX TABLESPACE").name(new Identifier(tablespace));
        }
    }

    @Override
    public void foreignKey(SqlWriter sql, ForeignKey key) {
        name(sql, key.name());
        keys(sql.sql("FOREIGN KEY"), key.columns(), key.options(), "PERIOD", PostgresOptions.PERIOD);
        references(sql, key);
    }

    @Override
    public void references(SqlWriter sql, ForeignKey key) {
        sql.sql("REFERENCES").name(key.referredTable());
        if (!key.referredColumns().isEmpty()) {
            keys(sql, key.referredColumns(), key.options(), "PERIOD", PostgresOptions.PERIOD);
        }
        if (key.match() != MatchType.SIMPLE) {
            sql.sql("MATCH").sql(key.match().name());
        }
        action(sql, "ON DELETE", key.onDelete());
        List<String> columns = PostgresOptions.list(key.options(), PostgresOptions.ON_DELETE_COLUMNS);
        if (!columns.isEmpty()) {
            sql.names(columns.stream().map(Identifier::new).toList());
        }
        action(sql, "ON UPDATE", key.onUpdate());
        deferrability(sql, key.deferrability());
        sql.sqlIf(!key.validated(), "NOT VALID");
        sql.sqlIf(PostgresOptions.flag(key.options(), PostgresOptions.NOT_ENFORCED), "NOT ENFORCED");
    }

    @Override
    public void check(SqlWriter sql, CheckConstraint check) {
        name(sql, check.name());
        sql.sql("CHECK")
                .parenthesized(check.expression())
                .sqlIf(PostgresOptions.flag(check.options(), PostgresOptions.NO_INHERIT), "NO INHERIT")
                .sqlIf(!check.validated(), "NOT VALID")
                .sqlIf(PostgresOptions.flag(check.options(), PostgresOptions.NOT_ENFORCED), "NOT ENFORCED");
    }

    @Override
    public void exclusion(SqlWriter sql, ExclusionConstraint exclusion) {
        name(sql, exclusion.name());
        String method = exclusion.method();
        sql.sql("EXCLUDE USING").sql(method == null ? "gist" : method);
        PostgresIndexes indexes = new PostgresIndexes(dialect);
        sql.list(exclusion.elements(), (writer, element) -> {
            indexes.part(writer, element.part());
            writer.sql("WITH").sql(element.operator());
        });
        indexed(sql, exclusion.options());
        if (exclusion.where() != null) {
            sql.sql("WHERE").parenthesized(exclusion.where());
        }
        deferrability(sql, exclusion.deferrability());
    }
}
