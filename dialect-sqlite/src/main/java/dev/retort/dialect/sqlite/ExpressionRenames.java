// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import dev.retort.dialect.SqlWriter;
import dev.retort.dialect.StandardSyntax;
import dev.retort.dialect.sqlite.text.CreateIndexText;
import dev.retort.dialect.sqlite.text.ReferenceRenamer;
import dev.retort.dialect.sqlite.text.SchemaText;
import dev.retort.dialect.sqlite.text.SqliteTextException;
import dev.retort.dialect.sqlite.text.TableColumns;
import dev.retort.operation.SqlMapping;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlText;
import dev.retort.schema.Table;
import java.util.List;

/** Lets renames of columns into the expressions of a table, where the schema has the old names still. */
final class ExpressionRenames {

    private ExpressionRenames() {}

    static Table apply(Table table, List<ColumnTrail.Rename> renames) {
        Table result = table;
        for (ColumnTrail.Rename rename : renames) {
            if (SqliteCanonical.column(table, rename.from()).isEmpty()) {
                result = SqlMapping.table(result, sql -> renamed(sql, table.name(), rename));
            }
        }
        return result;
    }

    /** An index on the expression is a statement in which the renamer knows whose the columns are. */
    static SqlText renamed(SqlText sql, QualifiedName table, ColumnTrail.Rename rename) {
        String name = new StandardSyntax().quote(table.name().value());
        String text = "CREATE INDEX i ON " + name + " ((" + SqlExpressions.closed(SqlWriter.verbatim(sql)) + "))";
        try {
            String result = new ReferenceRenamer(TableColumns.unknown())
                    .renameColumn(
                            text,
                            table.name().value(),
                            rename.from().value(),
                            rename.to().value())
                    .text();
            return SchemaText.parse(result) instanceof CreateIndexText index
                    ? SqlExpressions.canonical(
                            SqlText.verbatim(index.parts().get(0).expression().text()))
                    : sql;
        } catch (SqliteTextException unreadable) {
            return sql;
        }
    }
}
