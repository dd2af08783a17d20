// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import dev.retort.dialect.sqlite.text.ColumnConstraintText;
import dev.retort.dialect.sqlite.text.ColumnText;
import dev.retort.dialect.sqlite.text.CreateTableText;
import dev.retort.dialect.sqlite.text.TableConstraintText;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.Generated;
import dev.retort.schema.Identifier;
import dev.retort.schema.Identity;
import dev.retort.schema.Options;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlText;
import dev.retort.schema.Table;
import dev.retort.schema.TableBuilder;
import dev.retort.schema.TableConstraint;
import java.util.ArrayList;
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
        TableBuilder table = new TableBuilder(QualifiedName.of(text.name().name()));
        text.columns().forEach(column -> table.column(column(text, column)));
        for (ColumnText column : text.columns()) {
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
        return table.options(options).build();
    }

    /** A constraint as the model has it; empty for a name with nothing behind it. */
    Optional<TableConstraint> constraint(CreateTableText table, TableConstraintText text) {
        return constraints.ofTable(table, text);
    }

    Optional<TableConstraint> constraint(ColumnText column, int clause) {
        return constraints.ofColumn(column, column.constraints(), clause);
    }

    private Column column(CreateTableText table, ColumnText text) {
        String collation = text.last(ColumnConstraintText.Collate.class)
                .map(clause -> clause.collation().name())
                .orElse(null);
        DataType type = types.withCollation(types.parse(text.typeText()), collation);
        boolean nullable = text.last(ColumnConstraintText.NotNull.class).isEmpty();
        Generated generated = text.last(ColumnConstraintText.Generated.class)
                .map(clause ->
                        new Generated(SqlText.verbatim(clause.expression().text()), clause.stored()))
                .orElse(null);
        Identity identity = isNumbered(table, text) ? Identity.DEFAULT : null;
        Column column = new Column(
                new Identifier(text.name().name()), type, nullable, null, identity, generated, null, notNull(text));
        boolean hasDefault = generated == null && identity == null;
        return text.last(ColumnConstraintText.Default.class)
                .filter(clause -> hasDefault)
                .map(clause -> column.withDefault(defaults.read(clause.value().text())))
                .orElse(column);
    }

    private static boolean isNumbered(CreateTableText table, ColumnText column) {
        boolean inColumn = column.last(ColumnConstraintText.PrimaryKey.class)
                .map(ColumnConstraintText.PrimaryKey::autoincrement)
                .orElse(false);
        return inColumn
                || table.constraints().stream()
                        .anyMatch(constraint -> constraint instanceof TableConstraintText.PrimaryKey key
                                && key.autoincrement()
                                && key.parts().get(0).column() != null
                                && key.parts().get(0).column().is(column.name().name()));
    }

    private static Options notNull(ColumnText text) {
        List<ColumnConstraintText.NotNull> found = new ArrayList<>();
        text.last(ColumnConstraintText.NotNull.class).ifPresent(found::add);
        Options options = Options.NONE;
        for (ColumnConstraintText.NotNull clause : found) {
            options = options.with(SqliteOptions.DIALECT, SqliteOptions.NOT_NULL_NAME, name(clause))
                    .with(
                            SqliteOptions.DIALECT,
                            SqliteOptions.NOT_NULL_ON_CONFLICT,
                            ConstraintReader.word(clause.conflict()));
        }
        return options;
    }

    private static @Nullable String name(ColumnConstraintText clause) {
        return clause.name() == null ? null : clause.name().name();
    }
}
