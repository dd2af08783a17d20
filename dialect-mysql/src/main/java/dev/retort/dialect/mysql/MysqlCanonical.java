// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.dialect.Capability;
import dev.retort.dialect.mysql.text.SqlTexts;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.Deferrability;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Generated;
import dev.retort.schema.Identifier;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.IndexKey;
import dev.retort.schema.IndexPart;
import dev.retort.schema.MatchType;
import dev.retort.schema.Options;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.SqlText;
import dev.retort.schema.Table;
import dev.retort.schema.TableBuilder;
import dev.retort.schema.TableConstraint;
import dev.retort.schema.UniqueConstraint;
import dev.retort.schema.View;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The schema that is read back after creating one: each rule of the server's that loses or adds something, once. */
final class MysqlCanonical {

    /** Engines whose indexes are hash tables unless they say otherwise. */
    private static final Set<String> HASHING = Set.of("memory", "heap");

    private final Flavor flavor;
    private final MysqlTypes types;
    private final MysqlOptions options;
    private final Collations collations;

    /**
     * @param usual the collation of a table that says none, or null to leave every collation as it is
     */
    MysqlCanonical(Flavor flavor, @Nullable String usual) {
        this.flavor = flavor;
        this.types = new MysqlTypes(flavor);
        this.options = new MysqlOptions(flavor);
        this.collations = new Collations(flavor, options, usual);
    }

    Schema schema(Schema schema) {
        SchemaBuilder result = new SchemaBuilder();
        result.namespaces().addAll(schema.namespaces());
        schema.tables().values().forEach(table -> result.table(table(table, schema)));
        views(schema, result);
        new TriggerForm(options).canonical(schema).forEach(result::trigger);
        RoutineTexts routines = new RoutineTexts(collations, types);
        schema.routines().values().forEach(routine -> result.routine(routines.canonical(routine)));
        schema.others().values().forEach(result::other);
        return result.build();
    }

    Table table(Table table, Schema schema) {
        Options own = collations.table(options.canonical(table.options()));
        TableBuilder result = new TableBuilder(table.name())
                .comment(table.comment() == null || table.comment().isEmpty() ? null : table.comment())
                .options(own)
                .columns(table.columns().stream()
                        .map(column -> column(column, table, own, schema))
                        .toList());
        PrimaryKey key = table.primaryKey();
        if (key != null) {
            result.primaryKey(primaryKey(key, own));
        }
        table.uniques().forEach(unique -> result.constraint(unique(unique, table)));
        table.foreignKeys().forEach(foreignKey -> result.constraint(foreignKey(foreignKey, table, schema)));
        if (flavor.hasChecks()) {
            table.checks().forEach(check -> result.constraint(check(check)));
        }
        for (Index index : table.indexes()) {
            Index plain = index(index, own);
            if (isConstraint(plain)) {
                result.constraint(unique(plain, table));
            } else if (!isOfForeignKey(plain, table)) {
                result.index(plain);
            }
        }
        return result.build();
    }

    private PrimaryKey primaryKey(PrimaryKey key, Options table) {
        return new PrimaryKey(
                null, key.columns(), Deferrability.NOT_DEFERRABLE, withoutUsualUse(key.options(), true, table));
    }

    UniqueConstraint unique(UniqueConstraint unique, Table table) {
        return new UniqueConstraint(
                ServerNames.isGiven(unique, table, flavor.isMariaDb()) ? null : unique.name(),
                unique.columns(),
                Deferrability.NOT_DEFERRABLE,
                options.canonical(unique.options()));
    }

    private UniqueConstraint unique(Index index, Table table) {
        return unique(
                new UniqueConstraint(index.name(), columns(index), Deferrability.NOT_DEFERRABLE, Options.NONE), table);
    }

    /** An index and a unique constraint are one thing here; what a constraint cannot say stays an index. */
    static boolean isConstraint(Index index) {
        return index.unique()
                && isPlain(index)
                && index.comment() == null
                && index.options().isEmpty();
    }

    static boolean isPlain(Index index) {
        return index.parts().stream()
                        .allMatch(part -> part.key() instanceof IndexKey.OfColumn
                                && !part.descending()
                                && part.options().isEmpty())
                && new HashSet<>(columns(index)).size() == index.parts().size();
    }

    static List<Identifier> columns(Index index) {
        return index.parts().stream()
                .filter(part -> part.key() instanceof IndexKey.OfColumn)
                .map(part -> ((IndexKey.OfColumn) part.key()).name())
                .toList();
    }

    /** The index that a foreign key brings along is not told apart from one of the same name and columns. */
    static boolean isOfForeignKey(Index index, Table table) {
        Identifier name = index.name();
        return name != null
                && !index.unique()
                && isPlain(index)
                && index.comment() == null
                && index.options().isEmpty()
                && !isSupported(columns(index), name, table)
                && table.foreignKeys().stream()
                        .filter(key -> key.columns().equals(columns(index)))
                        .anyMatch(key -> name.equals(key.name())
                                || (ServerNames.isGiven(key, table, false)
                                        && ServerNames.isAfter(
                                                name.value(),
                                                key.columns().get(0).value())));
    }

    /** Whether another index begins with these columns, so that the server makes none for a foreign key. */
    static boolean isSupported(List<Identifier> columns, @Nullable Identifier but, Table table) {
        PrimaryKey key = table.primaryKey();
        return (key != null && startsWith(key.columns(), columns))
                || table.uniques().stream().anyMatch(unique -> startsWith(unique.columns(), columns))
                || table.indexes().stream()
                        .filter(index -> !(but != null && but.equals(index.name()))
                                && index.options().isEmpty())
                        .anyMatch(index -> isPlain(index) && startsWith(columns(index), columns));
    }

    private static boolean startsWith(List<Identifier> all, List<Identifier> first) {
        return all.size() >= first.size() && all.subList(0, first.size()).equals(first);
    }

    ForeignKey foreignKey(ForeignKey key, Table table, Schema schema) {
        Table referred = key.referredTable().equals(table.name())
                ? table
                : schema.table(key.referredTable()).orElse(null);
        PrimaryKey target = referred == null ? null : referred.primaryKey();
        List<Identifier> columns = key.referredColumns().isEmpty()
                        && target != null
                        && target.columns().size() == key.columns().size()
                ? target.columns()
                : key.referredColumns();
        return new ForeignKey(
                ServerNames.isGiven(key, table, flavor.isMariaDb()) ? null : key.name(),
                key.columns(),
                key.referredTable(),
                columns,
                action(key.onDelete()),
                action(key.onUpdate()),
                MatchType.SIMPLE,
                Deferrability.NOT_DEFERRABLE,
                true,
                Options.NONE);
    }

    /** InnoDB checks at once either way. */
    private static ReferentialAction action(ReferentialAction action) {
        return action == ReferentialAction.RESTRICT ? ReferentialAction.NO_ACTION : action;
    }

    /** A constraint other than a primary key, in its plain form. */
    TableConstraint constraint(TableConstraint constraint, Table table, Schema schema) {
        if (constraint instanceof UniqueConstraint unique) {
            return unique(unique, table);
        }
        if (constraint instanceof CheckConstraint check) {
            return check(check);
        }
        return constraint instanceof ForeignKey key ? foreignKey(key, table, schema) : constraint;
    }

    CheckConstraint check(CheckConstraint check) {
        return new CheckConstraint(
                ServerNames.isGiven(check, flavor.isMariaDb()) ? null : check.name(),
                text(check.expression()),
                Deferrability.NOT_DEFERRABLE,
                true,
                options.canonical(check.options()));
    }

    /** MariaDB's beginning and end of a row's time are no expressions. */
    private static SqlText text(Generated generated) {
        String row = MysqlColumns.rowTime(generated);
        return row == null ? text(generated.expression()) : SqlText.verbatim(row);
    }

    static SqlText text(SqlText text) {
        return text instanceof SqlText.Verbatim verbatim ? SqlText.verbatim(SqlTexts.expression(verbatim.sql())) : text;
    }

    Index index(Index index, Options table) {
        Options own = withoutUsualUse(index.options(), index.unique(), table);
        String comment = index.comment();
        return new Index(
                index.name(),
                index.parts().stream().map(this::part).toList(),
                index.unique(),
                null,
                comment == null || comment.isEmpty() ? null : comment,
                own);
    }

    private Options withoutUsualUse(Options index, boolean unique, Options table) {
        Options own = options.canonical(index);
        String engine = options.text(table, MysqlOptions.ENGINE).toLowerCase(Locale.ROOT);
        String using = options.text(own, MysqlOptions.USING).toLowerCase(Locale.ROOT);
        return engine.isEmpty() || isUsualUse(using, engine, unique, flavor)
                ? options.canonical(options.with(own, MysqlOptions.USING, ""))
                : own;
    }

    /**
     * Whether an index is of this kind unless it says another. MariaDB itself makes a hash table of what is unique and too
     * long for a tree, and elsewhere none.
     */
    static boolean isUsualUse(String using, String engine, boolean unique, Flavor flavor) {
        boolean hashing = HASHING.contains(engine);
        return using.equals(hashing ? "hash" : "btree") || (flavor.isMariaDb() && unique && !hashing);
    }

    private IndexPart part(IndexPart part) {
        IndexKey key = part.key() instanceof IndexKey.OfExpression expression
                ? new IndexKey.OfExpression(text(expression.sql()))
                : part.key();
        boolean descending = part.descending() && flavor.capabilities().contains(Capability.DESCENDING_INDEX);
        return new IndexPart(key, descending, null, null, options.canonical(part.options()));
    }

    Column column(Column column, Table table, Options own, Schema schema) {
        PrimaryKey key = table.primaryKey();
        boolean inKey = key != null && key.columns().contains(column.name());
        DataType type = collations.column(types.canonical(column.type(), schema), own);
        Generated generated = column.generated();
        String comment = column.comment();
        long width = flavor.isMariaDb() ? DisplayWidth.of(column.type()) : 0;
        Options said = width > 0 ? options.with(column.options(), MysqlOptions.DISPLAY_WIDTH, width) : column.options();
        Options kept = collations.column(options.canonical(said), own);
        return new Column(
                column.name(),
                type,
                column.nullable() && !inKey && column.identity() == null,
                generated != null || column.identity() != null
                        ? null
                        : DefaultTexts.canonical(column.defaultValue(), type),
                column.identity() == null ? null : Identity.DEFAULT,
                generated == null ? null : new Generated(text(generated), generated.stored()),
                comment == null || comment.isEmpty() ? null : comment,
                flavor.hasInvisibleColumns()
                        ? kept
                        : options.canonical(options.with(kept, MysqlOptions.INVISIBLE, "")));
    }

    /** A view on a view needs the columns of that one first. */
    private void views(Schema schema, SchemaBuilder result) {
        Map<String, List<String>> columns = new HashMap<>();
        schema.tables()
                .forEach((name, table) -> columns.put(
                        name.name().value(),
                        table.columns().stream()
                                .filter(column -> !isHidden(column))
                                .map(column -> column.name().value())
                                .toList()));
        Set<QualifiedName> left = new HashSet<>(schema.views().keySet());
        for (int round = 0; round <= schema.views().size() && !left.isEmpty(); round++) {
            boolean last = round == schema.views().size();
            for (View view : schema.views().values()) {
                if (!left.contains(view.name())) {
                    continue;
                }
                ViewForm.Plain plain =
                        new ViewForm(options).canonical(view, name -> columns.getOrDefault(name, List.of()));
                if (!plain.columns().isEmpty() || last) {
                    columns.put(view.name().name().value(), plain.columns());
                    result.view(plain.view());
                    left.remove(view.name());
                }
            }
        }
    }

    private static boolean isHidden(Column column) {
        return column.options().flag("mysql", MysqlOptions.INVISIBLE)
                || column.options().flag("mariadb", MysqlOptions.INVISIBLE);
    }
}
