// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import dev.retort.dialect.SqlWriter;
import dev.retort.dialect.sqlite.text.SqliteLexer;
import dev.retort.dialect.sqlite.text.Token;
import dev.retort.schema.Identifier;
import dev.retort.schema.Index;
import dev.retort.schema.IndexKey;
import dev.retort.schema.IndexPart;
import dev.retort.schema.Options;
import dev.retort.schema.OtherObject;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlText;
import dev.retort.schema.Trigger;
import dev.retort.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Canonical forms of indexes, views, triggers and virtual tables. */
final class CanonicalObjects {

    private CanonicalObjects() {}

    static Index index(Index index, UnaryOperator<Identifier> spelled) {
        SqlText where = index.where();
        List<IndexPart> parts = new ArrayList<>(index.parts().size());
        for (IndexPart part : index.parts()) {
            parts.add(part(part, spelled));
        }
        return new Index(
                index.name(),
                parts,
                index.unique(),
                where == null ? null : SqlExpressions.bare(where),
                null,
                SqliteOptions.canonical(index.options()));
    }

    private static IndexPart part(IndexPart part, UnaryOperator<Identifier> spelled) {
        IndexKey key = part.key() instanceof IndexKey.OfColumn column
                ? new IndexKey.OfColumn(spelled.apply(column.name()))
                : new IndexKey.OfExpression(SqlExpressions.bare(((IndexKey.OfExpression) part.key()).sql()));
        String collation = part.collation();
        return new IndexPart(
                key,
                part.descending(),
                null,
                collation == null ? null : SqliteTypes.collationName(collation),
                Options.NONE);
    }

    static View view(View view) {
        return new View(view.name(), view.columns(), SqlExpressions.statement(view.query()), false, null, Options.NONE);
    }

    static Trigger trigger(Trigger trigger, QualifiedName table) {
        SqlText when = trigger.when();
        return new Trigger(
                trigger.name(),
                table,
                trigger.timing(),
                trigger.events(),
                trigger.updateOf(),
                true,
                when == null ? null : SqlExpressions.canonical(when),
                body(trigger.body()),
                null,
                Options.NONE);
    }

    /** A single statement is put between BEGIN and END. */
    private static SqlText body(SqlText body) {
        SqlText trimmed = SqlExpressions.statement(body);
        String sql = SqlWriter.verbatim(trimmed);
        List<Token> tokens = SqliteLexer.significant(sql);
        boolean complete = !tokens.isEmpty() && tokens.get(0).is("BEGIN");
        return complete ? trimmed : SqlText.verbatim("BEGIN\n    " + SqlExpressions.closed(sql) + ";\nEND");
    }

    static OtherObject other(OtherObject other) {
        return ObjectReader.virtualTable(other.name(), SqlExpressions.statement(other.definition()));
    }
}
