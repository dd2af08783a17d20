// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import dev.retort.operation.CreateIndex;
import dev.retort.operation.DropIndex;
import dev.retort.schema.Identifier;
import dev.retort.schema.Index;
import dev.retort.schema.IndexKey;
import dev.retort.schema.IndexPart;

/** Statements about indexes, which ISO SQL leaves out, in the words that databases share. */
public class IndexClauses {

    /** The dialect whose SQL is written. */
    protected final Dialect dialect;

    /**
     * The clauses of a dialect.
     *
     * @param dialect whose capabilities count
     */
    public IndexClauses(Dialect dialect) {
        this.dialect = dialect;
    }

    /**
     * Writes {@code CREATE INDEX}.
     *
     * @param sql       the statement
     * @param operation the operation
     */
    public void create(SqlWriter sql, CreateIndex operation) {
        Index index = operation.index();
        sql.sql("CREATE").sqlIf(index.unique(), "UNIQUE").sql("INDEX");
        beforeName(sql, index);
        sql.sqlIf(operation.ifNotExists(), "IF NOT EXISTS");
        if (index.name() != null) {
            sql.name(index.name());
        }
        sql.sql("ON").name(operation.table());
        beforeParts(sql, index);
        sql.list(index.parts(), this::part);
        afterParts(sql, index);
        if (index.where() != null) {
            sql.sql("WHERE").text(index.where());
        }
    }

    /**
     * Writes {@code DROP INDEX}. The name is qualified by its namespace.
     *
     * @param sql       the statement
     * @param operation the operation
     */
    public void drop(SqlWriter sql, DropIndex operation) {
        sql.sql("DROP INDEX")
                .sqlIf(operation.ifExists(), "IF EXISTS")
                .name(operation.index())
                .sqlIf(operation.cascade(), "CASCADE");
    }

    /**
     * Writes the collation of a part.
     *
     * @param sql       the statement
     * @param collation its name
     */
    public void collation(SqlWriter sql, String collation) {
        sql.sql("COLLATE").name(new Identifier(collation));
    }

    /**
     * Writes one part: a column, or an expression in parentheses, with collation and order.
     *
     * @param sql  the statement
     * @param part the part
     */
    public void part(SqlWriter sql, IndexPart part) {
        if (part.key() instanceof IndexKey.OfColumn column) {
            sql.name(column.name());
        } else if (part.key() instanceof IndexKey.OfExpression expression) {
            sql.parenthesized(expression.sql());
        }
        if (part.collation() != null) {
            collation(sql, part.collation());
        }
        partOptions(sql, part);
        sql.sqlIf(part.descending(), "DESC");
        if (part.nulls() != null) {
            sql.sql("NULLS").sql(part.nulls().name());
        }
    }

    /**
     * Writes what stands before the index's name, such as {@code CONCURRENTLY}; nothing here.
     *
     * @param sql   the statement
     * @param index the index
     */
    public void beforeName(SqlWriter sql, Index index) {}

    /**
     * Writes what stands between the table and the parts, such as {@code USING gin}; nothing here.
     *
     * @param sql   the statement
     * @param index the index
     */
    public void beforeParts(SqlWriter sql, Index index) {}

    /**
     * Writes what stands between the parts and {@code WHERE}, such as {@code INCLUDE (...)}; nothing here.
     *
     * @param sql   the statement
     * @param index the index
     */
    public void afterParts(SqlWriter sql, Index index) {}

    /**
     * Writes the dialect's own options of a part, such as an operator class; nothing here.
     *
     * @param sql  the statement
     * @param part the part
     */
    public void partOptions(SqlWriter sql, IndexPart part) {}
}
