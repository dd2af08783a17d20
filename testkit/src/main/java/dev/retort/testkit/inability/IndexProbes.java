// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit.inability;

import dev.retort.dialect.Capability;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;

/** Probes of indexes. */
final class IndexProbes {

    private static final String T = "CREATE TABLE [t] ([n] <int>, [s] <text>)";

    private IndexProbes() {}

    static Map<Capability, Probe> all() {
        Map<Capability, Probe> probes = new EnumMap<>(Capability.class);
        probes.put(Capability.PARTIAL_INDEX, IndexProbes::partial);
        probes.put(Capability.EXPRESSION_INDEX, IndexProbes::expression);
        probes.put(Capability.DESCENDING_INDEX, IndexProbes::descending);
        // No catalog that all databases share tells where NULLs go: one that knows the words is taken to obey them.
        probes.put(Capability.INDEX_NULLS_ORDER, at -> {
            at.run(T, "CREATE INDEX [ix] ON [t] ([n] ASC NULLS LAST)", "CREATE INDEX [iy] ON [t] ([n] NULLS FIRST)");
            return true;
        });
        probes.put(Capability.RENAME_INDEX, IndexProbes::rename);
        probes.put(Capability.CONCURRENT_INDEX, IndexProbes::concurrent);
        return probes;
    }

    private static boolean partial(Attempt at) throws SQLException {
        at.run(
                T,
                "CREATE UNIQUE INDEX [ix] ON [t] ([n]) WHERE [s] IS NULL",
                "INSERT INTO [t] VALUES (1, 'a')",
                "INSERT INTO [t] VALUES (1, 'b')",
                "INSERT INTO [t] VALUES (1, NULL)");
        return at.refuses("INSERT INTO [t] VALUES (1, NULL)");
    }

    private static boolean expression(Attempt at) throws SQLException {
        at.run(
                T,
                "CREATE UNIQUE INDEX [ix] ON [t] ((ABS([n])))",
                "INSERT INTO [t] VALUES (1, 'a')",
                "INSERT INTO [t] VALUES (2, 'a')");
        return at.refuses("INSERT INTO [t] VALUES (-1, 'a')");
    }

    private static boolean descending(Attempt at) throws SQLException {
        at.run(T, "CREATE INDEX [ix] ON [t] ([n] DESC)");
        try (ResultSet parts = at.connection().getMetaData().getIndexInfo(null, null, "t", false, true)) {
            while (parts.next()) {
                if ("D".equals(parts.getString("ASC_OR_DESC"))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean rename(Attempt at) throws SQLException {
        at.run(T, "CREATE UNIQUE INDEX [ix] ON [t] ([n])", "ALTER INDEX [ix] RENAME TO [iy]");
        at.run("CREATE INDEX [ix] ON [t] ([s])", "INSERT INTO [t] VALUES (1, 'a')");
        return at.refuses("INSERT INTO [t] VALUES (1, 'a')");
    }

    private static boolean concurrent(Attempt at) throws SQLException {
        at.run(T, "CREATE UNIQUE INDEX CONCURRENTLY [ix] ON [t] ([n])", "INSERT INTO [t] VALUES (1, 'a')");
        return at.refuses("INSERT INTO [t] VALUES (1, 'a')");
    }
}
