// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Deferrability;
import dev.retort.schema.ExclusionConstraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identifier;
import dev.retort.schema.MatchType;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.TableConstraint;
import dev.retort.schema.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/** Table constraints as ISO SQL has them. A dialect overrides those that it spells in another way. */
public class ConstraintClauses {

    /** The dialect whose SQL is written. */
    protected final Dialect dialect;

    private final @Nullable Identifier home;

    /**
     * The clauses of a dialect.
     *
     * @param dialect whose capabilities count
     */
    public ConstraintClauses(Dialect dialect) {
        this(dialect, null);
    }

    /**
     * The clauses of a dialect whose database looks for a table without a namespace in that of the table that refers to it.
     *
     * @param dialect whose capabilities count
     * @param home    the namespace to write where a referred table has none, or null for none
     */
    public ConstraintClauses(Dialect dialect, @Nullable Identifier home) {
        this.dialect = dialect;
        this.home = home;
    }

    /**
     * Writes a constraint of any kind, with its name.
     *
     * @param sql        the statement
     * @param constraint the constraint
     */
    public void constraint(SqlWriter sql, TableConstraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            primaryKey(sql, key);
        } else if (constraint instanceof UniqueConstraint unique) {
            unique(sql, unique);
        } else if (constraint instanceof ForeignKey foreignKey) {
            foreignKey(sql, foreignKey);
        } else if (constraint instanceof CheckConstraint check) {
            check(sql, check);
        } else if (constraint instanceof ExclusionConstraint exclusion) {
            exclusion(sql, exclusion);
        }
    }

    /**
     * Writes {@code CONSTRAINT} and a name, or nothing.
     *
     * @param sql  the statement
     * @param name the name, or null for none
     */
    public void name(SqlWriter sql, @Nullable Identifier name) {
        if (name != null) {
            sql.sql("CONSTRAINT").name(name);
        }
    }

    /**
     * Writes a primary key.
     *
     * @param sql the statement
     * @param key the primary key
     */
    public void primaryKey(SqlWriter sql, PrimaryKey key) {
        name(sql, key.name());
        sql.sql("PRIMARY KEY").names(key.columns());
        deferrability(sql, key.deferrability());
    }

    /**
     * Writes a unique constraint.
     *
     * @param sql    the statement
     * @param unique the constraint
     */
    public void unique(SqlWriter sql, UniqueConstraint unique) {
        name(sql, unique.name());
        sql.sql("UNIQUE").names(unique.columns());
        deferrability(sql, unique.deferrability());
    }

    /**
     * Writes a foreign key.
     *
     * @param sql        the statement
     * @param foreignKey the foreign key
     */
    public void foreignKey(SqlWriter sql, ForeignKey foreignKey) {
        name(sql, foreignKey.name());
        sql.sql("FOREIGN KEY").names(foreignKey.columns());
        references(sql, foreignKey);
    }

    /**
     * Writes what a foreign key refers to and how, from {@code REFERENCES} on.
     *
     * @param sql        the statement
     * @param foreignKey the foreign key
     */
    public void references(SqlWriter sql, ForeignKey foreignKey) {
        QualifiedName table = foreignKey.referredTable();
        sql.sql("REFERENCES").name(table.namespace() == null ? new QualifiedName(home, table.name()) : table);
        if (!foreignKey.referredColumns().isEmpty()) {
            sql.names(foreignKey.referredColumns());
        }
        if (foreignKey.match() != MatchType.SIMPLE) {
            sql.sql("MATCH").sql(foreignKey.match().name());
        }
        action(sql, "ON DELETE", foreignKey.onDelete());
        action(sql, "ON UPDATE", foreignKey.onUpdate());
        deferrability(sql, foreignKey.deferrability());
        sql.sqlIf(!foreignKey.validated(), "NOT VALID");
    }

    /**
     * Writes a referential action; nothing for the default one.
     *
     * @param sql    the statement
     * @param event  {@code ON DELETE} or {@code ON UPDATE}
     * @param action the action
     */
    public void action(SqlWriter sql, String event, ReferentialAction action) {
        if (action != ReferentialAction.NO_ACTION) {
            sql.sql(event).sql(action.sql());
        }
    }

    /**
     * Writes a check.
     *
     * @param sql   the statement
     * @param check the check
     */
    public void check(SqlWriter sql, CheckConstraint check) {
        if (dialect.can(Capability.NAMED_CHECKS)) {
            name(sql, check.name());
        }
        sql.sql("CHECK").parenthesized(check.expression());
        deferrability(sql, check.deferrability());
        sql.sqlIf(!check.validated(), "NOT VALID");
    }

    /**
     * Writes an exclusion constraint, which ISO SQL does not have, in PostgreSQL's words.
     *
     * @param sql       the statement
     * @param exclusion the constraint
     */
    public void exclusion(SqlWriter sql, ExclusionConstraint exclusion) {
        name(sql, exclusion.name());
        sql.sql("EXCLUDE");
        if (exclusion.method() != null) {
            sql.sql("USING").sql(exclusion.method());
        }
        IndexClauses indexes = new IndexClauses(dialect);
        sql.list(exclusion.elements(), (writer, element) -> {
            indexes.part(writer, element.part());
            writer.sql("WITH").sql(element.operator());
        });
        if (exclusion.where() != null) {
            sql.sql("WHERE").parenthesized(exclusion.where());
        }
        deferrability(sql, exclusion.deferrability());
    }

    /**
     * Writes when a constraint is checked; nothing for the default.
     *
     * @param sql           the statement
     * @param deferrability when it is checked
     */
    public void deferrability(SqlWriter sql, Deferrability deferrability) {
        switch (deferrability) {
            case NOT_DEFERRABLE -> {}
            case INITIALLY_IMMEDIATE -> sql.sql("DEFERRABLE INITIALLY IMMEDIATE");
            case INITIALLY_DEFERRED -> sql.sql("DEFERRABLE INITIALLY DEFERRED");
        }
    }
}
