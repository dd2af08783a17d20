// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import dev.retort.dialect.sqlite.text.ColumnConstraintText;
import dev.retort.dialect.sqlite.text.ColumnText;
import dev.retort.dialect.sqlite.text.CreateTableText;
import dev.retort.dialect.sqlite.text.NameText;
import dev.retort.dialect.sqlite.text.TableConstraintText;
import dev.retort.schema.Column;
import dev.retort.schema.Generated;
import dev.retort.schema.Identifier;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.Options;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlText;
import dev.retort.schema.Table;
import dev.retort.schema.TableBuilder;
import dev.retort.schema.TableConstraint;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes a table of its CREATE TABLE text. */
final class TableReader {

    private final SqliteTypes types;
    private final DefaultTexts defaults;
    private final ConstraintReader constraints = new ConstraintReader();

    TableReader(SqliteTypes types, DefaultTexts defaults) {
        this.types = types;
        this.defaults = defaults;
    }

    /** The table, without indexes and not yet in canonical form. */
    Table table(CreateTableText text) {
        return table(text, List.of());
    }

    /** The table with its indexes, not yet in canonical form. */
    Table table(CreateTableText text, List<Index> indexes) {
        TableBuilder table = new TableBuilder(QualifiedName.of(text.name().name()));
        Optional<NameText> numbered = numbered(text);
        for (ColumnText column : text.columns()) {
            boolean isNumbered =
                    numbered.isPresent() && numbered.get().is(column.name().name());
            table.column(column(column, isNumbered));
            List<ColumnConstraintText> clauses = column.constraints();
            for (int i = 0; i < clauses.size(); i++) {
                constraints.ofColumn(column, clauses, i).ifPresent(table::constraint);
            }
        }
        for (TableConstraintText constraint : text.constraints()) {
            constraint(text, constraint).ifPresent(table::constraint);
        }
        Options options = Options.NONE;
        if (text.strict()) {
            options = options.with(SqliteOptions.DIALECT, SqliteOptions.STRICT, true);
        }
        if (text.withoutRowid()) {
            options = options.with(SqliteOptions.DIALECT, SqliteOptions.WITHOUT_ROWID, true);
        }
        return table.indexes(indexes).options(options).build();
    }

    /** A constraint as the model has it; empty for a name with nothing behind it. */
    Optional<TableConstraint> constraint(CreateTableText table, TableConstraintText text) {
        return constraints.ofTable(table, text);
    }

    Optional<TableConstraint> constraint(ColumnText column, int clause) {
        return constraints.ofColumn(column, column.constraints(), clause);
    }

    private Column column(ColumnText text, boolean numberedByTable) {
        String collation = null;
        boolean numbered = numberedByTable;
        ColumnConstraintText.NotNull notNull = null;
        ColumnConstraintText.Default defaultClause = null;
        Generated generated = null;
        // Where SQLite lets a clause come twice, the last one holds.
        for (ColumnConstraintText clause : text.constraints()) {
            if (clause instanceof ColumnConstraintText.NotNull found) {
                notNull = found;
            } else if (clause instanceof ColumnConstraintText.Default found) {
                defaultClause = found;
            } else if (clause instanceof ColumnConstraintText.Collate found) {
                collation = found.collation().name();
            } else if (clause instanceof ColumnConstraintText.PrimaryKey key) {
                numbered = numberedByTable || key.autoincrement();
            } else if (clause instanceof ColumnConstraintText.Generated found) {
                generated = new Generated(SqlText.verbatim(found.expression().text()), found.stored());
            }
        }
        boolean hasDefault = defaultClause != null && generated == null && !numbered;
        return new Column(
                new Identifier(text.name().name()),
                types.withCollation(types.parse(text.typeText()), collation),
                notNull == null,
                hasDefault ? defaults.read(defaultClause.value().text()) : null,
                numbered ? Identity.DEFAULT : null,
                generated,
                null,
                notNull == null ? Options.NONE : options(notNull));
    }

    /** The column that a PRIMARY KEY behind all columns numbers. */
    private static Optional<NameText> numbered(CreateTableText table) {
        for (TableConstraintText constraint : table.constraints()) {
            if (constraint instanceof TableConstraintText.PrimaryKey key && key.autoincrement()) {
                return Optional.ofNullable(key.parts().get(0).column());
            }
        }
        return Optional.empty();
    }

    private static Options options(ColumnConstraintText.NotNull clause) {
        return Options.NONE
                .with(SqliteOptions.DIALECT, SqliteOptions.NOT_NULL_NAME, name(clause))
                .with(
                        SqliteOptions.DIALECT,
                        SqliteOptions.NOT_NULL_ON_CONFLICT,
                        ConstraintReader.word(clause.conflict()));
    }

    private static @Nullable String name(ColumnConstraintText clause) {
        return clause.name() == null ? null : clause.name().name();
    }
}
