// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.dialect.SqlWriter;
import dev.retort.dialect.Statement;
import dev.retort.schema.Literal;
import dev.retort.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * An index that is built while rows are written. That runs outside a transaction, and a failure leaves an invalid index
 * behind, which is dropped before the next attempt.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createindex.html#SQL-CREATEINDEX-CONCURRENTLY">Building
 *     Indexes Concurrently</a>
 */
record ConcurrentIndex(Supplier<SqlWriter> writers, QualifiedName name) {

    List<Statement> around(List<Statement> creation) {
        String quoted = writers.get().name(name).toString();
        String literal = writers.get().literal(new Literal.Text(quoted)).toString();
        String drop =
                writers.get().literal(new Literal.Text("DROP INDEX " + quoted)).toString();
        String guard = "DO $retort$ BEGIN IF EXISTS (SELECT 1 FROM pg_catalog.pg_index WHERE indexrelid ="
                + " pg_catalog.to_regclass(" + literal + ") AND NOT indisvalid) THEN EXECUTE " + drop
                + "; END IF; END $retort$";
        List<Statement> statements = new ArrayList<>();
        statements.add(new Statement.Sql(
                guard, Statement.Placement.AUTOCOMMIT, "drops what a failed attempt has left behind"));
        statements.addAll(alone(creation.subList(0, 1)));
        statements.addAll(creation.subList(1, creation.size()));
        return statements;
    }

    /** The same statements, outside any transaction. */
    static List<Statement> alone(List<Statement> statements) {
        return statements.stream()
                .<Statement>map(statement ->
                        new Statement.Sql(((Statement.Sql) statement).sql(), Statement.Placement.AUTOCOMMIT, null))
                .toList();
    }
}
