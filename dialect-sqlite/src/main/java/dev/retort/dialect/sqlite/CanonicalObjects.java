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
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Canonical forms of indexes, views, triggers and virtual tables. */
final class CanonicalObjects {

    private CanonicalObjects() {}

    static Index index(Index index, UnaryOperator<Identifier> spelled, UnaryOperator<SqlText> expressions) {
        List<IndexPart> parts = Kept.each(index.parts(), part -> part(part, spelled, expressions));
        SqlText where = index.where() == null
                ? null
                : Kept.equal(index.where(), expressions.apply(SqlExpressions.bare(index.where())));
        Options options = SqliteOptions.canonical(index.options());
        boolean kept = parts == index.parts()
                && where == index.where()
                && index.comment() == null
                && options == index.options();
        return kept ? index : new Index(index.name(), parts, index.unique(), where, null, options);
    }

    private static IndexPart part(
            IndexPart part, UnaryOperator<Identifier> spelled, UnaryOperator<SqlText> expressions) {
        IndexKey key = key(part.key(), spelled, expressions);
        String collation = part.collation() == null ? null : SqliteTypes.collationName(part.collation());
        boolean kept = key == part.key()
                && part.nulls() == null
                && Objects.equals(collation, part.collation())
                && part.options().isEmpty();
        return kept ? part : new IndexPart(key, part.descending(), null, collation, Options.NONE);
    }

    private static IndexKey key(IndexKey key, UnaryOperator<Identifier> spelled, UnaryOperator<SqlText> expressions) {
        if (key instanceof IndexKey.OfExpression expression) {
            return Kept.equal(key, new IndexKey.OfExpression(expressions.apply(SqlExpressions.bare(expression.sql()))));
        }
        Identifier name = ((IndexKey.OfColumn) key).name();
        Identifier after = spelled.apply(name);
        return after == name ? key : new IndexKey.OfColumn(after);
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
