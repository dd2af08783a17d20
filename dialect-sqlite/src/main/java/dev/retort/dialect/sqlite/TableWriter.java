// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import dev.retort.dialect.SqlWriter;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.Deferrability;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Generated;
import dev.retort.schema.Identifier;
import dev.retort.schema.Options;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.Table;
import dev.retort.schema.TableConstraint;
import dev.retort.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes tables in canonical form. */
final class TableWriter {

    private final SqliteSyntax syntax;
    private final SqliteTypes types;
    private final DefaultTexts defaults;

    TableWriter(SqliteSyntax syntax, SqliteTypes types) {
        this.syntax = syntax;
        this.types = types;
        this.defaults = new DefaultTexts(syntax);
    }

    /**
     * @param table canonical
     * @param words what stands before the name, such as {@code CREATE TABLE IF NOT EXISTS}
     */
    String table(Table table, String words) {
        List<String> parts = new ArrayList<>();
        table.columns().forEach(column -> parts.add(column(column, table)));
        table.constraints()
                .filter(constraint -> !inColumn(constraint, table))
                .forEach(constraint -> parts.add(constraint(constraint)));
        SqlWriter out = writer().sql(words).name(table.name()).block(parts, (writer, part) -> writer.append(part));
        return out.append(options(table)).toString();
    }

    private static String options(Table table) {
        List<String> words = new ArrayList<>();
        if (table.options().flag(SqliteOptions.DIALECT, SqliteOptions.STRICT)) {
            words.add("STRICT");
        }
        if (table.options().flag(SqliteOptions.DIALECT, SqliteOptions.WITHOUT_ROWID)) {
            words.add("WITHOUT ROWID");
        }
        return words.isEmpty() ? "" : " " + String.join(", ", words);
    }

    /** Whether a primary key has to stand in its column: AUTOINCREMENT and DESC mean something only there. */
    static boolean inColumn(TableConstraint constraint, Table table) {
        return constraint instanceof PrimaryKey key
                && key.columns().size() == 1
                && (key.options().forDialect(SqliteOptions.DIALECT).containsKey(SqliteOptions.ORDER)
                        || SqliteCanonical.column(table, key.columns().get(0))
                                .filter(column -> column.identity() != null)
                                .isPresent());
    }

    /** A column with its name, everything that belongs to it, and a primary key that has to stand in it. */
    String column(Column column, Table table) {
        SqlWriter out = writer().name(column.name()).sql(types.render(column.type()));
        SqliteTypes.collation(column.type()).ifPresent(collation -> out.sql(collate(collation)));
        boolean numbered = column.identity() != null;
        if (!column.nullable() && !numbered) {
            out.sql(notNull(column));
        }
        PrimaryKey key = table.primaryKey();
        if (key != null && inColumn(key, table) && key.columns().get(0).equals(column.name())) {
            out.sql(named(key.name()) + "PRIMARY KEY")
                    .sqlIf(ordered(key.options(), 0), "DESC")
                    .sql(conflict(key.options(), SqliteOptions.ON_CONFLICT))
                    .sqlIf(numbered, "AUTOINCREMENT");
        }
        DefaultValue value = column.defaultValue();
        if (value != null) {
            out.sql(defaultClause(value));
        }
        Generated generated = column.generated();
        if (generated != null) {
            out.sql("GENERATED ALWAYS AS")
                    .sql(SqlExpressions.parenthesized(generated.expression()))
                    .sql(generated.stored() ? "STORED" : "VIRTUAL");
        }
        return out.toString();
    }

    String collate(String collation) {
        boolean builtIn = collation.equals("NOCASE") || collation.equals("RTRIM") || collation.equals("BINARY");
        return "COLLATE " + (builtIn ? collation : syntax.quote(collation));
    }

    String notNull(Column column) {
        String name = column.options()
                .text(SqliteOptions.DIALECT, SqliteOptions.NOT_NULL_NAME)
                .map(text -> "CONSTRAINT " + syntax.quote(text) + " ")
                .orElse("");
        String conflict = conflict(column.options(), SqliteOptions.NOT_NULL_ON_CONFLICT);
        return name + "NOT NULL" + (conflict.isEmpty() ? "" : " " + conflict);
    }

    String defaultClause(DefaultValue value) {
        return "DEFAULT " + defaultText(value);
    }

    /** What stands behind DEFAULT, which is an expression wherever one may stand. */
    String defaultText(DefaultValue value) {
        return defaults.write(value);
    }

    /** A constraint as it stands behind the columns. */
    String constraint(TableConstraint constraint) {
        SqlWriter out = writer().sql(named(constraint.name()).strip());
        if (constraint instanceof PrimaryKey key) {
            return out.sql("PRIMARY KEY")
                    .sql(parts(key.columns(), key.options()))
                    .toString();
        }
        if (constraint instanceof UniqueConstraint unique) {
            return out.sql("UNIQUE")
                    .sql(parts(unique.columns(), unique.options()))
                    .toString();
        }
        if (constraint instanceof CheckConstraint check) {
            return out.sql("CHECK")
                    .sql(SqlExpressions.parenthesized(check.expression()))
                    .sql(conflict(check.options(), SqliteOptions.ON_CONFLICT))
                    .toString();
        }
        ForeignKey key = (ForeignKey) constraint;
        return out.sql("FOREIGN KEY").names(key.columns()).sql(references(key)).toString();
    }

    /** The clause from REFERENCES on. */
    String references(ForeignKey key) {
        SqlWriter out = writer().sql("REFERENCES").name(key.referredTable());
        if (!key.referredColumns().isEmpty()) {
            out.names(key.referredColumns());
        }
        return out.sqlIf(
                        key.onDelete() != ReferentialAction.NO_ACTION,
                        "ON DELETE " + key.onDelete().sql())
                .sqlIf(
                        key.onUpdate() != ReferentialAction.NO_ACTION,
                        "ON UPDATE " + key.onUpdate().sql())
                .sqlIf(key.deferrability() == Deferrability.INITIALLY_DEFERRED, "DEFERRABLE INITIALLY DEFERRED")
                .sqlIf(key.deferrability() == Deferrability.INITIALLY_IMMEDIATE, "DEFERRABLE INITIALLY IMMEDIATE")
                .toString();
    }

    String named(@Nullable Identifier name) {
        return name == null ? "" : "CONSTRAINT " + syntax.quote(name.value()) + " ";
    }

    private String parts(List<Identifier> columns, Options options) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            int index = i;
            SqlWriter part = writer().name(columns.get(i));
            item(options, SqliteOptions.COLLATIONS, index)
                    .filter(collation -> !collation.isEmpty())
                    .ifPresent(collation -> part.sql(collate(collation)));
            texts.add(part.sqlIf(ordered(options, index), "DESC").toString());
        }
        String conflict = conflict(options, SqliteOptions.ON_CONFLICT);
        return "(" + String.join(", ", texts) + ")" + (conflict.isEmpty() ? "" : " " + conflict);
    }

    private static boolean ordered(Options options, int index) {
        return item(options, SqliteOptions.ORDER, index).filter("desc"::equals).isPresent();
    }

    private static Optional<String> item(Options options, String key, int index) {
        Object value = options.forDialect(SqliteOptions.DIALECT).get(key);
        return value instanceof List<?> list && index < list.size()
                ? Optional.of(list.get(index).toString())
                : Optional.empty();
    }

    private static String conflict(Options options, String key) {
        return options.text(SqliteOptions.DIALECT, key)
                .map(word -> "ON CONFLICT " + word.toUpperCase(Locale.ROOT))
                .orElse("");
    }

    private SqlWriter writer() {
        return new SqlWriter(syntax);
    }
}
