// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.dialect.Statement.SessionSetting;
import dev.retort.dialect.Timeouts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Timeouts as settings of the session. Waiting for a lock has two limits, that for the definition of a table and that for
 * rows. MySQL ends no statement but a SELECT ({@code max_execution_time}), and an idle transaction only with its whole
 * session ({@code wait_timeout}); MariaDB has a limit for each.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/9.0/en/server-system-variables.html">System variables</a>
 */
record SessionTimeouts(Flavor flavor) {

    /** The most that a limit of waiting takes: a year, which stands for ever. */
    private static final long FOR_EVER = 31_536_000;

    private static final int MILLISECOND_DIGITS = 3;
    private static final long MILLISECONDS = 1000;
    /** What fits into four bytes. */
    private static final long MOST_MILLISECONDS = 0xffff_ffffL;

    List<SessionSetting> settings(Timeouts timeouts) {
        List<SessionSetting> settings = new ArrayList<>();
        if (timeouts.lock() != null) {
            settings.add(lock(seconds(timeouts.lock())));
        }
        if (timeouts.statement() != null) {
            settings.add(statement(timeouts.statement()));
        }
        if (timeouts.idle() != null) {
            settings.add(
                    flavor.isMariaDb()
                            ? setting(
                                    "idle_transaction_timeout",
                                    timeouts.idle().isZero() ? "0" : "" + seconds(timeouts.idle()))
                            : setting("wait_timeout", "" + seconds(timeouts.idle())));
        }
        return settings;
    }

    /** Both limits of a lock in one, since each timeout is one setting. */
    private static SessionSetting lock(long seconds) {
        return new SessionSetting(
                "lock_wait_timeout",
                "SELECT CONCAT('lock_wait_timeout = ', @@session.lock_wait_timeout,"
                        + " ', SESSION innodb_lock_wait_timeout = ', @@session.innodb_lock_wait_timeout)",
                "SET SESSION lock_wait_timeout = " + seconds + ", SESSION innodb_lock_wait_timeout = " + seconds,
                "SET SESSION %s",
                "SET SESSION lock_wait_timeout = DEFAULT, SESSION innodb_lock_wait_timeout = DEFAULT");
    }

    private SessionSetting statement(Duration timeout) {
        if (!flavor.isMariaDb()) {
            return setting("max_execution_time", "" + Math.min(milliseconds(timeout), MOST_MILLISECONDS));
        }
        long most = FOR_EVER * MILLISECONDS;
        return setting(
                "max_statement_time",
                BigDecimal.valueOf(Math.min(milliseconds(timeout), most), MILLISECOND_DIGITS)
                        .stripTrailingZeros()
                        .toPlainString());
    }

    private static SessionSetting setting(String variable, String value) {
        return new SessionSetting(
                variable,
                "SELECT @@session." + variable,
                "SET SESSION " + variable + " = " + value,
                "SET SESSION " + variable + " = %s",
                "SET SESSION " + variable + " = DEFAULT");
    }

    /** Whole seconds, at least one; nothing stands for ever. */
    private static long seconds(Duration timeout) {
        return timeout.isZero()
                ? FOR_EVER
                : Math.min(
                        FOR_EVER,
                        BigDecimal.valueOf(milliseconds(timeout), MILLISECOND_DIGITS)
                                .setScale(0, RoundingMode.CEILING)
                                .longValueExact());
    }

    /** At least one, unless there is no limit. */
    private static long milliseconds(Duration timeout) {
        long seconds = Math.min(timeout.toSeconds(), FOR_EVER);
        return timeout.isZero() ? 0 : Math.max(1, seconds * MILLISECONDS + timeout.toMillisPart());
    }
}
