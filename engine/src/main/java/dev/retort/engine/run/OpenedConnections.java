// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.run;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The way in which a dialect opens connections, as a source for a pool. */
final class OpenedConnections implements DataSource {

    private final Opener opener;

    /** Opens a connection. */
    interface Opener {

        Connection open() throws SQLException;
    }

    OpenedConnections(Opener opener) {
        this.opener = opener;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return opener.open();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("the user is part of the URL");
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) {
        // nothing is written there
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // the URL's own parameters say it
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("nothing is logged");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("there is no " + type.getName() + " behind this");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
