// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.dialect.Statement;
import dev.retort.dialect.Timeouts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings that make timeouts hold, all in milliseconds.
 *
 * @see <a href="https://www.postgresql.org/docs/current/runtime-config-client.html">Statement Behavior</a>
 */
final class PostgresTimeouts {

    private PostgresTimeouts() {}

    static List<Statement.SessionSetting> settings(Timeouts timeouts) {
        List<Statement.SessionSetting> settings = new ArrayList<>();
        add(settings, "lock_timeout", timeouts.lock());
        add(settings, "statement_timeout", timeouts.statement());
        add(settings, "idle_in_transaction_session_timeout", timeouts.idle());
        return settings;
    }

    private static void add(List<Statement.SessionSetting> settings, String name, @Nullable Duration timeout) {
        if (timeout != null) {
            settings.add(new Statement.SessionSetting(
                    name,
                    "SELECT pg_catalog.current_setting('" + name + "')",
                    "SET " + name + " = '" + timeout.toMillis() + "ms'",
                    "SET " + name + " = '%s'",
                    "RESET " + name));
        }
    }
}
