// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.SqlWriter;
import dev.retort.dialect.Statement;
import dev.retort.schema.Identifier;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Foreign keys of other tables that are dropped while columns change to which they refer, and are added again then. */
final class ReferringKeys {

    private final Dialect dialect;
    private final MysqlWords words;
    private final Table referred;
    private final Set<Identifier> columns;
    private final List<Statement> drops = new ArrayList<>();
    private final List<Statement> additions = new ArrayList<>();

    /**
     * @param referred the table as it was
     * @param columns  those that change, as they were called
     */
    ReferringKeys(Dialect dialect, MysqlWords words, Table referred, Set<Identifier> columns) {
        this.dialect = dialect;
        this.words = words;
        this.referred = referred;
        this.columns = columns;
    }

    /**
     * Goes through the foreign keys of another table.
     *
     * @param before its parts with the columns as they were called
     * @param after  the same parts with the columns as they will be called
     */
    void add(QualifiedName table, TableParts before, TableParts after) {
        for (int i = 0; i < before.foreignKeys().size(); i++) {
            TableParts.Reference old = before.foreignKeys().get(i);
            TableParts.Reference now = after.foreignKeys().get(i);
            if (old.plain().referredTable().equals(referred.name())
                    && ForeignKeyColumns.referred(old.plain(), referred).stream()
                            .anyMatch(columns::contains)) {
                drops.add(alter(table, sql -> sql.sql("DROP FOREIGN KEY").name(old.name())));
                additions.add(alter(table, sql -> words.parts.foreignKey(sql.sql("ADD"), now.written())));
            }
        }
    }

    private Statement alter(QualifiedName table, Consumer<SqlWriter> clause) {
        SqlWriter sql = dialect.writer().sql("ALTER TABLE").name(table);
        clause.accept(sql);
        return new Statement.Sql(sql.toString());
    }

    List<Statement> drops() {
        return drops;
    }

    List<Statement> additions() {
        return additions;
    }
}
