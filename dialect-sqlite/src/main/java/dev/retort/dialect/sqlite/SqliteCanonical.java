// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.RetortException;
import dev.retort.dialect.sqlite.text.SqliteName;
import dev.retort.operation.SqlMapping;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.Deferrability;
import dev.retort.schema.EnumType;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Generated;
import dev.retort.schema.Identifier;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.Literal;
import dev.retort.schema.MatchType;
import dev.retort.schema.Options;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.SqlText;
import dev.retort.schema.Table;
import dev.retort.schema.TableBuilder;
import dev.retort.schema.TableConstraint;
import dev.retort.schema.Trigger;
import dev.retort.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The schema that is read back after creating one: each rule of SQLite's that loses or adds something, once. */
final class SqliteCanonical {

    /** Up to so many tables, other threads are not worth their start. */
    private static final int FEW = 100;

    private final SqliteTypes types;
    private final DefaultTexts defaults;
    private final EnumChecks enums;

    SqliteCanonical(SqliteTypes types, SqliteSyntax syntax) {
        this.types = types;
        this.defaults = new DefaultTexts(syntax);
        this.enums = new EnumChecks(syntax);
    }

    Schema schema(Schema schema) {
        SchemaBuilder result = new SchemaBuilder();
        Collection<Table> tables = schema.tables().values();
        (tables.size() > FEW ? tables.parallelStream() : tables.stream())
                .map(table -> table(table, schema))
                .toList()
                .forEach(result::table);
        schema.views().values().forEach(view -> result.view(CanonicalObjects.view(view)));
        schema.triggers()
                .values()
                .forEach(
                        trigger -> result.trigger(CanonicalObjects.trigger(trigger, spelled(trigger.table(), schema))));
        schema.others().values().forEach(other -> result.other(CanonicalObjects.other(other)));
        return result.build();
    }

    /**
     * @param table  a table
     * @param schema where its enum types and the tables that it refers to are
     * @return its canonical form
     */
    Table table(Table table, Schema schema) {
        Options options = SqliteOptions.canonical(table.options());
        boolean strict = options.flag(SqliteOptions.DIALECT, SqliteOptions.STRICT);
        ColumnSpelling spelling = new ColumnSpelling(table);
        TableBuilder result = new TableBuilder(table.name()).options(options);
        for (Column column : table.columns()) {
            result.column(column(column, table, strict, spelling));
        }
        table.constraints().forEach(constraint -> result.constraint(constraint(constraint, table, schema, spelling)));
        for (Column column : table.columns()) {
            enums.check(column, schema)
                    .map(check -> check(check, spelling))
                    .filter(check -> table.checks().stream()
                            .noneMatch(
                                    other -> check(other, spelling).expression().equals(check.expression())))
                    .ifPresent(result::constraint);
        }
        table.indexes().forEach(index -> result.index(index(index, table, spelling)));
        return result.build();
    }

    Index index(Index index, Table table) {
        return index(index, table, new ColumnSpelling(table));
    }

    private static Index index(Index index, Table table, ColumnSpelling spelling) {
        return SqlMapping.index(CanonicalObjects.index(index, name -> spelled(name, table)), spelling::canonical);
    }

    /** The triggers of a table, in canonical form. */
    List<Trigger> triggers(QualifiedName table, Schema schema) {
        return triggers(schema).stream()
                .filter(trigger -> same(trigger.table().name(), table.name()))
                .toList();
    }

    List<Trigger> triggers(Schema schema) {
        return schema.triggers().values().stream()
                .map(trigger -> CanonicalObjects.trigger(trigger, spelled(trigger.table(), schema)))
                .toList();
    }

    /**
     * @param constraint a constraint of the table
     * @param table      gives the spelling of columns
     * @param schema     gives the spelling of other tables
     * @return its canonical form
     */
    TableConstraint constraint(TableConstraint constraint, Table table, Schema schema) {
        return constraint(constraint, table, schema, new ColumnSpelling(table));
    }

    private static TableConstraint constraint(
            TableConstraint constraint, Table table, Schema schema, ColumnSpelling spelling) {
        if (constraint instanceof PrimaryKey key) {
            return new PrimaryKey(
                    key.name(),
                    spelled(key.columns(), table),
                    Deferrability.NOT_DEFERRABLE,
                    SqliteOptions.canonical(key.options()));
        }
        if (constraint instanceof UniqueConstraint unique) {
            return new UniqueConstraint(
                    unique.name(),
                    spelled(unique.columns(), table),
                    Deferrability.NOT_DEFERRABLE,
                    SqliteOptions.canonical(unique.options()));
        }
        if (constraint instanceof CheckConstraint check) {
            return check(check, spelling);
        }
        return constraint instanceof ForeignKey key ? foreignKey(key, table, schema) : constraint;
    }

    private Column column(Column column, Table table, boolean strict, ColumnSpelling spelling) {
        boolean inKey = isInKey(column, table.primaryKey());
        boolean numbered = column.identity() != null && inKey;
        DataType type = numbered ? new DataType.Integer() : types.canonical(column.type(), strict);
        Generated generated = column.generated();
        boolean nullable = column.nullable() && !inKey;
        Options options = SqliteOptions.canonical(column.options());
        return new Column(
                column.name(),
                type,
                nullable,
                generated != null ? null : defaults.canonical(column.defaultValue(), type),
                numbered ? Identity.DEFAULT : null,
                generated == null
                        ? null
                        : new Generated(
                                spelling.canonical(SqlExpressions.canonical(generated.expression())),
                                generated.stored()),
                null,
                nullable
                        ? options.with(SqliteOptions.DIALECT, SqliteOptions.NOT_NULL_NAME, null)
                                .with(SqliteOptions.DIALECT, SqliteOptions.NOT_NULL_ON_CONFLICT, null)
                        : options);
    }

    private static boolean isInKey(Column column, @Nullable PrimaryKey key) {
        if (key != null) {
            for (Identifier name : key.columns()) {
                if (same(name, column.name())) {
                    return true;
                }
            }
        }
        return false;
    }

    static CheckConstraint check(CheckConstraint check, ColumnSpelling spelling) {
        return new CheckConstraint(
                check.name(),
                spelling.canonical(SqlExpressions.canonical(check.expression())),
                Deferrability.NOT_DEFERRABLE,
                true,
                SqliteOptions.canonical(check.options()));
    }

    /** References follow the spelling of what they refer to, and name the columns even if the text leaves them out. */
    private static ForeignKey foreignKey(ForeignKey key, Table table, Schema schema) {
        Table referred = same(key.referredTable().name(), table.name().name())
                ? table
                : find(key.referredTable(), schema).orElse(null);
        List<Identifier> columns = key.referredColumns();
        PrimaryKey target = referred == null ? null : referred.primaryKey();
        if (columns.isEmpty()
                && target != null
                && target.columns().size() == key.columns().size()) {
            columns = target.columns();
        }
        return new ForeignKey(
                key.name(),
                spelled(key.columns(), table),
                referred == null ? key.referredTable() : referred.name(),
                referred == null ? columns : spelled(columns, referred),
                key.onDelete(),
                key.onUpdate(),
                MatchType.SIMPLE,
                key.deferrability(),
                true,
                Options.NONE);
    }

    static Optional<Table> find(QualifiedName name, Schema schema) {
        return schema.table(name)
                .or(() -> schema.tables().values().stream()
                        .filter(table -> same(table.name().name(), name.name()))
                        .findFirst());
    }

    private static QualifiedName spelled(QualifiedName name, Schema schema) {
        return find(name, schema)
                .map(Table::name)
                .or(() -> schema.views().keySet().stream()
                        .filter(view -> same(view.name(), name.name()))
                        .findFirst())
                .orElse(name);
    }

    private static List<Identifier> spelled(Collection<Identifier> names, Table table) {
        List<Identifier> result = new ArrayList<>(names.size());
        for (Identifier name : names) {
            result.add(spelled(name, table));
        }
        return result;
    }

    private static Identifier spelled(Identifier name, Table table) {
        return column(table, name).map(Column::name).orElse(name);
    }

    static Optional<Column> column(Table table, Identifier name) {
        return table.column(name)
                .or(() -> table.columns().stream()
                        .filter(column -> same(column.name(), name))
                        .findFirst());
    }

    static boolean same(@Nullable Identifier one, @Nullable Identifier other) {
        return one != null && other != null && SqliteName.same(one.value(), other.value());
    }

    /** Checks that stand for enum types. */
    record EnumChecks(SqliteSyntax syntax) {

        Optional<CheckConstraint> check(Column column, Schema schema) {
            if (!(column.type() instanceof DataType.Enum type)) {
                return Optional.empty();
            }
            List<String> values = values(type, schema);
            if (values.isEmpty()) {
                // Going on without the check would let every word in.
                throw new RetortException(Finding.error(
                        ErrorCode.UNKNOWN_SCHEMA,
                        "The values of enum type " + type.name() + " of column " + column.name()
                                + " are not known here, so SQLite cannot check them."));
            }
            List<String> literals = values.stream()
                    .map(value -> syntax.literal(new Literal.Text(value)))
                    .toList();
            String expression = syntax.quote(column.name().value()) + " IN (" + String.join(", ", literals) + ")";
            return Optional.of(new CheckConstraint(
                    null, SqlText.verbatim(expression), Deferrability.NOT_DEFERRABLE, true, Options.NONE));
        }

        static List<String> values(DataType.Enum type, Schema schema) {
            QualifiedName name = type.name();
            EnumType named = name == null ? null : schema.enums().get(name);
            return named == null ? type.values() : named.values();
        }
    }
}
