// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import dev.retort.diagnostic.Finding;
import dev.retort.dialect.Definitions;
import dev.retort.dialect.Inspection;
import dev.retort.dialect.InspectionScope;
import dev.retort.dialect.Inspector;
import dev.retort.dialect.sqlite.OwnedObjects.Owner;
import dev.retort.dialect.sqlite.OwnedObjects.Stored;
import dev.retort.dialect.sqlite.text.SqliteName;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaBuilder;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a SQLite database with two queries: the texts of all objects, and the names of the shadow tables that belong to
 * virtual ones. The texts say more than the pragmas do (names of constraints, checks, comments, ON CONFLICT).
 */
final class SqliteInspector implements Inspector {

    private static final String TEXTS =
            "SELECT name, nullif(tbl_name, name), sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid";
    private static final String SHADOWS =
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'shadow'";

    /** Of up to so many tables, other threads are not worth their start. */
    private static final int FEW = 100;

    private final SqliteWords words;

    SqliteInspector(SqliteWords words) {
        this.words = words;
    }

    @Override
    public Inspection inspect(Connection connection, InspectionScope scope) throws SQLException {
        List<Owner> owners = owners(connection).stream()
                // SQLite has names without a character; whoever reads one says that it cannot be.
                .filter(owner -> owner.name().isEmpty() || scope.tables().test(QualifiedName.of(owner.name())))
                .toList();
        SchemaBuilder schema = new SchemaBuilder();
        Map<Definitions.Key, String> texts = new HashMap<>();
        List<Finding> findings = new ArrayList<>();
        // Each is read by itself: of many, several at a time.
        (owners.size() > FEW ? owners.parallelStream() : owners.stream())
                .map(owner -> owner.read(words.reader))
                .toList()
                .forEach(read -> read.addTo(schema, texts, findings));
        return new Inspection(words.canonical.schema(schema.build()), new Definitions(texts), findings);
    }

    private static Collection<Owner> owners(Connection connection) throws SQLException {
        Map<String, Owner> owners = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement()) {
            Set<String> shadows = new HashSet<>();
            try (ResultSet rows = statement.executeQuery(SHADOWS)) {
                while (rows.next()) {
                    shadows.add(SqliteName.fold(rows.getString(1)));
                }
            }
            try (ResultSet rows = statement.executeQuery(TEXTS)) {
                while (rows.next()) {
                    String name = rows.getString(1);
                    String other = rows.getString(2);
                    String owner = other == null ? name : other;
                    String folded = SqliteName.fold(owner);
                    if (!folded.startsWith("sqlite_") && !shadows.contains(folded)) {
                        owners.computeIfAbsent(folded, key -> new Owner(owner, new ArrayList<>(2)))
                                .texts()
                                .add(new Stored(name, rows.getString(3)));
                    }
                }
            }
        }
        return owners.values();
    }
}
