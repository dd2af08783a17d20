// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit;

import dev.retort.dialect.Statement;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs the statements of one revision as a runner does: settings are made before the transaction and put back after it,
 * assertions that fail roll everything back.
 */
final class StatementExecutor {

    private final Connection connection;

    /** The connection commits each statement. */
    StatementExecutor(Connection connection) {
        this.connection = connection;
    }

    /** Runs all or, where DDL can be rolled back, none. */
    void run(List<Statement> statements) throws SQLException {
        Map<Statement.SessionSetting, @Nullable String> settings = new LinkedHashMap<>();
        for (Statement statement : statements) {
            if (statement instanceof Statement.SessionSetting setting
                    && settings.keySet().stream().noneMatch(other -> other.key().equals(setting.key()))) {
                settings.put(setting, first(setting.query()));
                execute(setting.set());
            }
        }
        try {
            transaction(statements);
        } finally {
            for (Map.Entry<Statement.SessionSetting, @Nullable String> setting : settings.entrySet()) {
                execute(setting.getKey().restore().replace("%s", String.valueOf(setting.getValue())));
            }
        }
    }

    private void transaction(List<Statement> statements) throws SQLException {
        connection.setAutoCommit(false);
        try {
            for (Statement statement : statements) {
                run(statement);
            }
            connection.commit();
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private void run(Statement statement) throws SQLException {
        if (statement instanceof Statement.Sql sql) {
            run(sql);
        } else if (statement instanceof Statement.Assertion assertion) {
            String violation = first(assertion.query());
            if (violation != null) {
                throw new SQLException(
                        "assertion failed: " + assertion.message().replace("%s", violation));
            }
        } else if (statement instanceof Statement.Code code) {
            code.action().run(connection);
        }
    }

    private void run(Statement.Sql sql) throws SQLException {
        if (sql.placement() == Statement.Placement.AUTOCOMMIT) {
            connection.commit();
            connection.setAutoCommit(true);
            execute(sql.sql());
            connection.setAutoCommit(false);
        } else {
            execute(sql.sql());
        }
    }

    private void execute(String sql) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new SQLException(e.getMessage() + "\nin: " + sql, e.getSQLState(), e.getErrorCode(), e);
        }
    }

    private @Nullable String first(String query) throws SQLException {
        try (java.sql.Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return rows.next() ? String.valueOf(rows.getString(1)) : null;
        }
    }
}
