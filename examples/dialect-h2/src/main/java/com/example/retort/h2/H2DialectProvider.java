// SPDX-License-Identifier: Apache-2.0
package com.example.retort.h2;

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

    /** A file beside the working directory, which is to be one beside the project. */
    private static final Pattern RELATIVE = Pattern.compile("(file:)?\\./(.*)", Pattern.DOTALL);

    @Override
    public String id() {
        return H2Dialect.ID;
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
    public ServerVersion defaultVersion() {
        return ServerVersion.parse("H2", org.h2.engine.Constants.VERSION);
    }

    /** The first version whose information schema is that of the standard is 2.2. */
    @Override
    public Dialect dialect(ServerVersion version) {
        version.require(2, 2);
        return new H2Dialect(version);
    }
}
