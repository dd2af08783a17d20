// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.dialect.postgres.text.Names;
import dev.retort.schema.Column;
import dev.retort.schema.Identifier;
import dev.retort.schema.Options;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells which names of constraints NOT NULL somebody has wished. PostgreSQL chooses such names itself, and leaves them when
 * the table or the column is renamed, so that a name which looks chosen is nobody's wish. But it never chooses one that
 * another constraint of the namespace has: where a column has the name that is the usual one of a column of another table,
 * and that one has it, too, it was copied, as {@code CREATE TABLE ... (LIKE ...)} does.
 */
final class NotNullNames {

    private static final Pattern CHOSEN = Pattern.compile(".*_not_null[0-9]*", Pattern.DOTALL);

    private final Schema schema;
    private final boolean haveNames;
    private @Nullable Set<QualifiedName> usual;
    private @Nullable Inheritance inheritance;

    /**
     * Knows the columns of all tables.
     *
     * @param schema    a schema whose tables have all their columns
     * @param haveNames whether the server has names for such constraints
     */
    NotNullNames(Schema schema, boolean haveNames) {
        this.schema = schema;
        this.haveNames = haveNames;
    }

    /** Whether a name, as SQL, may be one that the server has chosen; one that children do not inherit is not. */
    static boolean isChosen(String option) {
        return CHOSEN.matcher(name(option)).matches();
    }

    private static String name(String option) {
        return Names.qualified(option).name().value();
    }

    static String usual(QualifiedName table, Identifier column) {
        return DefaultNames.made(table.name().value(), column.value(), "not_null");
    }

    /** A column's options, without a name that nobody has wished. */
    Options wished(Options options, Table table, Column column, boolean nullable) {
        String option = PostgresOptions.text(options, PostgresOptions.NOT_NULL);
        if (option.isEmpty()) {
            return options;
        }
        boolean wished = !isChosen(option) || PostgresColumns.isAlone(column);
        if (wished && !nullable) {
            return options;
        }
        boolean kept = haveNames && !nullable && (isInherited(table, column) || isCopied(name(option), table, column));
        return kept ? options : options.with(PostgresOptions.DIALECT, PostgresOptions.NOT_NULL, null);
    }

    private boolean isInherited(Table table, Column column) {
        if (Inheritance.parents(table).isEmpty()) {
            return false;
        }
        if (inheritance == null) {
            inheritance = new Inheritance(schema);
        }
        return inheritance.inherited(table).containsKey(column.name());
    }

    private boolean isCopied(String name, Table table, Column column) {
        if (usual == null) {
            usual = usual();
        }
        return !name.equals(usual(table.name(), column.name()))
                && usual.contains(table.name().sibling(new Identifier(name)));
    }

    /** The usual names of those columns whose constraints have them; what is inherited has the names of the parents. */
    private Set<QualifiedName> usual() {
        Set<QualifiedName> names = new HashSet<>();
        for (Table table : schema.tables().values()) {
            if (!Inheritance.parents(table).isEmpty()) {
                continue;
            }
            for (Column column : table.columns()) {
                boolean named = PostgresOptions.text(column.options(), PostgresOptions.NOT_NULL)
                        .isEmpty();
                if (named && !Nullability.of(schema, table.name(), column)) {
                    names.add(table.name().sibling(new Identifier(usual(table.name(), column.name()))));
                }
            }
        }
        return names;
    }

    /** The names, as SQL, that columns of a namespace say for their constraints. */
    static Set<String> said(Schema schema, QualifiedName neighbour) {
        Set<String> said = new HashSet<>();
        for (Table table : schema.tables().values()) {
            if (Objects.equals(table.name().namespace(), neighbour.namespace())) {
                table.columns()
                        .forEach(column -> said.add(PostgresOptions.text(column.options(), PostgresOptions.NOT_NULL)));
            }
        }
        return said;
    }

    /** A table with usual names said where PostgreSQL would choose others, because columns of other tables have these. */
    static Table named(Table table, Schema before) {
        Set<String> said = said(before, table.name());
        Set<Identifier> key = table.primaryKey() == null
                ? Set.of()
                : Set.copyOf(table.primaryKey().columns());
        return table.toBuilder()
                .mapColumns(
                        column -> named(column, table.name(), said, column.nullable() && !key.contains(column.name())))
                .build();
    }

    /** A table without such names, for a server that has none. */
    static Table unnamed(Table table) {
        return table.toBuilder()
                .mapColumns(column -> column.withOptions(
                        column.options().with(PostgresOptions.DIALECT, PostgresOptions.NOT_NULL, null)))
                .build();
    }

    /** As {@link #named(Table, Schema)}, for a column that comes later. */
    static Column named(Column column, QualifiedName table, Schema before) {
        return named(column, table, said(before, table), column.nullable());
    }

    private static Column named(Column column, QualifiedName table, Set<String> said, boolean nullable) {
        String usual = Names.quoted(usual(table, column.name()));
        boolean taken = said.contains(usual)
                && PostgresOptions.text(column.options(), PostgresOptions.NOT_NULL)
                        .isEmpty();
        return nullable || !taken
                ? column
                : column.withNullable(false)
                        .withOptions(column.options().with(PostgresOptions.DIALECT, PostgresOptions.NOT_NULL, usual));
    }
}
