// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.dialect.SqlWriter;
import dev.retort.dialect.postgres.text.Texts;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.ExclusionConstraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identifier;
import dev.retort.schema.Index;
import dev.retort.schema.IndexKey;
import dev.retort.schema.IndexPart;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import dev.retort.schema.TableConstraint;
import dev.retort.schema.UniqueConstraint;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The names of constraints and indexes that have none: those that PostgreSQL would make up, but told from the schema alone
 * and so the same whatever was done in which order.
 */
final class DefaultNames {

    private static final int LIMIT = 63;

    private final Map<QualifiedName, Map<Object, Identifier>> names = new HashMap<>();
    private final Map<@Nullable Identifier, Set<String>> relations = new HashMap<>();

    private DefaultNames(Schema schema) {
        schema.tables().values().forEach(this::reserve);
        schema.views().keySet().forEach(this::reserve);
        schema.sequences().keySet().forEach(this::reserve);
        schema.tables().values().forEach(this::name);
    }

    static DefaultNames of(Schema schema) {
        return new DefaultNames(schema);
    }

    private Set<String> relations(QualifiedName neighbour) {
        return relations.computeIfAbsent(neighbour.namespace(), key -> new HashSet<>());
    }

    private void reserve(QualifiedName name) {
        relations(name).add(name.name().value());
    }

    private void reserve(Table table) {
        reserve(table.name());
        table.constraints()
                .filter(DefaultNames::hasIndex)
                .map(TableConstraint::name)
                .filter(Objects::nonNull)
                .forEach(name -> relations(table.name()).add(name.value()));
        table.indexes().stream()
                .map(Index::name)
                .filter(Objects::nonNull)
                .forEach(name -> relations(table.name()).add(name.value()));
    }

    private static boolean hasIndex(TableConstraint constraint) {
        return constraint instanceof PrimaryKey
                || constraint instanceof UniqueConstraint
                || constraint instanceof ExclusionConstraint;
    }

    private void name(Table table) {
        Map<Object, Identifier> own = new HashMap<>();
        Set<String> ofTable = table.constraints()
                .map(TableConstraint::name)
                .filter(Objects::nonNull)
                .map(Identifier::value)
                .collect(Collectors.toCollection(HashSet::new));
        Set<String> ofNamespace = relations(table.name());
        table.constraints().filter(constraint -> constraint.name() == null).forEach(constraint -> {
            Predicate<String> taken = hasIndex(constraint)
                    ? name -> ofTable.contains(name) || ofNamespace.contains(name)
                    : ofTable::contains;
            String name = free(table.name().name().value(), columns(constraint, table), label(constraint), taken);
            ofTable.add(name);
            if (hasIndex(constraint)) {
                ofNamespace.add(name);
            }
            own.putIfAbsent(constraint, new Identifier(name));
        });
        for (Index index : table.indexes()) {
            if (index.name() == null) {
                String parts =
                        joined(index.parts().stream().map(DefaultNames::word).toList());
                String name = free(table.name().name().value(), parts, "idx", ofNamespace::contains);
                ofNamespace.add(name);
                own.putIfAbsent(index, new Identifier(name));
            }
        }
        names.put(table.name(), own);
    }

    /** The name of a constraint of a table, its own if it has one; null if it is none of that table's. */
    @Nullable
    Identifier of(QualifiedName table, TableConstraint constraint) {
        return constraint.name() != null
                ? constraint.name()
                : names.getOrDefault(table, Map.of()).get(constraint);
    }

    /** The name of an index of a table. */
    @Nullable
    Identifier of(QualifiedName table, Index index) {
        return index.name() != null
                ? index.name()
                : names.getOrDefault(table, Map.of()).get(index);
    }

    /** The table with names for everything. */
    Table named(Table table) {
        PrimaryKey key = table.primaryKey();
        return table.toBuilder()
                .primaryKey(key == null ? null : key.withName(of(table.name(), key)))
                .mapUniques(unique -> unique.withName(of(table.name(), unique)))
                .mapForeignKeys(foreign -> foreign.withName(of(table.name(), foreign)))
                .mapChecks(check -> check.withName(of(table.name(), check)))
                .mapExclusions(exclusion -> exclusion.withName(of(table.name(), exclusion)))
                .mapIndexes(index -> index.withName(of(table.name(), index)))
                .build();
    }

    private static String label(TableConstraint constraint) {
        return switch (constraint.kind()) {
            case PRIMARY_KEY -> "pkey";
            case UNIQUE -> "key";
            case FOREIGN_KEY -> "fkey";
            case CHECK -> "check";
            case EXCLUSION -> "excl";
        };
    }

    private static String columns(TableConstraint constraint, Table table) {
        if (constraint instanceof UniqueConstraint unique) {
            return joined(values(unique.columns()));
        }
        if (constraint instanceof ForeignKey key) {
            return joined(values(key.columns()));
        }
        if (constraint instanceof ExclusionConstraint exclusion) {
            return joined(exclusion.elements().stream()
                    .map(element -> word(element.part()))
                    .toList());
        }
        return constraint instanceof CheckConstraint check ? column(check, table) : "";
    }

    /** A check is named after its column if it has only one. */
    private static String column(CheckConstraint check, Table table) {
        Set<String> used = Texts.names(SqlWriter.verbatim(check.expression()));
        List<String> columns = table.columns().stream()
                .map(Column::name)
                .map(Identifier::value)
                .filter(used::contains)
                .toList();
        return columns.size() == 1 ? columns.get(0) : "";
    }

    private static String word(IndexPart part) {
        return part.key() instanceof IndexKey.OfColumn column ? column.name().value() : "expr";
    }

    private static List<String> values(Collection<Identifier> names) {
        return names.stream().map(Identifier::value).toList();
    }

    /** PostgreSQL stops at the first column that goes past the limit of a name. */
    private static String joined(List<String> columns) {
        StringBuilder all = new StringBuilder();
        for (String column : columns) {
            all.append(all.length() == 0 ? "" : "_").append(column);
            if (bytes(all.toString()) > LIMIT) {
                break;
            }
        }
        return clipped(all.toString(), LIMIT);
    }

    private static String free(String table, String columns, String label, Predicate<String> taken) {
        String name = made(table, columns, label);
        for (int number = 1; taken.test(name); number++) {
            name = made(table, columns, label + number);
        }
        return name;
    }

    /** The longer of the two parts is cut until the whole fits. */
    static String made(String table, String columns, String label) {
        int rest = LIMIT - bytes(label) - 1 - (columns.isEmpty() ? 0 : 1);
        int first = bytes(table);
        int second = bytes(columns);
        while (first + second > rest) {
            if (first > second) {
                first--;
            } else {
                second--;
            }
        }
        String middle = columns.isEmpty() ? "" : "_" + clipped(columns, second);
        return clipped(table, first) + middle + "_" + label;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** As many whole characters as go into a number of bytes. */
    static String clipped(String text, int limit) {
        String rest = text;
        while (bytes(rest) > limit) {
            rest = rest.substring(0, rest.offsetByCodePoints(rest.length(), -1));
        }
        return rest;
    }
}
