// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.run;

import dev.retort.dialect.Statement;
import dev.retort.engine.RetortConfig;
import dev.retort.engine.RunEvent;
import dev.retort.engine.plan.RenderedRun;
import dev.retort.migration.RevisionId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Sends single statements and tells about each. */
final class StatementRunner {

    private final RetortConfig config;
    private final Connection connection;
    private final RevisionId revision;
    private int count;

    StatementRunner(RetortConfig config, Connection connection, RevisionId revision) {
        this.config = config;
        this.connection = connection;
        this.revision = revision;
    }

    /** {@return how many statements ran} */
    int count() {
        return count;
    }

    /** Forgets statements that were rolled back. */
    void backTo(int kept) {
        count = kept;
    }

    void run(RenderedRun run, Statement statement) throws StatementFailure {
        String text = text(statement);
        config.listener().on(new RunEvent.StatementStarted(config.target(), revision, text));
        long begin = System.nanoTime();
        long rows = -1;
        try {
            if (statement instanceof Statement.Sql sql) {
                rows = execute(sql.sql());
            } else if (statement instanceof Statement.Assertion assertion) {
                verify(assertion);
            } else if (statement instanceof Statement.Code code) {
                code.action().run(GuardedConnection.of(connection));
            }
        } catch (SQLException | AssertionViolated | RuntimeException failed) {
            throw new StatementFailure(run, statement, text, failed);
        }
        count++;
        Duration duration = Duration.ofNanos(System.nanoTime() - begin);
        config.listener().on(new RunEvent.StatementFinished(config.target(), revision, text, rows, duration));
    }

    static String text(Statement statement) {
        if (statement instanceof Statement.Sql sql) {
            return sql.sql();
        }
        if (statement instanceof Statement.Assertion assertion) {
            return assertion.query();
        }
        return statement instanceof Statement.Code code
                ? code.description()
                : ((Statement.SessionSetting) statement).set();
    }

    private long execute(String sql) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false); // braces in a text are no JDBC escapes
            boolean result = statement.execute(sql);
            long rows = result ? -1 : statement.getUpdateCount();
            // A driver may keep the failure of a later statement of the same text for when its result is asked for.
            for (int more = 0; more < 1000 && (result || statement.getUpdateCount() != -1); more++) {
                result = statement.getMoreResults();
            }
            return rows;
        }
    }

    private void verify(Statement.Assertion assertion) throws SQLException, AssertionViolated {
        try (java.sql.Statement statement = connection.createStatement();
                ResultSet violations = statement.executeQuery(assertion.query())) {
            if (violations.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= violations.getMetaData().getColumnCount(); i++) {
                    values.add(violations.getMetaData().getColumnLabel(i) + " " + violations.getString(i));
                }
                throw new AssertionViolated(assertion.message().replace("%s", String.join(", ", values)));
            }
        }
    }
}
