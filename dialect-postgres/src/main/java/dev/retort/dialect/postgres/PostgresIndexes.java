// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.IndexClauses;
import dev.retort.dialect.SqlWriter;
import dev.retort.operation.DropIndex;
import dev.retort.schema.Identifier;
import dev.retort.schema.Index;
import dev.retort.schema.IndexPart;
import dev.retort.schema.Options;
import java.util.List;

/** Indexes in PostgreSQL's words. */
final class PostgresIndexes extends IndexClauses {

    PostgresIndexes(Dialect dialect) {
        super(dialect);
    }

    @Override
    public void beforeName(SqlWriter sql, Index index) {
        sql.sqlIf(PostgresOptions.flag(index.options(), PostgresOptions.CONCURRENTLY), "CONCURRENTLY");
    }

    @Override
    public void beforeParts(SqlWriter sql, Index index) {
        String method = PostgresOptions.text(index.options(), PostgresOptions.USING);
        if (!method.isEmpty()) {
            sql.sql("USING").sql(method);
        }
    }

    @Override
    public void collation(SqlWriter sql, String collation) {
        new PostgresColumns(dialect).collation(sql, collation);
    }

    @Override
    public void partOptions(SqlWriter sql, IndexPart part) {
        sql.sql(PostgresOptions.text(part.options(), PostgresOptions.OPERATOR_CLASS));
    }

    @Override
    public void afterParts(SqlWriter sql, Index index) {
        Options options = index.options();
        include(sql, options);
        sql.sqlIf(PostgresOptions.flag(options, PostgresOptions.NULLS_NOT_DISTINCT), "NULLS NOT DISTINCT");
        with(sql, options);
        tablespace(sql, options);
    }

    @Override
    public void drop(SqlWriter sql, DropIndex operation) {
        boolean concurrently = PostgresOptions.flag(operation.options(), PostgresOptions.CONCURRENTLY);
        // Run again after a failure, a concurrent drop may find that it was done.
        sql.sql("DROP INDEX")
                .sqlIf(concurrently, "CONCURRENTLY")
                .sqlIf(operation.ifExists() || concurrently, "IF EXISTS")
                .name(operation.index())
                .sqlIf(operation.cascade() && !concurrently, "CASCADE");
    }

    static void include(SqlWriter sql, Options options) {
        List<String> included = PostgresOptions.list(options, PostgresOptions.INCLUDE);
        if (!included.isEmpty()) {
            sql.sql("INCLUDE").names(included.stream().map(Identifier::new).toList());
        }
    }

    static void with(SqlWriter sql, Options options) {
        List<String> parameters = PostgresOptions.list(options, PostgresOptions.WITH);
        if (!parameters.isEmpty()) {
            sql.sql("WITH").list(parameters, SqlWriter::sql);
        }
    }

    static void tablespace(SqlWriter sql, Options options) {
        String tablespace = PostgresOptions.text(options, PostgresOptions.TABLESPACE);
        if (!tablespace.isEmpty()) {
            sql.sql("TABLESPACE").name(new Identifier(tablespace));
        }
    }
}
