// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.autogenerate;

import dev.retort.engine.text.Mentions;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlText;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Tables in the order of their foreign keys: those referred to first, and by name where that leaves a choice. A circle is
 * broken by postponing the foreign keys of one of its tables.
 *
 * @param tables    the tables in order, without the postponed foreign keys
 * @param postponed foreign keys to be made when all tables are there
 */
record TableOrder(List<Table> tables, List<Key> postponed) {

    /**
     * A foreign key of a table.
     *
     * @param table      the table
     * @param foreignKey its foreign key
     */
    record Key(QualifiedName table, ForeignKey foreignKey) {}

    static TableOrder of(List<Table> tables) {
        Map<QualifiedName, Table> byName = new TreeMap<>();
        tables.forEach(table -> byName.put(table.name(), table));
        Map<QualifiedName, Set<QualifiedName>> waitsFor = new TreeMap<>();
        Map<QualifiedName, Set<QualifiedName>> awaitedBy = new HashMap<>();
        for (Table table : byName.values()) {
            Set<QualifiedName> referred = new TreeSet<>();
            table.foreignKeys().stream()
                    .map(ForeignKey::referredTable)
                    .filter(name -> byName.containsKey(name) && !name.equals(table.name()))
                    .forEach(referred::add);
            referred.addAll(mentioned(table, byName.keySet()));
            waitsFor.put(table.name(), referred);
            referred.forEach(name ->
                    awaitedBy.computeIfAbsent(name, n -> new HashSet<>()).add(table.name()));
        }
        return sort(byName, waitsFor, awaitedBy);
    }

    /** Tables that the options of a table mention: those that it is a partition of or inherits from. */
    private static Set<QualifiedName> mentioned(Table table, Set<QualifiedName> names) {
        if (table.options().isEmpty()) {
            return Set.of();
        }
        Mentions mentions = Mentions.of(SqlText.verbatim(CreatedText.words(table.options())));
        return names.stream()
                .filter(name ->
                        !name.equals(table.name()) && mentions.has(name.name().value()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static TableOrder sort(
            Map<QualifiedName, Table> byName,
            Map<QualifiedName, Set<QualifiedName>> waitsFor,
            Map<QualifiedName, Set<QualifiedName>> awaitedBy) {
        TreeSet<QualifiedName> ready = new TreeSet<>();
        waitsFor.forEach((name, referred) -> {
            if (referred.isEmpty()) {
                ready.add(name);
            }
        });
        List<Table> sorted = new ArrayList<>();
        List<Key> postponed = new ArrayList<>();
        while (!waitsFor.isEmpty()) {
            QualifiedName next = ready.isEmpty() ? inCircle(waitsFor, byName) : ready.first();
            ready.remove(next);
            Set<QualifiedName> unmet = waitsFor.remove(next);
            Table table = byName.get(next);
            table.foreignKeys().stream()
                    .filter(key -> unmet.contains(key.referredTable()))
                    .forEach(key -> postponed.add(new Key(next, key)));
            sorted.add(table.toBuilder()
                    .mapForeignKeys(key -> unmet.contains(key.referredTable()) ? null : key)
                    .build());
            for (QualifiedName waiting : awaitedBy.getOrDefault(next, Set.of())) {
                Set<QualifiedName> left = waitsFor.get(waiting);
                if (left != null && left.remove(next) && left.isEmpty()) {
                    ready.add(waiting);
                }
            }
        }
        return new TableOrder(sorted, postponed);
    }

    /** A table on a circle: whoever follows what is waited for comes to a table for the second time. */
    private static QualifiedName inCircle(
            Map<QualifiedName, Set<QualifiedName>> waitsFor, Map<QualifiedName, Table> tables) {
        List<QualifiedName> path = new ArrayList<>();
        QualifiedName at = waitsFor.keySet().iterator().next();
        while (!path.contains(at)) {
            path.add(at);
            at = waitsFor.get(at).iterator().next();
        }
        List<QualifiedName> circle = path.subList(path.indexOf(at), path.size());
        // Only a foreign key can be postponed.
        return circle.stream()
                .filter(name -> tables.get(name).foreignKeys().stream()
                        .map(ForeignKey::referredTable)
                        .collect(Collectors.toSet())
                        .containsAll(waitsFor.get(name)))
                .findFirst()
                .orElse(at);
    }

    List<QualifiedName> names() {
        return tables.stream().map(Table::name).toList();
    }
}
