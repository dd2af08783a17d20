// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit.inability;

import dev.retort.dialect.Lack;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Probes of the small things that a database may lack. */
final class LackProbes {

    /** Collations that are widely known; the standard names none. */
    private static final List<String> COLLATIONS = List.of("[C]", "[NOCASE]", "[utf8mb4_bin]", "[BINARY]");

    private LackProbes() {}

    static Map<Lack, Probe> all() {
        Map<Lack, Probe> probes = new EnumMap<>(Lack.class);
        probes.put(
                Lack.COLUMN_COLLATIONS,
                at -> COLLATIONS.stream()
                        .anyMatch(name -> at.takes("CREATE TABLE [t] ([s] <text> COLLATE " + name + ")")));
        probes.put(Lack.MATCH_TYPES, LackProbes::matchFull);
        probes.put(Lack.SEQUENCE_OWNERS, LackProbes::sequenceOwners);
        probes.put(Lack.INDEXED_LARGE_OBJECTS, LackProbes::indexedLargeObjects);
        probes.put(Lack.CASCADES_OF_PARTS, LackProbes::cascades);
        return probes;
    }

    private static boolean matchFull(Attempt at) throws SQLException {
        at.run(
                "CREATE TABLE [p] ([a] <int> NOT NULL, [b] <int> NOT NULL, PRIMARY KEY ([a], [b]))",
                "CREATE TABLE [t] ([x] <int>, [y] <int>, FOREIGN KEY ([x], [y]) REFERENCES [p] ([a], [b]) MATCH FULL)");
        return at.refuses("INSERT INTO [t] VALUES (1, NULL)");
    }

    private static boolean sequenceOwners(Attempt at) throws SQLException {
        at.run("CREATE TABLE [t] ([n] <int>)", "CREATE SEQUENCE [numbers] OWNED BY [t].[n]", "DROP TABLE [t]");
        return at.takes("CREATE SEQUENCE [numbers]");
    }

    private static boolean indexedLargeObjects(Attempt at) throws SQLException {
        at.run(
                "CREATE TABLE [t] ([s] <clob>)",
                "CREATE UNIQUE INDEX [ix] ON [t] ([s])",
                "INSERT INTO [t] VALUES ('a')");
        return at.refuses("INSERT INTO [t] VALUES ('a')");
    }

    /** With the column goes a view that reads it; a database that can do that much is to say what it cannot, in checks. */
    private static boolean cascades(Attempt at) throws SQLException {
        at.run(
                "CREATE TABLE [t] ([id] <int>, [n] <int>)",
                "CREATE VIEW [v] AS SELECT [n] FROM [t]",
                "ALTER TABLE [t] DROP COLUMN [n] CASCADE");
        return at.refuses("SELECT [n] FROM [v]");
    }
}
