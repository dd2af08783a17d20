// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import dev.retort.dialect.SqlSyntax;
import dev.retort.dialect.Statement;
import dev.retort.dialect.sqlite.text.SqliteName;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identifier;
import dev.retort.schema.Index;
import dev.retort.schema.IndexKey;
import dev.retort.schema.Literal;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.Schema;
import dev.retort.schema.Table;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks the foreign keys of a table and of those that refer to it, since they were off while it was made anew. Rows that
 * violated one before are not held against the change.
 */
final class ReferenceCheck {

    private static final String KNOWN = "\"_retort_violations\"";

    private final TableChange change;
    private final Guards guards;
    private final SqlSyntax syntax;

    ReferenceCheck(TableChange change, Guards guards, SqlSyntax syntax) {
        this.change = change;
        this.guards = guards;
        this.syntax = syntax;
    }

    /** The statement that remembers the violations there are, if there is anything to check afterwards. */
    Optional<String> before() {
        String query = violations(change.before(), change.base());
        return violations(change.after(), change.target()).isEmpty()
                ? Optional.empty()
                : Optional.of("CREATE TEMP TABLE " + KNOWN + " AS "
                        + (query.isEmpty()
                                ? "SELECT NULL AS \"child\", NULL AS \"row\", NULL AS \"parent\" WHERE 0"
                                : query));
    }

    List<Statement> after() {
        String query = violations(change.after(), change.target());
        if (query.isEmpty()) {
            return List.of();
        }
        return List.of(
                guards.none(
                        "SELECT * FROM (" + query + ") EXCEPT SELECT * FROM temp." + KNOWN,
                        "rows break a foreign key after the change of table "
                                + change.target().name(),
                        " (table, row, table referred to): "),
                new Statement.Sql("DROP TABLE temp." + KNOWN));
    }

    private String violations(Schema schema, Table own) {
        if (!change.validated()) {
            return "";
        }
        Stream<Table> referring = schema.tables().values().stream()
                .filter(table ->
                        !SqliteCanonical.same(table.name().name(), own.name().name()))
                .filter(table -> table.foreignKeys().stream()
                        .anyMatch(key -> SqliteCanonical.same(
                                key.referredTable().name(), own.name().name())));
        return Stream.concat(Stream.of(own), referring)
                .filter(table -> !table.foreignKeys().isEmpty())
                .filter(table -> table.foreignKeys().stream().allMatch(key -> isSound(key, schema, own)))
                .map(table -> "SELECT \"table\" AS \"child\", \"rowid\" AS \"row\", \"parent\" FROM"
                        + " pragma_foreign_key_check("
                        + syntax.literal(new Literal.Text(table.name().name().value())) + ")")
                .collect(Collectors.joining(" UNION ALL "));
    }

    /** SQLite refuses to check a foreign key whose referred columns are no key of an existing table. */
    private static boolean isSound(ForeignKey key, Schema schema, Table own) {
        Optional<Table> referred =
                SqliteCanonical.same(key.referredTable().name(), own.name().name())
                        ? Optional.of(own)
                        : SqliteCanonical.find(key.referredTable(), schema);
        return referred.map(table ->
                        isKey(table, key.referredColumns(), key.columns().size()))
                .orElse(true);
    }

    private static boolean isKey(Table table, List<Identifier> columns, int size) {
        PrimaryKey key = table.primaryKey();
        if (columns.isEmpty()) {
            return key != null && key.columns().size() == size;
        }
        Set<String> wanted = folded(columns);
        boolean primary = key != null && folded(key.columns()).equals(wanted);
        return primary
                || table.uniques().stream()
                        .anyMatch(unique -> folded(unique.columns()).equals(wanted))
                || table.indexes().stream()
                        .filter(index -> index.unique() && index.where() == null)
                        .anyMatch(index -> folded(columns(index)).equals(wanted));
    }

    private static List<Identifier> columns(Index index) {
        return index.parts().stream()
                .map(part -> part.key() instanceof IndexKey.OfColumn column ? column.name() : new Identifier("()"))
                .toList();
    }

    private static Set<String> folded(List<Identifier> names) {
        Set<String> result = new HashSet<>();
        names.forEach(name -> result.add(SqliteName.fold(name.value())));
        return result;
    }
}
