// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.NearMatches;
import dev.retort.diagnostic.RetortException;
import dev.retort.project.DatabaseUrl;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sqlite.SQLiteConfig;

/**
 * The forms of a SQLite URL: three slashes and a relative file, four and an absolute one, or JDBC's. Parameters are those
 * of SQLite's own file URIs and the driver's.
 *
 * @see <a href="https://www.sqlite.org/uri.html#recognized_query_parameters">Parameters of SQLite's URIs</a>
 */
final class SqliteUrl {

    /** How long a statement waits for other connections, in milliseconds, unless the URL says otherwise. */
    static final String BUSY_TIMEOUT = "5000";

    private static final String BUSY = "busy_timeout";
    private static final String MEMORY = ":memory:";
    private static final String FILE = "file:";
    /** Of SQLAlchemy: that the file is a URI, which needs no saying here. */
    private static final String IS_URI = "uri";

    private static final Set<String> OF_URI = Set.of("mode", "cache", "immutable", "vfs", "nolock", "psow");

    private SqliteUrl() {}

    /** The file of the database; empty if it is in memory. */
    static Optional<Path> file(DatabaseUrl url, Path project) {
        String path = path(url);
        boolean memory = path.isEmpty()
                || path.startsWith(":")
                || "memory".equals(parameters(url).get("mode"));
        return memory ? Optional.empty() : Optional.of(project.resolve(path).toAbsolutePath());
    }

    /**
     * What the driver connects to.
     *
     * @throws RetortException if there is a parameter that neither SQLite nor the driver knows
     */
    static String jdbc(DatabaseUrl url, Path project) {
        check(url);
        Map<String, String> forSqlite = new LinkedHashMap<>(parameters(url));
        forSqlite.keySet().retainAll(OF_URI);
        String path = path(url);
        String target = file(url, project).map(Path::toString).orElse(path.isEmpty() ? MEMORY : path);
        boolean plain = forSqlite.isEmpty() && target.indexOf('?') < 0 && !target.startsWith(FILE);
        return "jdbc:sqlite:" + (plain ? target : uri(target, forSqlite));
    }

    /** The settings that the driver makes. */
    static Properties properties(DatabaseUrl url) {
        Properties properties = new Properties();
        properties.setProperty(BUSY, BUSY_TIMEOUT);
        parameters(url).forEach((name, value) -> {
            if (!OF_URI.contains(name) && !name.equals(IS_URI)) {
                properties.setProperty(name, value);
            }
        });
        return properties;
    }

    static String busyTimeout(DatabaseUrl url) {
        return parameters(url).getOrDefault(BUSY, BUSY_TIMEOUT);
    }

    private static String uri(String path, Map<String, String> parameters) {
        String slashes = path.replace('\\', '/');
        String rooted = slashes.matches("[A-Za-z]:.*") ? "/" + slashes : slashes;
        String query = parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
        String encoded = rooted.replace("%", "%25").replace("?", "%3f").replace("#", "%23");
        return FILE + encoded + (query.isEmpty() ? "" : "?" + query);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String path(DatabaseUrl url) {
        String rest = url.afterScheme();
        String path;
        if (rest.startsWith("//") && !url.isJdbc()) {
            path = url.path().startsWith("/") ? url.path().substring(1) : url.path();
        } else {
            int question = rest.indexOf('?');
            path = question < 0 ? rest : rest.substring(0, question);
        }
        if (!path.startsWith(FILE)) {
            return path;
        }
        String file = path.substring(FILE.length());
        return file.startsWith("///") ? file.substring(2) : file;
    }

    private static Map<String, String> parameters(DatabaseUrl url) {
        // The part of a JDBC URL before the question mark is the driver's affair, the rest has the usual form.
        String rest = url.afterScheme();
        int question = rest.indexOf('?');
        Map<String, String> given = question < 0
                ? Map.of()
                : DatabaseUrl.parse("sqlite:///" + rest.substring(question)).secretParameters();
        Map<String, String> parameters = new LinkedHashMap<>();
        given.forEach((name, value) -> parameters.put(name.toLowerCase(Locale.ROOT), value));
        return parameters;
    }

    private static void check(DatabaseUrl url) {
        if (!url.isJdbc() && url.host().isPresent()) {
            throw new RetortException(Finding.error(
                            ErrorCode.BAD_URL,
                            "The URL " + url + " names a host, but SQLite has none: a file follows three slashes.")
                    .withHint("Write sqlite:///app.db, or four slashes before an absolute path."));
        }
        Set<String> known = new TreeSet<>(OF_URI);
        known.add(IS_URI);
        for (SQLiteConfig.Pragma pragma : SQLiteConfig.Pragma.values()) {
            known.add(pragma.getPragmaName());
        }
        List<Finding> unknown = new ArrayList<>();
        for (String name : parameters(url).keySet()) {
            if (!known.contains(name)) {
                unknown.add(Finding.error(
                                ErrorCode.BAD_URL,
                                "The URL " + url + " has a parameter '" + name
                                        + "', which neither SQLite nor its driver knows.")
                        .about(name)
                        .withHint(new NearMatches(known).question(name)));
            }
        }
        if (!unknown.isEmpty()) {
            throw new RetortException(unknown);
        }
    }
}
