// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.run;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.RetortException;
import dev.retort.dialect.SessionLock;
import dev.retort.engine.MoveRequest;
import dev.retort.engine.RetortConfig;
import dev.retort.engine.RunEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the lock by trying again and again, never inside the database: a session that waits there would hold a
 * snapshot, and the holder might wait for that (PostgreSQL's CREATE INDEX CONCURRENTLY does).
 */
final class LockWait {

    private static final long FIRST_PAUSE_MILLIS = 20;
    private static final long LONGEST_PAUSE_MILLIS = 500;
    private static final Duration TELL_AGAIN = Duration.ofSeconds(5);

    /** Shorter than what servers and firewalls give an idle connection. */
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(20);

    static final String WAIT_LONGER =
            "Find out which program writes to it, and run the same command again when it is done, or wait longer with"
                    + " --lock-timeout.";

    private final RetortConfig config;
    private final Session session;

    LockWait(RetortConfig config, Session session) {
        this.config = config;
        this.session = session;
    }

    /** What others read who wait for the lock that is taken for a request. */
    static String description(RetortConfig config, MoveRequest request) {
        String who = config.user().isEmpty() ? "" : " by " + config.user();
        String where = config.host().isEmpty() ? "" : " on " + config.host();
        return "retort " + request.direction().word() + " " + String.join(" ", request.targets()) + who + where;
    }

    /** Takes the lock. {@code description} is what others read if they have to wait for it. */
    RunLock acquire(String description) {
        SessionLock lock = session.dialect().lock();
        if (!lock.needsOwnConnection()) {
            return acquire(lock, description, session.connection(), null);
        }
        LockConnection own = open();
        RunLock held = null;
        try {
            held = acquire(lock, description, own.connection(), own);
            own.keepAlive();
            return held;
        } finally {
            if (held == null) {
                own.close();
            }
        }
    }

    private LockConnection open() {
        try {
            return new LockConnection(session.further().open(), KEEP_ALIVE);
        } catch (SQLException refused) {
            throw session.noFurther(refused);
        }
    }

    private RunLock acquire(SessionLock lock, String description, Connection connection, @Nullable LockConnection own) {
        SessionLock.Request request = new SessionLock.Request(
                connection,
                session.url(),
                config.project().folder(),
                config.project().versionTable(),
                description);
        Duration limit = config.lockTimeout();
        long begin = System.nanoTime();
        long pause = FIRST_PAUSE_MILLIS;
        Duration told = null;
        while (true) {
            try {
                Optional<SessionLock.Held> held = lock.tryAcquire(request);
                Duration waited = Duration.ofNanos(System.nanoTime() - begin);
                if (held.isPresent()) {
                    config.listener().on(new RunEvent.LockObtained(config.target(), waited));
                    return new RunLock(session, held.get(), patience(held.get()), own);
                }
                if (waited.compareTo(limit) >= 0) {
                    throw timeout(lock.holder(request), limit);
                }
                if (told == null || waited.minus(told).compareTo(TELL_AGAIN) >= 0) {
                    told = waited;
                    String holder = lock.holder(request).orElse(null);
                    config.listener().on(new RunEvent.LockWaiting(config.target(), holder, waited, limit));
                }
                long left = limit.minus(waited).toMillis();
                Thread.sleep(Math.max(1, Math.min(pause, left)));
                pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
            } catch (SQLException refused) {
                throw session.refused(refused, "taking the lock");
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new RetortException(Finding.error(
                        ErrorCode.INTERRUPTED, "Interrupted while waiting for the lock. Nothing was changed."));
            }
        }
    }

    /** While the lock is held, statements wait for other programs as long as was waited for other runners. */
    private SessionLock.Held patience(SessionLock.Held lock) throws SQLException {
        try {
            return session.dialect().lock().waitForOthers(session.connection(), config.lockTimeout());
        } catch (SQLException refused) {
            lock.close();
            throw refused;
        }
    }

    /** What is thrown if a statement of Retort's own met another program's lock. */
    static RetortException refused(Session session, Duration waited, SQLException refused, String doing) {
        if (!session.dialect().errors().isTransient(refused)) {
            return session.refused(refused, doing);
        }
        Finding finding = Finding.error(
                        ErrorCode.LOCK_TIMEOUT, anotherConnection(session, waited) + " Nothing was changed.")
                .withHint(WAIT_LONGER);
        return new RetortException(List.of(finding), refused);
    }

    static String anotherConnection(Session session, Duration waited) {
        return "Another connection holds " + (session.url() == null ? "the database" : "the database " + session.url())
                + ". Waited " + seconds(waited) + " for it.";
    }

    private RetortException timeout(Optional<String> holder, Duration limit) {
        return new RetortException(Finding.error(
                        ErrorCode.LOCK_TIMEOUT,
                        "Another runner has the database: " + holder.orElse("it is not known which") + ". Waited "
                                + seconds(limit) + " for it. Nothing was changed.")
                .withHint(
                        "Run the same command again when it is done, or wait longer with --lock-timeout. The lock goes"
                                + " with its process, so there is nothing to clean up."));
    }

    static String seconds(Duration duration) {
        long millis = duration.toMillis();
        return millis % 1000 == 0 ? millis / 1000 + " s" : millis + " ms";
    }
}
