// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.dialect.mysql.text.Lexer;
import dev.retort.dialect.mysql.text.Quote;
import dev.retort.dialect.mysql.text.Token;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identifier;
import dev.retort.schema.Index;
import dev.retort.schema.IndexKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import dev.retort.schema.TableBuilder;
import dev.retort.schema.TableConstraint;
import dev.retort.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The names that the server gave to parts of a table that have none in the model: constraints without a name, and the
 * indexes that foreign keys bring along.
 *
 * @param names pairs of what a part is and its name
 */
record ServerNames(List<Pair> names) {

    static final ServerNames UNKNOWN = new ServerNames(List.of());

    private static final String GAP = "\u0001";
    private static final Pattern FOREIGN_KEY = Pattern.compile(".+_ibfk_\\d+", Pattern.DOTALL);
    private static final Pattern MYSQL_CHECK = Pattern.compile(".+_chk_\\d+", Pattern.DOTALL);
    private static final Pattern MARIADB_CHECK = Pattern.compile("CONSTRAINT_\\d+");

    /** A part, told by what it says, and its name. */
    record Pair(String part, String name) {}

    ServerNames {
        names = List.copyOf(names);
    }

    /** Whether a name is one that the server would have given. */
    static boolean isGiven(TableConstraint constraint, Table table, boolean mariaDb) {
        Identifier name = constraint.name();
        if (name == null) {
            return true;
        }
        if (constraint instanceof ForeignKey) {
            return FOREIGN_KEY.matcher(name.value()).matches();
        }
        if (constraint instanceof CheckConstraint check) {
            return isGiven(check, mariaDb);
        }
        return constraint instanceof UniqueConstraint unique
                && isAfter(name.value(), unique.columns().get(0).value())
                && areTakenBefore(name.value(), unique.columns().get(0).value(), table);
    }

    static boolean isGiven(CheckConstraint check, boolean mariaDb) {
        Identifier name = check.name();
        return name == null
                || (mariaDb ? MARIADB_CHECK : MYSQL_CHECK).matcher(name.value()).matches();
    }

    /** The table with those names that do not depend on what was there before: of several keys or checks, the numbers do. */
    static Table certain(Table table, boolean mariaDb) {
        TableBuilder named = table.toBuilder();
        String name = table.name().name().value();
        if (table.foreignKeys().stream().filter(key -> key.name() == null).count() == 1) {
            named.mapForeignKeys(key -> key.name() == null ? key.withName(new Identifier(name + "_ibfk_1")) : key);
        }
        if (table.checks().stream().filter(check -> check.name() == null).count() == 1) {
            Identifier given = new Identifier(mariaDb ? "CONSTRAINT_1" : name + "_chk_1");
            named.mapChecks(check -> check.name() == null ? check.withName(given) : check);
        }
        Function<UniqueConstraint, Identifier> first =
                unique -> unique.columns().get(0);
        return named.mapUniques(unique -> unique.name() == null
                                && table.uniques().stream()
                                                .map(first)
                                                .filter(first.apply(unique)::equals)
                                                .count()
                                        == 1
                                && table.index(first.apply(unique)).isEmpty()
                                && table.constraint(first.apply(unique)).isEmpty()
                        ? unique.withName(first.apply(unique))
                        : unique)
                .build();
    }

    /** Whether the names with lower numbers are those of other indexes, for which the server would pass them over. */
    private static boolean areTakenBefore(String name, String column, Table table) {
        if (name.equalsIgnoreCase(column)) {
            return true;
        }
        Set<String> taken = Stream.concat(
                        table.uniques().stream().map(UniqueConstraint::name),
                        table.indexes().stream().map(Index::name))
                .filter(Objects::nonNull)
                .map(other -> String.valueOf(other).toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        String start = column.toLowerCase(Locale.ROOT);
        boolean all = taken.contains(start);
        for (int number = 2; all && !(start + "_" + number).equalsIgnoreCase(name); number++) {
            all = taken.contains(start + "_" + number);
        }
        return all;
    }

    /** Whether an index is named as the server does: after its first column, with a number if that name is taken. */
    static boolean isAfter(String name, String column) {
        String lower = name.toLowerCase(Locale.ROOT);
        String start = column.toLowerCase(Locale.ROOT);
        return lower.equals(start)
                || (lower.startsWith(start + "_")
                        && lower.substring(start.length() + 1).matches("\\d+"));
    }

    static String part(TableConstraint constraint) {
        if (constraint instanceof ForeignKey key) {
            return "F" + key.referredTable() + GAP + joined(key.columns());
        }
        return constraint instanceof CheckConstraint check
                ? "C" + check.expression()
                : "U" + joined(((UniqueConstraint) constraint).columns());
    }

    static String part(Index index) {
        return "I"
                + joined(index.parts().stream()
                        .map(part -> part.key() instanceof IndexKey.OfColumn column
                                ? column.name()
                                : new Identifier(part.key().toString()))
                        .toList());
    }

    private static String joined(List<Identifier> columns) {
        return columns.stream().map(Identifier::value).collect(Collectors.joining(GAP));
    }

    /** The same names for foreign keys to a table that is called otherwise now. */
    ServerNames withReferred(QualifiedName from, QualifiedName to) {
        String old = "F" + from + GAP;
        return new ServerNames(names.stream()
                .map(pair -> pair.part().startsWith(old)
                        ? new Pair("F" + to + GAP + pair.part().substring(old.length()), pair.name())
                        : pair)
                .toList());
    }

    /** Takes the name of a part out of a list that is used up. */
    static @Nullable String take(List<Pair> left, String part) {
        for (int i = 0; i < left.size(); i++) {
            if (left.get(i).part().equals(part)) {
                return left.remove(i).name();
            }
        }
        return null;
    }

    /** {@return a text from which {@link #read} makes the same} */
    String text() {
        return names.stream()
                .map(pair -> Quote.string(pair.part()) + " AS " + Quote.string(pair.name()))
                .collect(Collectors.joining("\n", "-- names\n", ""));
    }

    static ServerNames read(String text) {
        List<Token> strings = Lexer.read(text).stream()
                .filter(token -> token.kind() == Token.Kind.STRING)
                .toList();
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < strings.size(); i += 2) {
            pairs.add(new Pair(strings.get(i).value(), strings.get(i + 1).value()));
        }
        return new ServerNames(pairs);
    }
}
