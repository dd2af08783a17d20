// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.run;

import dev.retort.dialect.Statement.SessionSetting;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** Settings of a session that a step needs: made before its transaction, put back after it in reverse order. */
final class SessionSettings {

    private final Connection connection;
    private final Set<String> made = new HashSet<>();
    private final Deque<String> restores = new ArrayDeque<>();

    SessionSettings(Connection connection) {
        this.connection = connection;
    }

    boolean isMade(SessionSetting setting) {
        return made.contains(setting.key());
    }

    /** Makes a setting, outside any transaction; one of a key that is made already is left alone. */
    void make(SessionSetting setting) throws SQLException {
        if (isMade(setting)) {
            return;
        }
        try (java.sql.Statement statement = connection.createStatement()) {
            String value = "";
            try (ResultSet present = statement.executeQuery(setting.query())) {
                if (present.next()) {
                    value = String.valueOf(present.getString(1));
                }
            }
            restores.push(setting.restore().replace("%s", value));
            made.add(setting.key());
            statement.execute(setting.set());
        }
    }

    /** Puts everything back; goes on if one of them fails, and then throws the first failure. */
    void restore() throws SQLException {
        SQLException first = null;
        while (!restores.isEmpty()) {
            try (java.sql.Statement statement = connection.createStatement()) {
                statement.execute(restores.pop());
            } catch (SQLException failed) {
                first = first == null ? failed : first;
            }
        }
        made.clear();
        if (first != null) {
            throw first;
        }
    }
}
