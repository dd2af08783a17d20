// SPDX-License-Identifier: Apache-2.0
package com.example.retort.h2;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.SqlWriter;
import dev.retort.dialect.UnicodeEscapes;
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

/** A constraint whose name H2 chose. It is looked up when the statement runs, so that a script needs no connection. */
record UnnamedConstraint(Dialect dialect, Table table, TableConstraint constraint) {

    private static final String SAME = ".CONSTRAINT_SCHEMA = c.CONSTRAINT_SCHEMA AND %s.CONSTRAINT_NAME = c.CONSTRAINT_NAME";

    /** Writes an ALTER TABLE whose last word is looked up by what the constraint says. */
    void drop(SqlWriter sql) {
        String alter = dialect.writer().sql("ALTER TABLE").name(table.name()).sql("DROP CONSTRAINT ").toString();
        sql.sql("EXECUTE IMMEDIATE").string(alter).sql("|| (SELECT QUOTE_IDENT(MIN(c.CONSTRAINT_NAME))");
        sql.sql("FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS c WHERE").sql(on("c", table.name()));
        sql.sql("AND c.CONSTRAINT_NAME REGEXP").string(H2Canonical.CHOSEN_NAME.pattern());
        if (constraint instanceof UniqueConstraint unique) {
            columns(sql, "UNIQUE", unique.columns());
        } else if (constraint instanceof ForeignKey key) {
            columns(sql, "FOREIGN KEY", key.columns());
            sql.sql("AND EXISTS (SELECT 1 FROM INFORMATION_SCHEMA.REFERENTIAL_CONSTRAINTS r")
                    .sql("JOIN INFORMATION_SCHEMA.TABLE_CONSTRAINTS u ON u.CONSTRAINT_SCHEMA = r.UNIQUE_CONSTRAINT_SCHEMA")
                    .sql("AND u.CONSTRAINT_NAME = r.UNIQUE_CONSTRAINT_NAME WHERE")
                    .sql(same("r"))
                    .sql("AND")
                    .sql(on("u", key.referredTable()))
                    .append(")");
        } else if (constraint instanceof CheckConstraint check) {
            sql.sql("AND EXISTS (SELECT 1 FROM INFORMATION_SCHEMA.CHECK_CONSTRAINTS k WHERE")
                    .sql(same("k"))
                    .sql("AND REGEXP_REPLACE(k.CHECK_CLAUSE,")
                    .string(H2Inspector.TYPED_NUMBER)
                    .append(", '$1$2') =")
                    .string(clause(check))
                    .append(")");
        }
        sql.append(")");
    }

    private static String same(String alias) {
        return alias + SAME.formatted(alias);
    }

    private String on(String alias, QualifiedName name) {
        Identifier namespace = name.namespace();
        SqlWriter sql = dialect.writer().sql(alias + ".TABLE_NAME =").string(name.name().value());
        sql.sql("AND " + alias + ".TABLE_SCHEMA =");
        return (namespace == null ? sql.sql("SCHEMA()") : sql.string(namespace.value())).toString();
    }

    private void columns(SqlWriter sql, String type, List<Identifier> columns) {
        sql.sql("AND c.CONSTRAINT_TYPE =").string(type);
        sql.sql("AND " + columns.size() + " = (SELECT COUNT(*) FROM INFORMATION_SCHEMA.KEY_COLUMN_USAGE k WHERE")
                .sql(same("k"))
                .append(")");
        for (Identifier column : columns) {
            sql.sql("AND")
                    .string(column.value())
                    .sql("IN (SELECT k.COLUMN_NAME FROM INFORMATION_SCHEMA.CONSTRAINT_COLUMN_USAGE k WHERE")
                    .sql(same("k"))
                    .sql("AND")
                    .sql(on("k", table.name()))
                    .append(")");
        }
    }

    /** The check as H2 tells it. */
    private String clause(CheckConstraint check) {
        Table alone = Table.of(table.name(), table.columns()).toBuilder().constraint(check).build();
        Schema schema = new SchemaBuilder().table(alone).build();
        Table told = dialect.canonical(schema).tables().get(table.name());
        return UnicodeEscapes.encode(SqlWriter.verbatim(told.checks().get(0).expression()));
    }
}
