// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.RetortException;
import dev.retort.dialect.sqlite.text.SqliteName;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.DefaultValue;
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

    private static final DataType INTEGER = new DataType.Integer();

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
        result.tables().putAll(schema.tables());
        Collection<Table> tables = schema.tables().values();
        (tables.size() > FEW ? tables.parallelStream() : tables.stream())
                .<Table>mapMulti((table, changed) -> {
                    Table canonical = table(table, schema);
                    if (canonical != table) {
                        changed.accept(canonical);
                    }
                })
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
        List<Column> columns = Kept.each(table.columns(), column -> column(column, table, strict, spelling));
        PrimaryKey key = table.primaryKey() == null ? null : primaryKey(table.primaryKey(), table);
        List<UniqueConstraint> uniques = Kept.each(table.uniques(), unique -> unique(unique, table));
        List<ForeignKey> foreignKeys = Kept.each(table.foreignKeys(), each -> foreignKey(each, table, schema));
        List<CheckConstraint> checks = Kept.each(table.checks(), check -> check(check, spelling));
        checks = withEnums(checks, table, schema, spelling);
        List<Index> indexes = Kept.each(table.indexes(), index -> index(index, table, spelling));
        boolean kept = options == table.options()
                && columns == table.columns()
                && key == table.primaryKey()
                && uniques == table.uniques()
                && foreignKeys == table.foreignKeys()
                && checks == table.checks()
                && indexes == table.indexes()
                && table.comment() == null;
        return kept
                ? table
                : new Table(
                        table.name(),
                        columns,
                        key,
                        uniques,
                        foreignKeys,
                        checks,
                        table.exclusions(),
                        indexes,
                        null,
                        options);
    }

    private List<CheckConstraint> withEnums(
            List<CheckConstraint> checks, Table table, Schema schema, ColumnSpelling spelling) {
        List<CheckConstraint> result = checks;
        for (Column column : table.columns()) {
            if (column.type() instanceof DataType.Enum) {
                CheckConstraint check = enums.check(column, schema)
                        .map(made -> check(made, spelling))
                        .filter(made -> checks.stream()
                                .noneMatch(other -> other.expression().equals(made.expression())))
                        .orElse(null);
                if (check != null) {
                    result = new ArrayList<>(result);
                    result.add(check);
                }
            }
        }
        return result;
    }

    Index index(Index index, Table table) {
        return index(index, table, new ColumnSpelling(table));
    }

    private static Index index(Index index, Table table, ColumnSpelling spelling) {
        return CanonicalObjects.index(index, name -> spelled(name, table), spelling::canonical);
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
        if (constraint instanceof PrimaryKey key) {
            return primaryKey(key, table);
        }
        if (constraint instanceof UniqueConstraint unique) {
            return unique(unique, table);
        }
        if (constraint instanceof CheckConstraint check) {
            return check(check, new ColumnSpelling(table));
        }
        return constraint instanceof ForeignKey key ? foreignKey(key, table, schema) : constraint;
    }

    private static PrimaryKey primaryKey(PrimaryKey key, Table table) {
        List<Identifier> columns = spelled(key.columns(), table);
        Options options = SqliteOptions.canonical(key.options());
        boolean kept = columns == key.columns()
                && options == key.options()
                && key.deferrability() == Deferrability.NOT_DEFERRABLE;
        return kept ? key : new PrimaryKey(key.name(), columns, Deferrability.NOT_DEFERRABLE, options);
    }

    private static UniqueConstraint unique(UniqueConstraint unique, Table table) {
        return Kept.equal(
                unique,
                new UniqueConstraint(
                        unique.name(),
                        spelled(unique.columns(), table),
                        Deferrability.NOT_DEFERRABLE,
                        SqliteOptions.canonical(unique.options())));
    }

    private Column column(Column column, Table table, boolean strict, ColumnSpelling spelling) {
        boolean inKey = isInKey(column, table.primaryKey());
        boolean numbered = column.identity() != null && inKey;
        DataType type = numbered ? INTEGER : types.canonical(column.type(), strict);
        Generated generated = column.generated() == null ? null : generated(column.generated(), spelling);
        DefaultValue value = generated != null ? null : defaults.canonical(column.defaultValue(), type);
        Identity identity = numbered ? Identity.DEFAULT : null;
        boolean nullable = column.nullable() && !inKey;
        Options options = SqliteOptions.canonical(column.options());
        if (nullable) {
            options = options.with(SqliteOptions.DIALECT, SqliteOptions.NOT_NULL_NAME, null)
                    .with(SqliteOptions.DIALECT, SqliteOptions.NOT_NULL_ON_CONFLICT, null);
        }
        boolean kept = type == column.type()
                && nullable == column.nullable()
                && value == column.defaultValue()
                && identity == column.identity()
                && generated == column.generated()
                && column.comment() == null
                && options == column.options();
        return kept ? column : new Column(column.name(), type, nullable, value, identity, generated, null, options);
    }

    private static Generated generated(Generated generated, ColumnSpelling spelling) {
        SqlText expression = spelling.canonical(SqlExpressions.canonical(generated.expression()));
        return Kept.equal(generated, new Generated(expression, generated.stored()));
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
        return Kept.equal(
                check,
                new CheckConstraint(
                        check.name(),
                        spelling.canonical(SqlExpressions.canonical(check.expression())),
                        Deferrability.NOT_DEFERRABLE,
                        true,
                        SqliteOptions.canonical(check.options())));
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
        List<Identifier> own = spelled(key.columns(), table);
        QualifiedName name = referred == null ? key.referredTable() : Kept.equal(key.referredTable(), referred.name());
        columns = referred == null ? columns : spelled(columns, referred);
        boolean kept = own == key.columns()
                && name == key.referredTable()
                && columns == key.referredColumns()
                && key.match() == MatchType.SIMPLE
                && key.validated()
                && key.options().isEmpty();
        return kept
                ? key
                : new ForeignKey(
                        key.name(),
                        own,
                        name,
                        columns,
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

    private static List<Identifier> spelled(List<Identifier> names, Table table) {
        return Kept.each(names, name -> spelled(name, table));
    }

    private static Identifier spelled(Identifier name, Table table) {
        return Kept.equal(name, column(table, name).map(Column::name).orElse(name));
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
