// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identifier;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.Table;
import dev.retort.schema.TableConstraint;
import dev.retort.schema.UniqueConstraint;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Finds the name of a constraint by what it says, with a query on the information schema that can stand inside a statement: for
 * databases that choose names, drop by name alone, and can execute a text that is put together.
 *
 * @param dialect whose strings are written
 * @param home    an expression for the default namespace, such as {@code CURRENT_SCHEMA}
 * @param clause  an expression for the text of a check, {@code k.CHECK_CLAUSE} where nothing has to be done to it
 * @param form    gives the text that this is, for that of a canonical form
 */
public record ConstraintLookup(Dialect dialect, String home, String clause, UnaryOperator<String> form) {

    private static final String VIEW = " FROM INFORMATION_SCHEMA.";

    /**
     * A query whose rows {@code c} are those of {@code TABLE_CONSTRAINTS} that say the same, from {@code FROM} on.
     *
     * @param owner      its table
     * @param constraint a constraint other than its primary key
     * @return the query without its SELECT list; more conditions may follow
     */
    public String rows(Table owner, TableConstraint constraint) {
        QualifiedName table = owner.name();
        SqlWriter sql = dialect.writer().sql("FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS c WHERE");
        sql.sql(on("c", table));
        if (constraint instanceof UniqueConstraint unique) {
            columns(sql, "UNIQUE", table, unique.columns());
        } else if (constraint instanceof ForeignKey key) {
            columns(sql, "FOREIGN KEY", table, key.columns());
            sql.sql("AND EXISTS (SELECT 1" + VIEW + "REFERENTIAL_CONSTRAINTS k JOIN INFORMATION_SCHEMA.TABLE_CONSTRAINTS u")
                    .sql("ON u.CONSTRAINT_SCHEMA = k.UNIQUE_CONSTRAINT_SCHEMA")
                    .sql("AND u.CONSTRAINT_NAME = k.UNIQUE_CONSTRAINT_NAME WHERE")
                    .sql(same())
                    .sql("AND " + on("u", key.referredTable()) + ")");
        } else if (constraint instanceof CheckConstraint check) {
            sql.sql("AND EXISTS (SELECT 1" + VIEW + "CHECK_CONSTRAINTS k WHERE " + same() + " AND " + clause)
                    .sql("=")
                    .string(told(owner, check))
                    .append(")");
        }
        return sql.toString();
    }

    /** The text of a check as the database tells it, which is that of its canonical form. */
    private String told(Table owner, CheckConstraint check) {
        QualifiedName name = new QualifiedName(null, owner.name().name());
        Table alone = Table.of(name, owner.columns()).toBuilder()
                .constraint(check)
                .build();
        Schema canonical = dialect.canonical(new SchemaBuilder().table(alone).build());
        CheckConstraint told = canonical.tables().get(name).checks().get(0);
        return form.apply(SqlWriter.verbatim(told.expression()));
    }

    private static String same() {
        return "k.CONSTRAINT_SCHEMA = c.CONSTRAINT_SCHEMA AND k.CONSTRAINT_NAME = c.CONSTRAINT_NAME";
    }

    private String on(String alias, QualifiedName name) {
        Identifier namespace = name.namespace();
        SqlWriter sql = dialect.writer().sql(alias + ".TABLE_NAME =").string(name.name().value());
        sql.sql("AND " + alias + ".TABLE_SCHEMA =");
        return (namespace == null ? sql.sql(home) : sql.string(namespace.value())).toString();
    }

    private void columns(SqlWriter sql, String type, QualifiedName table, List<Identifier> columns) {
        sql.sql("AND c.CONSTRAINT_TYPE =").string(type);
        sql.sql("AND " + columns.size() + " = (SELECT COUNT(*)" + VIEW + "KEY_COLUMN_USAGE k WHERE " + same() + ")");
        for (Identifier column : columns) {
            sql.sql("AND").string(column.value());
            sql.sql("IN (SELECT k.COLUMN_NAME" + VIEW + "CONSTRAINT_COLUMN_USAGE k WHERE " + same() + " AND")
                    .sql(on("k", table) + ")");
        }
    }
}
