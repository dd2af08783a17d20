// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit;

import dev.retort.dialect.Capability;
import dev.retort.schema.Column;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identifier;
import dev.retort.schema.Options;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import dev.retort.schema.TableBuilder;
import dev.retort.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random tables. */
final class RandomTables {

    private final Vocabulary words;
    private final Random random;
    private final RandomNames names;
    private final RandomColumns columns;
    private final RandomParts parts;

    RandomTables(Vocabulary words, Random random, RandomNames names) {
        this.words = words;
        this.random = random;
        this.names = names;
        this.columns = new RandomColumns(words, random);
        this.parts = new RandomParts(words, random, names);
    }

    RandomColumns columns() {
        return columns;
    }

    RandomParts parts() {
        return parts;
    }

    /** A table that refers to some of the tables that there are, and perhaps to itself. */
    Table table(QualifiedName name, List<Table> others) {
        RandomNames columnNames = names.columns();
        TableBuilder builder = new TableBuilder(name).comment(columns.comment());
        List<Column> list = new ArrayList<>();
        PrimaryKey key = primaryKey(list, columnNames);
        int plain = 1 + random.nextInt(4);
        for (int i = 0; i < plain; i++) {
            list.add(columns.plain(columnNames.column()));
        }
        if (random.nextInt(3) == 0) {
            Column unique = columns.key(columnNames.column());
            list.add(unique.withNullable(random.nextBoolean()));
            builder.constraint(parts.unique(unique.name()));
        }
        if (random.nextInt(3) == 0) {
            columns.generated(columnNames.column(), list).ifPresent(list::add);
        }
        builder.columns(list).primaryKey(key).options(options(key));
        Table soFar = builder.build();
        List<Table> targets = new ArrayList<>(others);
        if (words.has(Feature.SELF_REFERENCES)) {
            targets.add(soFar);
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            soFar = referring(soFar, targets, columnNames);
        }
        return parts.with(soFar);
    }

    private PrimaryKey primaryKey(List<Column> list, RandomNames columnNames) {
        int kind = random.nextInt(10);
        List<Identifier> keys = new ArrayList<>();
        if (kind < 4 && words.can(Capability.IDENTITY)) {
            Column column = columns.identity(columnNames.column());
            list.add(column);
            keys.add(column.name());
        } else {
            int size = kind < 8 ? 1 : 2;
            for (int i = 0; i < size; i++) {
                Column column = columns.key(columnNames.column());
                list.add(column);
                keys.add(column.name());
            }
        }
        return new PrimaryKey(
                parts.constraintName("pk"), keys, parts.deferrable(Capability.DEFERRABLE_UNIQUE), Options.NONE);
    }

    private Options options(PrimaryKey key) {
        return words.tableOptions().isEmpty()
                        || random.nextInt(4) != 0
                        || key.columns().isEmpty()
                ? Options.NONE
                : words.tableOptions().get(random.nextInt(words.tableOptions().size()));
    }

    /** The table with new columns that refer to a key of another. */
    Table referring(Table table, List<Table> targets, RandomNames columnNames) {
        if (targets.isEmpty()) {
            return table;
        }
        Table target = targets.get(random.nextInt(targets.size()));
        boolean self = target.name().equals(table.name());
        Table referred = self ? table : target;
        List<Identifier> key = key(referred);
        if (key.isEmpty()) {
            return table;
        }
        TableBuilder builder = table.toBuilder();
        List<Identifier> own = new ArrayList<>();
        for (Identifier column : key) {
            Identifier name = freshColumn(table, columnNames);
            builder.column(Column.of(
                    name.value(), referred.column(column).orElseThrow().type()));
            own.add(name);
        }
        return builder.constraint(foreignKey(own, referred, key)).build();
    }

    private static Identifier freshColumn(Table table, RandomNames columnNames) {
        table.columns().forEach(column -> columnNames.reserve(column.name()));
        return columnNames.column();
    }

    ForeignKey foreignKey(List<Identifier> own, Table referred, List<Identifier> key) {
        PrimaryKey primaryKey = referred.primaryKey();
        boolean implicit = primaryKey != null && key.equals(primaryKey.columns()) && random.nextInt(4) == 0;
        return ForeignKey.of(null, own, referred.name(), implicit ? List.of() : key)
                .withName(parts.constraintName("fk"))
                .withActions(parts.action(), parts.action())
                .withDeferrability(parts.deferrable(Capability.DEFERRABLE_CONSTRAINTS));
    }

    private List<Identifier> key(Table table) {
        PrimaryKey primaryKey = table.primaryKey();
        List<List<Identifier>> keys = new ArrayList<>();
        if (primaryKey != null) {
            keys.add(primaryKey.columns());
        }
        table.uniques().stream().map(UniqueConstraint::columns).forEach(keys::add);
        return keys.isEmpty() ? List.of() : keys.get(random.nextInt(keys.size()));
    }
}
