// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import dev.retort.dialect.ServerVersion;
import dev.retort.dialect.SqlWriter;
import dev.retort.dialect.Statement;
import dev.retort.dialect.sqlite.text.SqliteLexer;
import dev.retort.dialect.sqlite.text.TableMentions;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.ConstraintKind;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Generated;
import dev.retort.schema.Identifier;
import dev.retort.schema.Index;
import dev.retort.schema.IndexKey;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.SqlText;
import dev.retort.schema.Table;
import dev.retort.schema.TableConstraint;
import dev.retort.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Changes a table by SQLite's own ALTER TABLE, where all of the change can be had that way.
 *
 * @see <a href="https://www.sqlite.org/lang_altertable.html">ALTER TABLE</a>
 */
final class NativeAlterations {

    private final SqliteWords words;
    private final TableChange change;
    private final boolean dropsColumns;
    private final boolean altersConstraints;
    private final List<TableConstraint> inline = new ArrayList<>();

    private NativeAlterations(SqliteWords words, ServerVersion version, TableChange change) {
        this.words = words;
        this.change = change;
        this.dropsColumns = version.isAtLeast(3, 35);
        this.altersConstraints = version.isAtLeast(3, 53);
    }

    /** The statements, or empty if the table has to be made anew. */
    static Optional<List<Statement>> of(SqliteWords words, ServerVersion version, TableChange change) {
        NativeAlterations alterations = new NativeAlterations(words, version, change);
        return alterations.possible() ? Optional.of(alterations.statements()) : Optional.empty();
    }

    private boolean possible() {
        Table base = change.base();
        Table target = change.target();
        return change.values().isEmpty()
                && base.options().equals(target.options())
                && inOrder()
                && change.removed().stream().allMatch(this::droppable)
                && target.columns().stream().filter(change::isKept).allMatch(this::alterable)
                && change.removedConstraints().stream().allMatch(this::removable)
                && change.addedConstraints().stream().allMatch(this::addable)
                && change.added().stream().allMatch(this::addable);
    }

    /** Columns that stay keep their order, and new ones come last. */
    private boolean inOrder() {
        List<Identifier> expected = Stream.concat(
                        change.base().columns().stream()
                                .filter(column -> !change.removed().contains(column)),
                        change.added().stream())
                .map(Column::name)
                .toList();
        return expected.equals(
                change.target().columns().stream().map(Column::name).toList());
    }

    private boolean droppable(Column column) {
        String name = column.name().value();
        Table base = change.base();
        boolean used = base.constraints().anyMatch(constraint -> uses(constraint, column))
                || base.columns().stream()
                        .map(Column::generated)
                        .anyMatch(generated -> generated != null && mentions(generated.expression(), name))
                || base.indexes().stream()
                        .filter(index -> change.target().indexes().contains(index))
                        .anyMatch(index -> uses(index, column));
        return dropsColumns && !used && base.columns().size() > 1;
    }

    private static boolean uses(TableConstraint constraint, Column column) {
        if (constraint instanceof CheckConstraint check) {
            return mentions(check.expression(), column.name().value());
        }
        return columns(constraint).contains(column.name());
    }

    static List<Identifier> columns(TableConstraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return key.columns();
        }
        if (constraint instanceof UniqueConstraint unique) {
            return unique.columns();
        }
        return constraint instanceof ForeignKey key ? key.columns() : List.of();
    }

    private static boolean uses(Index index, Column column) {
        SqlText where = index.where();
        return (where != null && mentions(where, column.name().value()))
                || index.parts().stream()
                        .anyMatch(part -> part.key() instanceof IndexKey.OfColumn key
                                ? key.name().equals(column.name())
                                : mentions(
                                        ((IndexKey.OfExpression) part.key()).sql(),
                                        column.name().value()));
    }

    private static boolean mentions(SqlText sql, String column) {
        return TableMentions.mentions(SqlWriter.verbatim(sql), column);
    }

    /** A column that stays is as it was, or differs in its NOT NULL alone. */
    private boolean alterable(Column column) {
        Column old = change.base().column(column.name()).orElseThrow();
        if (old.equals(column)) {
            return change.trail().using(column.name()).isEmpty();
        }
        boolean otherwiseEqual = old.withNullable(column.nullable()).equals(column);
        return altersConstraints && otherwiseEqual && (old.nullable() || keepsComments());
    }

    /** What SQLite takes out of a text it takes out with the comment behind it. */
    private boolean keepsComments() {
        return SqliteLexer.tokens(change.text()).stream()
                .noneMatch(token -> token.kind().isComment());
    }

    private boolean removable(TableConstraint constraint) {
        return altersConstraints
                && constraint.kind() == ConstraintKind.CHECK
                && constraint.name() != null
                && keepsComments();
    }

    private boolean addable(TableConstraint constraint) {
        List<Column> added = change.added();
        if (constraint instanceof ForeignKey key) {
            return key.columns().size() == 1
                    && added.stream()
                            .anyMatch(
                                    column -> column.name().equals(key.columns().get(0)))
                    && inline.add(key);
        }
        if (!(constraint instanceof CheckConstraint check) || !check.options().isEmpty()) {
            return false;
        }
        return belongsTo(check).isPresent() ? inline.add(check) : altersConstraints;
    }

    /** The new column that a check is about, if it is about no other. */
    private Optional<Column> belongsTo(CheckConstraint check) {
        List<Column> named = change.target().columns().stream()
                .filter(column -> mentions(check.expression(), column.name().value()))
                .toList();
        return named.size() == 1 && change.added().contains(named.get(0))
                ? Optional.of(named.get(0))
                : Optional.empty();
    }

    private boolean addable(Column column) {
        DefaultValue value = column.defaultValue();
        Generated generated = column.generated();
        boolean constant = value == null || value instanceof DefaultValue.Constant;
        boolean refers =
                inline.stream().anyMatch(constraint -> columns(constraint).contains(column.name()));
        return column.identity() == null
                && constant
                && (column.nullable() || (value != null && generated == null))
                && (generated == null || !generated.stored())
                && !(refers && value != null);
    }

    private List<Statement> statements() {
        List<Statement> out = new ArrayList<>();
        Table base = change.base();
        Table target = change.target();
        base.indexes().stream()
                .filter(index -> !target.indexes().contains(index))
                .forEach(index -> out.add(sql("DROP INDEX " + quoted(ObjectTexts.name(index)))));
        change.removedConstraints()
                .forEach(constraint -> out.add(alter("DROP CONSTRAINT "
                        + quoted(Objects.requireNonNull(constraint.name(), "only named ones are dropped so")))));
        change.removed().forEach(column -> out.add(alter("DROP COLUMN " + quoted(column.name()))));
        for (Column column : target.columns()) {
            base.column(column.name())
                    .filter(old -> change.isKept(column) && old.nullable() != column.nullable())
                    .ifPresent(old -> out.add(alter("ALTER COLUMN " + quoted(column.name())
                            + (column.nullable() ? " DROP NOT NULL" : " SET NOT NULL"))));
        }
        change.added().forEach(column -> out.add(alter("ADD COLUMN " + definition(column))));
        change.addedConstraints().stream()
                .filter(constraint -> !inline.contains(constraint))
                .forEach(constraint -> out.add(alter("ADD " + words.tables.constraint(constraint))));
        target.indexes().stream()
                .filter(index -> !base.indexes().contains(index))
                .forEach(index -> out.add(sql(words.objects.index(target.name(), index, false))));
        return out;
    }

    private String definition(Column column) {
        StringBuilder text = new StringBuilder(words.tables.column(column, change.target()));
        for (TableConstraint constraint : inline) {
            if (constraint instanceof ForeignKey key && key.columns().contains(column.name())) {
                text.append(' ').append(words.tables.named(key.name())).append(words.tables.references(key));
            } else if (constraint instanceof CheckConstraint check
                    && belongsTo(check).filter(column::equals).isPresent()) {
                text.append(' ').append(words.tables.constraint(check));
            }
        }
        return text.toString();
    }

    private Statement alter(String action) {
        return sql("ALTER TABLE " + quoted(change.target().name().name()) + " " + action);
    }

    private static Statement sql(String text) {
        return new Statement.Sql(text);
    }

    private String quoted(Identifier name) {
        return words.syntax.quote(name.value());
    }
}
