// SPDX-License-Identifier: Apache-2.0
package com.example.retort.h2;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.RetortException;
import dev.retort.dialect.*;
import dev.retort.project.DatabaseUrl;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.h2.Driver;

/** The entry of the H2 dialect. */
public final class H2DialectProvider implements DialectProvider {

    private static final String PRODUCT = "H2";
    /** The first version whose information schema is that of the standard. */
    private static final ServerVersion OLDEST = new ServerVersion(2, 2, 0, PRODUCT);
    /** A file beside the working directory, which is to be one beside the project. */
    private static final Pattern RELATIVE = Pattern.compile("(file:)?\\./(.*)", Pattern.DOTALL);

    /** For the service loader. */
    public H2DialectProvider() {}

    @Override
    public String id() {
        return H2Dialect.ID;
    }

    @Override
    public boolean accepts(DatabaseUrl url) {
        return url.scheme().equals("h2");
    }

    @Override
    public List<String> urlExamples() {
        return List.of("jdbc:h2:./app", "jdbc:h2:mem:app", "jdbc:h2:tcp://host/~/app;USER=sa");
    }

    @Override
    public Connection connect(DatabaseUrl url, Path project) throws SQLException {
        Matcher relative = RELATIVE.matcher(url.afterScheme());
        String place = relative.matches()
                ? "file:" + project.toAbsolutePath().resolve(relative.group(2))
                : url.afterScheme();
        return new Driver().connect("jdbc:h2:" + place, new Properties());
    }

    @Override
    public ServerVersion version(Connection connection) throws SQLException {
        return ServerVersion.parse(PRODUCT, connection.getMetaData().getDatabaseProductVersion());
    }

    @Override
    public ServerVersion defaultVersion() {
        return ServerVersion.parse(PRODUCT, org.h2.engine.Constants.VERSION);
    }

    /**
     * @throws RetortException if the version is older than 2.2
     */
    @Override
    public Dialect dialect(ServerVersion version) {
        if (version.compareTo(OLDEST) < 0) {
            throw new RetortException(
                    Finding.error(ErrorCode.TOO_OLD, "H2 2.2 or later is needed, but this is " + version + "."));
        }
        return new H2Dialect(version);
    }

    @Override
    public ErrorTranslator errors() {
        return new H2Errors();
    }
}
