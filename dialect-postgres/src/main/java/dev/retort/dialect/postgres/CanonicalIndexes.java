// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.dialect.SqlWriter;
import dev.retort.dialect.postgres.text.Names;
import dev.retort.schema.Column;
import dev.retort.schema.Index;
import dev.retort.schema.IndexKey;
import dev.retort.schema.IndexPart;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.SqlText;
import dev.retort.schema.Table;
import dev.retort.schema.TextAttributes;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Canonical forms of a table's indexes. */
final class CanonicalIndexes {

    private final Table table;
    private final PostgresTypes types;

    CanonicalIndexes(Table table, PostgresTypes types) {
        this.table = table;
        this.types = types;
    }

    PrimaryKey primaryKey(PrimaryKey key) {
        return new PrimaryKey(key.name(), key.columns(), key.deferrability(), PostgresOptions.canonical(key.options()));
    }

    SqlText expression(SqlText text) {
        return Expressions.canonical(text, table, types);
    }

    Index index(Index index) {
        SqlText where = index.where();
        return new Index(
                index.name(),
                index.parts().stream().map(this::part).toList(),
                index.unique(),
                where == null ? null : expression(where),
                PostgresCanonical.comment(index.comment()),
                PostgresOptions.canonical(index.options()));
    }

    /** NULLs sort as if they were larger than everything else, and a part has the collation of its column. */
    IndexPart part(IndexPart part) {
        IndexKey key = part.key();
        if (key instanceof IndexKey.OfExpression expression) {
            SqlText text = expression(expression.sql());
            key = column(text)
                    .<IndexKey>map(column -> new IndexKey.OfColumn(column.name()))
                    .orElseGet(() -> new IndexKey.OfExpression(text));
        }
        IndexPart.NullsOrder usual = part.descending() ? IndexPart.NullsOrder.FIRST : IndexPart.NullsOrder.LAST;
        String collation = part.collation();
        boolean own = key instanceof IndexKey.OfColumn column && Objects.equals(collation, collation(column));
        return new IndexPart(
                key,
                part.descending(),
                part.nulls() == usual ? null : part.nulls(),
                own ? null : collation,
                PostgresOptions.canonical(part.options()));
    }

    private Optional<Column> column(SqlText text) {
        String sql = SqlWriter.verbatim(text);
        return table.columns().stream()
                .filter(column -> Names.quoted(column.name().value()).equals(sql))
                .findFirst();
    }

    private @Nullable String collation(IndexKey.OfColumn key) {
        return table.column(key.name())
                .map(column -> TextAttributes.of(column.type()).collation())
                .orElse(null);
    }
}
