// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.Identifier;
import dev.retort.schema.Options;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.TableBuilder;
import dev.retort.schema.TextAttributes;
import dev.retort.testkit.server.ServerKind;
import dev.retort.testkit.server.TestServers;
import dev.retort.testkit.server.TestServersExtension;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests that have an empty database on a real server, and short names for what they make in it. */
@ExtendWith(TestServersExtension.class)
abstract class OnServer {

    static final QualifiedName T = QualifiedName.of("t");
    static final DataType INTEGER = new DataType.Integer();
    static final DataType TEXT = new DataType.Text(TextAttributes.DEFAULT);

    Live live;

    @BeforeEach
    void open(TestServers servers) throws Exception {
        live = new Live(servers.get(ServerKind.POSTGRES));
    }

    @AfterEach
    void close() throws SQLException {
        live.close();
    }

    static TableBuilder table(Column... columns) {
        return new TableBuilder(T).columns(List.of(columns));
    }

    static Identifier name(String name) {
        return new Identifier(name);
    }

    static Options option(String name, Object value) {
        return Options.of(PostgresOptions.DIALECT, name, value);
    }
}
