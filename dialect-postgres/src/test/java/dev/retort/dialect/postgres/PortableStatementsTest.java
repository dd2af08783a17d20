// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.retort.engine.plan.PortableSql;
import dev.retort.schema.Schema;
import dev.retort.testkit.PortableCases;
import dev.retort.testkit.SchemaCopy;
import dev.retort.testkit.server.ServerKind;
import dev.retort.testkit.server.TestServers;
import dev.retort.testkit.server.TestServersExtension;
import java.util.ServiceLoader;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Portable statements that change rows; the values of portable texts are among the compliance tests. */
@ExtendWith(TestServersExtension.class)
class PortableStatementsTest {

    private final PortableSql portable =
            ServiceLoader.load(PortableSql.class).findFirst().orElseThrow();
    private final Schema schema = PortableCases.schema();

    @ParameterizedTest
    @EnumSource(
            value = ServerKind.class,
            names = {"POSTGRES", "POSTGRES_OLDEST"})
    void updatesReadTheOldValuesOfColumns(ServerKind kind, TestServers servers) throws Exception {
        try (Live live = new Live(servers.get(kind))) {
            live.execute("CREATE TABLE v AS SELECT 1 AS id, 2 AS i");
            live.execute(portable.render("UPDATE v SET id = i, i = id WHERE i / 2 = 1", live.dialect(), schema));
            assertEquals("21", live.value("SELECT id * 10 + i FROM v"));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ServerKind.class,
            names = {"POSTGRES", "POSTGRES_OLDEST"})
    void anInsertTakesRowsOfAQuery(ServerKind kind, TestServers servers) throws Exception {
        try (Live live = new Live(servers.get(kind))) {
            SchemaCopy.create(schema, live.dialect(), live.connection());
            for (String row : PortableCases.rows()) {
                live.execute(portable.render(row, live.dialect(), schema));
            }
            live.execute("CREATE TEMP TABLE copy (id INTEGER, grp TEXT, qty INTEGER, price NUMERIC)");
            String insert = portable.render(
                    "INSERT INTO many (id, grp) SELECT id + 10, grp || '-' || qty FROM many WHERE price > 2",
                    live.dialect(),
                    schema);
            live.execute(insert.replaceFirst("\"many\"", "\"copy\""));
            String delete =
                    portable.render("DELETE FROM many WHERE grp IS NULL OR NOT grp LIKE 'a%'", live.dialect(), schema);
            live.execute(delete.replace("\"many\"", "\"copy\""));
            assertEquals("a-20", live.value("SELECT grp FROM copy"));
        }
    }
}
