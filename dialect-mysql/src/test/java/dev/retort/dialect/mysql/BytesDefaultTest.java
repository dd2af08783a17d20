// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.retort.dialect.InspectionScope;
import dev.retort.schema.Column;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.Identifier;
import dev.retort.schema.Literal;
import dev.retort.schema.QualifiedName;
import dev.retort.testkit.TestDatabase;
import dev.retort.testkit.server.ServerKind;
import dev.retort.testkit.server.TestServers;
import dev.retort.testkit.server.TestServersExtension;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Defaults of bytes are read as they are, whether or not they are text. */
@ExtendWith(TestServersExtension.class)
class BytesDefaultTest {

    @ParameterizedTest
    @CsvSource({
        "MYSQL, cf39dede83e32857965f", "MYSQL, 00ff275c00", "MYSQL, ''",
        "MARIADB, cf39dede83e32857965f", "MARIADB, 00ff275c00", "MARIADB, ''"
    })
    void bytesAreReadAsTheyAre(ServerKind kind, String hex, TestServers servers) throws Exception {
        FamilyHarness harness = LockTest.harness(servers, kind);
        try (TestDatabase database = harness.newDatabase();
                Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t (`größe` varbinary(20) DEFAULT (X'" + hex + "'))");
            Column column = harness.dialect()
                    .inspector()
                    .inspect(connection, InspectionScope.DEFAULT)
                    .schema()
                    .table(QualifiedName.of("t"))
                    .flatMap(table -> table.column(new Identifier("größe")))
                    .orElseThrow();
            assertEquals(new DefaultValue.Constant(new Literal.Bytes(hex)), column.defaultValue());
        }
    }
}
