// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identifier;
import dev.retort.schema.Index;
import dev.retort.schema.IndexKey;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import dev.retort.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * All constraints and indexes of a table, each with the name that it has in the database, those included that the model has
 * no name for and the indexes that foreign keys need.
 *
 * @param keys        indexes and unique constraints
 * @param foreignKeys foreign keys
 * @param checks      checks
 */
record TableParts(List<Key> keys, List<Reference> foreignKeys, List<Check> checks) {

    /** An index: its plain form without a name, and as it is to be written. */
    record Key(Identifier name, Index plain, Index written, boolean hidden) {}

    /** A foreign key: its plain form without a name, and as it is to be written. */
    record Reference(Identifier name, ForeignKey plain, ForeignKey written, boolean unnamed) {}

    /** A check: its plain form without a name, and as it is to be written. */
    record Check(Identifier name, CheckConstraint plain, CheckConstraint written, boolean unnamed) {}

    static final TableParts NONE = new TableParts(List.of(), List.of(), List.of());

    /** The names of what has none in the model, to be found again. */
    ServerNames serverNames(boolean mariaDb) {
        List<ServerNames.Pair> pairs = new ArrayList<>();
        foreignKeys.stream()
                .filter(Reference::unnamed)
                .forEach(key -> pairs.add(new ServerNames.Pair(
                        ServerNames.part(key.plain()), key.name().value())));
        checks.stream()
                .filter(Check::unnamed)
                .forEach(check -> pairs.add(new ServerNames.Pair(
                        ServerNames.part(check.plain()), check.name().value())));
        keys.stream()
                .filter(Key::hidden)
                .forEach(key -> pairs.add(new ServerNames.Pair(
                        ServerNames.part(key.plain()), key.name().value())));
        keys.stream()
                .filter(key -> !key.hidden() && MysqlCanonical.isConstraint(key.plain()))
                .forEach(key -> pairs.add(new ServerNames.Pair(
                        "U" + ServerNames.part(key.plain()).substring(1),
                        key.name().value())));
        return new ServerNames(pairs);
    }

    /** Puts the parts of a table together. */
    static final class Reader {

        private final Flavor flavor;
        private final MysqlCanonical canonical;
        private final Table table;
        private final Schema schema;
        private final List<ServerNames.Pair> known;
        private final boolean leftOvers;
        private final List<Key> keys = new ArrayList<>();
        private final List<Reference> foreignKeys = new ArrayList<>();
        private final List<Check> checks = new ArrayList<>();

        Reader(
                Flavor flavor,
                MysqlCanonical canonical,
                Table table,
                Schema schema,
                ServerNames known,
                boolean leftOvers) {
            this.leftOvers = leftOvers;
            this.flavor = flavor;
            this.canonical = canonical;
            this.table = table;
            this.schema = schema;
            this.known = new ArrayList<>(known.names());
        }

        TableParts read() {
            Table plain = canonical.table(table, schema);
            // Names that are said first, so that those which are made up do not take them.
            List<UniqueConstraint> unnamed = new ArrayList<>();
            for (UniqueConstraint unique : table.uniques()) {
                if (canonical.unique(unique, table).name() == null) {
                    unnamed.add(unique);
                } else {
                    addUnique(Objects.requireNonNull(unique.name()), unique);
                }
            }
            for (Index index : table.indexes()) {
                Index form = canonical.index(index, plain.options());
                if (!MysqlCanonical.isOfForeignKey(form, table)) {
                    Identifier name = index.name() == null ? new Identifier(freeKey(first(index))) : index.name();
                    keys.add(new Key(name, form.withName(null), index.withName(name), false));
                }
            }
            unnamed(unnamed);
            foreignKeys();
            table.checks().forEach(this::addCheck);
            supports();
            return new TableParts(List.copyOf(keys), List.copyOf(foreignKeys), List.copyOf(checks));
        }

        /**
         * In a table as it is they have the names that they have; in one as it will be, the first that are free, as if the
         * table were created now.
         */
        private void unnamed(List<UniqueConstraint> uniques) {
            List<String> given = new ArrayList<>();
            for (UniqueConstraint unique : uniques) {
                given.add(String.valueOf(ServerNames.take(known, ServerNames.part(canonical.unique(unique, table)))));
            }
            for (int i = 0; i < uniques.size(); i++) {
                String name = given.get(i);
                String column = uniques.get(i).columns().get(0).value();
                boolean fits = leftOvers || isFirst(name, column, given);
                boolean free = name.equals("null") || isTaken(name) || !fits;
                addUnique(new Identifier(free ? freeKey(column) : name), uniques.get(i));
            }
        }

        /** Whether no name with a lower number is free. */
        private boolean isFirst(String name, String column, List<String> given) {
            String next = column;
            for (int number = 2; isTaken(next) || (given.contains(next) && !next.equals(name)); number++) {
                next = column + "_" + number;
            }
            return next.equalsIgnoreCase(name);
        }

        private void addUnique(Identifier name, UniqueConstraint unique) {
            Index index = MysqlParts.plainIndex(name.value(), unique.columns()).withUnique(true);
            keys.add(new Key(name, index.withName(null), index, false));
        }

        private static String first(Index index) {
            return index.parts().get(0).key() instanceof IndexKey.OfColumn column
                    ? column.name().value()
                    : "functional_index";
        }

        private String freeKey(String column) {
            String name = column;
            for (int number = 2; isTaken(name); number++) {
                name = column + "_" + number;
            }
            return name;
        }

        private boolean isTaken(String name) {
            return name.equalsIgnoreCase("PRIMARY")
                    || keys.stream().anyMatch(key -> key.name().value().equalsIgnoreCase(name))
                    || known.stream().anyMatch(pair -> pair.name().equalsIgnoreCase(name) && isKept(pair));
        }

        /** Whether an index that is there stays: in a table as it will be, only that which a foreign key still needs. */
        private boolean isKept(ServerNames.Pair pair) {
            if (leftOvers || !pair.part().startsWith("I")) {
                return leftOvers;
            }
            return table.foreignKeys().stream()
                    .map(ForeignKey::columns)
                    .filter(columns -> ServerNames.part(MysqlParts.plainIndex(null, columns))
                            .equals(pair.part()))
                    .anyMatch(columns -> !MysqlCanonical.isSupported(columns, null, table));
        }

        private void foreignKeys() {
            for (ForeignKey key : table.foreignKeys()) {
                ForeignKey form = canonical.foreignKey(key, table, schema);
                Identifier name = form.name();
                if (name == null) {
                    String given = ServerNames.take(known, ServerNames.part(form));
                    name = new Identifier(
                            given != null ? given : numbered(table.name().name() + "_ibfk_", 'F'));
                }
                foreignKeys.add(new Reference(name, form.withName(null), form.withName(name), form.name() == null));
            }
        }

        private void addCheck(CheckConstraint check) {
            CheckConstraint form = canonical.check(check);
            Identifier name = form.name();
            if (name == null) {
                String given = ServerNames.take(known, ServerNames.part(form));
                String start = flavor.isMariaDb() ? "CONSTRAINT_" : table.name().name() + "_chk_";
                name = new Identifier(given != null ? given : numbered(start, 'C'));
            }
            checks.add(new Check(name, form.withName(null), check.withName(name), form.name() == null));
        }

        /** The next number, as the server would take it. */
        private String numbered(String start, char kind) {
            int highest = 0;
            List<String> names = new ArrayList<>();
            foreignKeys.forEach(key -> names.add(key.name().value()));
            checks.forEach(check -> names.add(check.name().value()));
            known.stream().filter(pair -> pair.part().charAt(0) == kind).forEach(pair -> names.add(pair.name()));
            for (String name : names) {
                if (name.startsWith(start) && name.substring(start.length()).matches("\\d{1,8}")) {
                    highest = Math.max(highest, Integer.parseInt(name.substring(start.length())));
                }
            }
            return start + (highest + 1);
        }

        private void supports() {
            for (Reference key : foreignKeys) {
                if (!isSupported(key.plain().columns())) {
                    Index index = MysqlParts.plainIndex(null, key.plain().columns());
                    String given = ServerNames.take(known, ServerNames.part(index));
                    boolean fits = given != null
                            && (leftOvers
                                    || given.equals(key.name().value())
                                    || (key.unnamed()
                                            && ServerNames.isAfter(
                                                    given,
                                                    key.plain().columns().get(0).value())));
                    String name = fits && given != null
                            ? given
                            : key.unnamed()
                                    ? freeKey(key.plain().columns().get(0).value())
                                    : key.name().value();
                    keys.add(new Key(new Identifier(name), index, index.withName(new Identifier(name)), true));
                }
            }
            // What a foreign key brought along once and is not needed now, but is still there.
            for (ServerNames.Pair pair : List.copyOf(known)) {
                if (leftOvers && pair.part().startsWith("I")) {
                    leftOver(pair);
                }
            }
        }

        private void leftOver(ServerNames.Pair pair) {
            List<Identifier> columns = List.of(pair.part().substring(1).split("\u0001")).stream()
                    .map(Identifier::new)
                    .toList();
            Index index = MysqlParts.plainIndex(null, columns);
            keys.add(new Key(new Identifier(pair.name()), index, index.withName(new Identifier(pair.name())), true));
        }

        private boolean isSupported(List<Identifier> columns) {
            return (table.primaryKey() != null && startsWith(table.primaryKey().columns(), columns))
                    || keys.stream()
                            .filter(key -> key.plain().options().isEmpty())
                            .anyMatch(key -> startsWith(leading(key.plain()), columns));
        }

        private static boolean startsWith(List<Identifier> all, List<Identifier> first) {
            return all.size() >= first.size() && all.subList(0, first.size()).equals(first);
        }

        private static List<Identifier> leading(Index index) {
            List<Identifier> columns = new ArrayList<>();
            for (var part : index.parts()) {
                if (!(part.key() instanceof IndexKey.OfColumn column)
                        || part.descending()
                        || !part.options().isEmpty()) {
                    break;
                }
                columns.add(column.name());
            }
            return columns;
        }
    }

    static boolean isSame(@Nullable Identifier one, Identifier other) {
        return one != null
                && one.value().toLowerCase(Locale.ROOT).equals(other.value().toLowerCase(Locale.ROOT));
    }
}
