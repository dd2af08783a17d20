// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.dialect.SqlWriter;
import dev.retort.dialect.Statement;
import dev.retort.schema.Index;
import dev.retort.schema.IndexKey;
import dev.retort.schema.Literal;
import dev.retort.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * An index that is built while rows are written. That runs outside a transaction: a failure leaves an invalid index behind,
 * which is dropped before the next attempt, and a run that is killed right behind the index finds it there the next time.
 * Then it must be the index that is wanted: one on the same columns of the same table.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY">Building
 *     Indexes Concurrently</a>
 */
record ConcurrentIndex(Supplier<SqlWriter> writers, QualifiedName table, Index index) {

    private static final String KEY = "ARRAY(SELECT COALESCE(a.attname::pg_catalog.text, '') FROM pg_catalog.unnest("
            + "(i.indkey::pg_catalog.int2[])[0:i.indnkeyatts - 1]) WITH ORDINALITY AS u (num, place)"
            + " LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = u.num AND u.num > 0"
            + " ORDER BY u.place)";

    /** The creation, which must say IF NOT EXISTS; {@code any} is whether any index of that name will do. */
    List<Statement> around(List<Statement> creation, boolean any) {
        String quoted = writers.get()
                .name(table.sibling(Objects.requireNonNull(index.name())))
                .toString();
        String found = " FROM pg_catalog.pg_class c LEFT JOIN pg_catalog.pg_index i ON i.indexrelid = c.oid"
                + " WHERE c.oid = pg_catalog.to_regclass(" + literal(quoted) + ") AND ";
        String guard = "DO $retort$ BEGIN IF EXISTS (SELECT 1" + found + "NOT i.indisvalid) THEN EXECUTE "
                + literal("DROP INDEX " + quoted) + "; END IF; ";
        if (!any) {
            guard += "IF EXISTS (SELECT 1" + found + "(i.indrelid IS DISTINCT FROM pg_catalog.to_regclass("
                    + literal(writers.get().name(table).toString()) + ") OR i.indisunique <> " + index.unique() + " OR "
                    + KEY + " <> " + columns() + ")) THEN RAISE EXCEPTION USING ERRCODE = '42P07', MESSAGE = "
                    + literal("relation " + quoted + " already exists and is not the index that is to be created")
                    + "; END IF; ";
        }
        List<Statement> statements = new ArrayList<>();
        statements.add(new Statement.Sql(
                guard + "END $retort$", Statement.Placement.AUTOCOMMIT, "drops what a failed attempt has left behind"));
        statements.addAll(alone(creation.subList(0, 1)));
        statements.addAll(creation.subList(1, creation.size()));
        return statements;
    }

    private String columns() {
        return index.parts().stream()
                .map(part -> part.key() instanceof IndexKey.OfColumn column
                        ? literal(column.name().value())
                        : "''")
                .collect(Collectors.joining(", ", "ARRAY[", "]"));
    }

    private String literal(String text) {
        return writers.get().literal(new Literal.Text(text)).toString();
    }

    /** The same statements, outside any transaction. */
    static List<Statement> alone(List<Statement> statements) {
        return statements.stream()
                .<Statement>map(statement ->
                        new Statement.Sql(((Statement.Sql) statement).sql(), Statement.Placement.AUTOCOMMIT, null))
                .toList();
    }
}
