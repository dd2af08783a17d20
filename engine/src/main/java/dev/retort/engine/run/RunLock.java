// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.run;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.RetortException;
import dev.retort.dialect.SessionLock;
import dev.retort.project.Redaction;
import dev.retort.schema.QualifiedName;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lock against other runners while it is held. */
final class RunLock implements AutoCloseable {

    private final Session session;
    private final SessionLock.Held held;
    private final SessionLock.Held patience;
    private final @Nullable LockConnection own;

    /**
     * @param held     the lock
     * @param patience closed before the lock is
     * @param own      the connection that the lock lives on, or null if it does not live on one
     */
    RunLock(Session session, SessionLock.Held held, SessionLock.Held patience, @Nullable LockConnection own) {
        this.session = session;
        this.held = held;
        this.patience = patience;
        this.own = own;
    }

    /**
     * Makes sure that nobody else can have it by now.
     *
     * @param doing what would come next, as it follows "before"
     * @throws RetortException if the session that it lived in is gone
     */
    void requireHeld(String doing) {
        if (own != null && !own.isAlive()) {
            throw new RetortException(Finding.error(
                            ErrorCode.LOCK_LOST,
                            "The connection that holds the lock against other runners was closed by the server or on the"
                                    + " way to it, so the run stopped before " + doing + ".")
                    .withHint("What is done is recorded. Run the same command again; if it happens again, look for what"
                            + " ends idle connections."));
        }
    }

    /**
     * Who holds locks that a statement waited for in vain.
     *
     * @param objects what the statement speaks of
     * @return a line for each; none if it cannot be found out
     */
    List<String> holders(Collection<QualifiedName> objects) {
        try {
            if (own == null) {
                return redacted(session.dialect().lockHolders(session.connection(), objects));
            }
            synchronized (own) {
                return redacted(session.dialect().lockHolders(own.connection(), objects));
            }
        } catch (SQLException unknown) {
            return List.of(); // the report that this is for must not fail
        }
    }

    private static List<String> redacted(List<String> lines) {
        return lines.stream().map(Redaction::redact).toList();
    }

    @Override
    public void close() {
        patience.close();
        if (own == null) {
            held.close();
            return;
        }
        synchronized (own) {
            held.close();
            own.close();
        }
    }
}
