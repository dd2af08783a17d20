// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.retort.dialect.Statement;
import dev.retort.dialect.Timeouts;
import dev.retort.schema.QualifiedName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LimitedWaitsTest extends OnServer {

    private static final QualifiedName OTHER = QualifiedName.of("other");

    private String first(String query) throws SQLException {
        try (java.sql.Statement statement = live.connection().createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void everyTimeoutIsMadeAndPutBack() throws Exception {
        Timeouts timeouts = new Timeouts(Duration.ofSeconds(3), Duration.ofMinutes(2), Duration.ofMillis(1500));
        List<Statement.SessionSetting> settings = live.dialect().timeouts(timeouts);
        assertEquals(
                List.of("lock_timeout", "statement_timeout", "idle_in_transaction_session_timeout"),
                settings.stream().map(Statement.SessionSetting::key).toList());
        List<String> held = List.of("3s", "2min", "1500ms");
        for (int i = 0; i < settings.size(); i++) {
            Statement.SessionSetting setting = settings.get(i);
            String before = first(setting.query());
            live.execute(setting.set());
            assertEquals(held.get(i), first(setting.query()));
            live.execute(setting.restore().replace("%s", before));
            assertEquals(before, first(setting.query()));
            live.execute(setting.set());
            live.execute(String.valueOf(setting.reset()));
            assertEquals(before, first(setting.query()));
        }
    }

    @Test
    void nothingIsSetWhereNothingIsSaid() {
        assertEquals(List.of(), live.dialect().timeouts(new Timeouts(null, null, null)));
    }

    @Test
    void aLockThatIsNotObtainedInTimeNamesItsHolder() throws Exception {
        live.execute("CREATE TABLE t (id integer)");
        live.execute("CREATE TABLE other (id integer)");
        try (Connection holder = live.database().connect()) {
            execute(holder, "SET application_name = 'greedy'");
            holder.setAutoCommit(false);
            execute(holder, "SELECT *\n FROM t");
            Statement.SessionSetting timeout = live.dialect()
                    .timeouts(new Timeouts(Duration.ofMillis(50), null, null))
                    .get(0);
            live.execute(timeout.set());
            SQLException late = assertThrows(SQLException.class, () -> live.execute("ALTER TABLE t ADD x integer"));
            live.execute(String.valueOf(timeout.reset()));
            assertEquals("55P03", late.getSQLState());
            for (List<QualifiedName> asked : List.of(List.of(OTHER, T), List.<QualifiedName>of())) {
                List<String> holders = live.dialect().lockHolders(live.connection(), asked);
                assertEquals(1, holders.size(), holders.toString());
                assertTrue(
                        holders.get(0)
                                .matches("process \\d+ \\(greedy, idle in transaction since [0-9:]{8}\\):"
                                        + " SELECT \\* FROM t"),
                        holders.toString());
            }
            assertEquals(List.of(), live.dialect().lockHolders(live.connection(), List.of(OTHER)));
            holder.rollback();
            assertEquals(List.of(), live.dialect().lockHolders(live.connection(), List.of(T)));
        }
    }
}
