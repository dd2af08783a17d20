// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.dialect.ConstraintClauses;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.SqlWriter;
import dev.retort.dialect.mysql.text.Quote;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identifier;
import dev.retort.schema.Index;
import dev.retort.schema.IndexKey;
import dev.retort.schema.IndexPart;
import dev.retort.schema.Options;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Constraints and indexes as they stand in CREATE TABLE, and behind ADD in ALTER TABLE. */
final class MysqlParts extends ConstraintClauses {

    private final MysqlOptions options;
    private final Flavor flavor;

    MysqlParts(Dialect dialect, Flavor flavor) {
        super(dialect);
        this.flavor = flavor;
        this.options = new MysqlOptions(flavor);
    }

    @Override
    public void primaryKey(SqlWriter sql, PrimaryKey key) {
        String[] lengths = options.text(key.options(), MysqlOptions.LENGTHS).split(",", -1);
        String[] directions =
                options.text(key.options(), MysqlOptions.DIRECTIONS).split(",", -1);
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < key.columns().size(); i++) {
            String length = i < lengths.length ? lengths[i].strip() : "";
            boolean descending = i < directions.length && directions[i].strip().equalsIgnoreCase("desc");
            columns.add(Quote.name(key.columns().get(i).value())
                    + (length.isEmpty() ? "" : "(" + length + ")")
                    + (descending ? " DESC" : ""));
        }
        overlaps(key.options()).ifPresent(columns::add);
        sql.sql("PRIMARY KEY (" + String.join(", ", columns) + ")");
        using(sql, key.options());
        String comment = options.text(key.options(), MysqlOptions.COMMENT);
        if (!comment.isEmpty()) {
            sql.sql("COMMENT").string(comment);
        }
    }

    private Optional<String> overlaps(Options own) {
        String period = options.text(own, MysqlOptions.WITHOUT_OVERLAPS);
        return period.isEmpty() ? Optional.empty() : Optional.of(Quote.name(period) + " WITHOUT OVERLAPS");
    }

    @Override
    public void unique(SqlWriter sql, UniqueConstraint unique) {
        sql.sql("UNIQUE KEY");
        if (unique.name() != null) {
            sql.name(unique.name());
        }
        List<String> columns = new ArrayList<>(unique.columns().stream()
                .map(column -> Quote.name(column.value()))
                .toList());
        overlaps(unique.options()).ifPresent(columns::add);
        sql.sql("(" + String.join(", ", columns) + ")");
    }

    @Override
    public void references(SqlWriter sql, ForeignKey foreignKey) {
        sql.sql("REFERENCES").name(foreignKey.referredTable());
        if (!foreignKey.referredColumns().isEmpty()) {
            sql.names(foreignKey.referredColumns());
        }
        action(sql, "ON DELETE", foreignKey.onDelete());
        action(sql, "ON UPDATE", foreignKey.onUpdate());
    }

    @Override
    public void action(SqlWriter sql, String event, ReferentialAction action) {
        if (action != ReferentialAction.RESTRICT) {
            super.action(sql, event, action);
        }
    }

    @Override
    public void check(SqlWriter sql, CheckConstraint check) {
        name(sql, check.name());
        sql.sql("CHECK").parenthesized(check.expression());
        sql.sqlIf(options.flag(check.options(), MysqlOptions.NOT_ENFORCED), "NOT ENFORCED");
    }

    /** Writes an index: {@code [UNIQUE] KEY name (parts) options}. */
    void index(SqlWriter sql, Index index) {
        String type = options.text(index.options(), MysqlOptions.TYPE);
        sql.sql(type.toUpperCase(Locale.ROOT)).sqlIf(index.unique(), "UNIQUE").sql("KEY");
        if (index.name() != null) {
            sql.name(index.name());
        }
        List<Consumer<SqlWriter>> parts = new ArrayList<>();
        index.parts().forEach(part -> parts.add(writer -> part(writer, part)));
        overlaps(index.options()).ifPresent(words -> parts.add(writer -> writer.sql(words)));
        sql.list(parts, (writer, part) -> part.accept(writer));
        using(sql, index.options());
        String parser = options.text(index.options(), MysqlOptions.PARSER);
        if (!parser.isEmpty()) {
            sql.sql("WITH PARSER").name(new Identifier(parser));
        }
        if (index.comment() != null && !index.comment().isEmpty()) {
            sql.sql("COMMENT").string(index.comment());
        }
        String hidden = flavor.isMariaDb() ? MysqlOptions.IGNORED : MysqlOptions.INVISIBLE;
        sql.sqlIf(options.flag(index.options(), hidden), hidden.toUpperCase(Locale.ROOT));
    }

    private void using(SqlWriter sql, Options own) {
        String using = options.text(own, MysqlOptions.USING);
        sql.sqlIf(!using.isEmpty(), "USING " + using.toUpperCase(Locale.ROOT));
    }

    private void part(SqlWriter sql, IndexPart part) {
        if (part.key() instanceof IndexKey.OfColumn column) {
            sql.name(column.name());
            String length = options.text(part.options(), MysqlOptions.LENGTH);
            if (!length.isEmpty()) {
                sql.append("(" + length + ")");
            }
        } else if (part.key() instanceof IndexKey.OfExpression expression) {
            sql.parenthesized(expression.sql());
        }
        sql.sqlIf(part.descending(), "DESC");
    }

    static Index plainIndex(String name, List<Identifier> columns) {
        return Index.of(name, columns.stream().map(Identifier::value).toArray(String[]::new));
    }
}
