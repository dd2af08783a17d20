// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import dev.retort.operation.OperationVisitor;
import dev.retort.schema.QualifiedName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What every renderer of operations has at hand. */
abstract class StatementBase implements OperationVisitor<List<Statement>> {

    /** The dialect whose SQL is written. */
    protected final Dialect dialect;

    /** What is known around the operation. */
    protected final Rendering rendering;

    StatementBase(Dialect dialect, Rendering rendering) {
        this.dialect = dialect;
        this.rendering = rendering;
    }

    /**
     * One statement, written by a fresh writer.
     *
     * @param words writes it
     * @return the statement
     */
    protected final Statement statement(Consumer<SqlWriter> words) {
        SqlWriter sql = dialect.writer();
        words.accept(sql);
        return new Statement.Sql(sql.toString());
    }

    /**
     * A list of one statement, written by a fresh writer.
     *
     * @param words writes it
     * @return the list
     */
    protected final List<Statement> one(Consumer<SqlWriter> words) {
        return List.of(statement(words));
    }

    /**
     * {@code ALTER TABLE} and a table's name, continued.
     *
     * @param table the table
     * @param words writes the rest
     * @return a list of one statement
     */
    protected final List<Statement> alterTable(QualifiedName table, Consumer<SqlWriter> words) {
        return one(sql -> words.accept(sql.sql("ALTER TABLE").name(table)));
    }

    /**
     * The statement that gives a comment to an object, or takes it away; none where the database keeps no comments.
     *
     * @param object  writes the kind of the object and its name, such as {@code TABLE "users"}
     * @param comment the words, or null for none
     * @return no statement or one
     */
    protected List<Statement> comment(Consumer<SqlWriter> object, @Nullable String comment) {
        if (!dialect.can(Capability.COMMENTS)) {
            return List.of();
        }
        return one(sql -> {
            object.accept(sql.sql("COMMENT ON"));
            sql.sql("IS");
            if (comment == null) {
                sql.sql("NULL");
            } else {
                sql.string(comment);
            }
        });
    }

    /**
     * A statement followed by the one for the object's comment, if it has one.
     *
     * @param first   the statement that makes the object
     * @param object  writes the kind of the object and its name
     * @param comment the words, or null for none
     * @return one statement or two
     */
    protected final List<Statement> commented(Statement first, Consumer<SqlWriter> object, @Nullable String comment) {
        List<Statement> statements = new ArrayList<>(List.of(first));
        if (comment != null) {
            statements.addAll(comment(object, comment));
        }
        return statements;
    }

    /**
     * Writes {@code IF EXISTS}, or nothing.
     *
     * @param sql      the statement
     * @param ifExists whether to write it
     */
    protected void ifExists(SqlWriter sql, boolean ifExists) {
        sql.sqlIf(ifExists, "IF EXISTS");
    }

    /**
     * Writes {@code IF NOT EXISTS}, or nothing.
     *
     * @param sql         the statement
     * @param ifNotExists whether to write it
     */
    protected void ifNotExists(SqlWriter sql, boolean ifNotExists) {
        sql.sqlIf(ifNotExists, "IF NOT EXISTS");
    }

    /**
     * Writes what becomes of objects that depend on a dropped one: {@code CASCADE}, or nothing, which means that the
     * drop fails.
     *
     * @param sql     the statement
     * @param cascade whether they go too
     */
    protected void dropBehaviour(SqlWriter sql, boolean cascade) {
        sql.sqlIf(cascade, "CASCADE");
    }
}
