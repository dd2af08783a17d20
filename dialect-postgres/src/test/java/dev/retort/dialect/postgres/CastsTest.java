// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.retort.dialect.ServerVersion;
import dev.retort.schema.DataType;
import dev.retort.schema.QualifiedName;
import dev.retort.testkit.server.ServerKind;
import dev.retort.testkit.server.TestServers;
import dev.retort.testkit.server.TestServersExtension;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the dialect knows of casts is what the server's own catalogue says. */
@ExtendWith(TestServersExtension.class)
class CastsTest {

    /** Base types of the server, but for those that only name objects of a catalogue, pseudo types and internal ones. */
    private static final String PAIRS = "WITH t AS (SELECT oid, typcategory, pg_catalog.format_type(oid, NULL) AS name"
            + " FROM pg_catalog.pg_type WHERE oid < 10000 AND typtype IN ('b', 'r', 'm') AND typcategory <> 'A'"
            + " AND typname !~ '^(reg|pg_[^l]|_|aclitem|gtsvector|refcursor|int2vector|oidvector|xid$|cid$|tid$)')"
            + " SELECT f.name, t.name, CASE WHEN f.oid = t.oid OR k.castcontext IN ('i', 'a') THEN 'ASSIGNMENT'"
            + " WHEN k.castcontext = 'e' OR f.typcategory = 'S' AND t.typcategory <> 'S' THEN 'EXPLICIT' WHEN"
            + " t.typcategory = 'S' THEN 'ASSIGNMENT' ELSE 'NONE' END"
            + " FROM t f CROSS JOIN t LEFT JOIN pg_catalog.pg_cast k ON k.castsource = f.oid AND k.casttarget = t.oid"
            + " WHERE f.name NOT IN ('name', '\"char\"') AND t.name NOT IN ('name', '\"char\"')";

    private final PostgresDialectProvider provider = new PostgresDialectProvider();

    @ParameterizedTest
    @EnumSource(
            value = ServerKind.class,
            names = {"POSTGRES", "POSTGRES_OLDEST"})
    void typesGoWhereTheServerHasACast(ServerKind kind, TestServers servers) throws SQLException {
        try (Connection connection = provider.connect(
                        dev.retort.project.DatabaseUrl.parse(servers.get(kind).url()), Path.of("."));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(PAIRS)) {
            ServerVersion version = provider.version(connection);
            PostgresTypes types = new PostgresTypes(new PostgresSyntax(), version);
            Casts casts = new Casts(version);
            Map<String, String> expected = new TreeMap<>();
            Map<String, String> actual = new TreeMap<>();
            while (rows.next()) {
                String pair = rows.getString(1) + " -> " + rows.getString(2);
                expected.put(pair, rows.getString(3));
                actual.put(
                        pair,
                        casts.way(types.parse(rows.getString(1)), types.parse(rows.getString(2)))
                                .name());
            }
            actual.entrySet().removeIf(entry -> entry.getValue().equals(expected.get(entry.getKey())));
            expected.keySet().retainAll(actual.keySet());
            assertEquals(expected, actual);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ServerKind.class,
            names = {"POSTGRES", "POSTGRES_OLDEST"})
    void nothingIsKnownOfTheCastsOfAnExtension(ServerKind kind) {
        Casts casts = new Casts(new ServerVersion(kind == ServerKind.POSTGRES ? 18 : 13, 0, 0, "PostgreSQL"));
        assertEquals(Casts.Way.EXPLICIT, casts.way(new DataType.Native("hstore"), new DataType.Json(true)));
        assertEquals(
                Casts.Way.NONE,
                casts.way(new DataType.Native("inet"), new DataType.Enum(QualifiedName.of("mood"), List.of())));
    }
}
