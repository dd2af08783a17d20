// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import dev.retort.dialect.SqlSyntax;
import dev.retort.dialect.SqlWriter;
import dev.retort.schema.Identifier;
import dev.retort.schema.Index;
import dev.retort.schema.IndexKey;
import dev.retort.schema.IndexPart;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlText;
import dev.retort.schema.Trigger;
import dev.retort.schema.View;
import java.util.Objects;

/** Writes indexes, views and triggers in canonical form. */
final class ObjectWriter {

    private final SqlSyntax syntax;
    private final TableWriter tables;

    ObjectWriter(SqlSyntax syntax, TableWriter tables) {
        this.syntax = syntax;
        this.tables = tables;
    }

    String index(QualifiedName table, Index index, boolean ifNotExists) {
        Identifier name = Objects.requireNonNull(index.name(), "an index must have a name");
        SqlWriter out = writer().sql("CREATE")
                .sqlIf(index.unique(), "UNIQUE")
                .sql("INDEX")
                .sqlIf(ifNotExists, "IF NOT EXISTS")
                .name(name)
                .sql("ON")
                .name(table)
                .list(index.parts(), this::part);
        SqlText where = index.where();
        return (where == null ? out : out.sql("WHERE").text(where)).toString();
    }

    private void part(SqlWriter out, IndexPart part) {
        if (part.key() instanceof IndexKey.OfColumn column) {
            out.name(column.name());
        } else {
            out.sql(SqlExpressions.closed(SqlWriter.verbatim(((IndexKey.OfExpression) part.key()).sql())));
        }
        String collation = part.collation();
        if (collation != null) {
            out.sql(tables.collate(collation));
        }
        out.sqlIf(part.descending(), "DESC");
    }

    String view(View view, boolean ifNotExists) {
        SqlWriter out =
                writer().sql("CREATE VIEW").sqlIf(ifNotExists, "IF NOT EXISTS").name(view.name());
        if (!view.columns().isEmpty()) {
            out.names(view.columns());
        }
        return out.sql("AS").text(view.query()).toString();
    }

    String trigger(Trigger trigger, boolean ifNotExists) {
        SqlWriter out = writer().sql("CREATE TRIGGER")
                .sqlIf(ifNotExists, "IF NOT EXISTS")
                .name(trigger.name())
                .sql(trigger.timing().name().replace('_', ' '))
                .sql(trigger.events().iterator().next().name());
        if (!trigger.updateOf().isEmpty()) {
            out.sql("OF").join(trigger.updateOf(), (writer, column) -> writer.name(column));
        }
        out.sql("ON").name(trigger.table()).sql("FOR EACH ROW");
        SqlText when = trigger.when();
        if (when != null) {
            out.sql("WHEN").sql(SqlExpressions.parenthesized(when));
        }
        return out.newLine().text(trigger.body()).toString();
    }

    private SqlWriter writer() {
        return new SqlWriter(syntax);
    }
}
