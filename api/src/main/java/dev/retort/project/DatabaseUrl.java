// SPDX-License-Identifier: Apache-2.0
package dev.retort.project;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The URL of a database: a JDBC URL, or the form that most other tools use ({@code postgresql://user:password@host/name},
 * {@code sqlite:///file.db}). Its printed form never shows a password.
 */
public final class DatabaseUrl {

    private static final Pattern SCHEME =
            Pattern.compile("([A-Za-z][A-Za-z0-9]*)(?:\\+[A-Za-z0-9_]+)?:(.*)", Pattern.DOTALL);
    private static final Pattern AUTHORITY = Pattern.compile(
            "//(?:(?<user>[^:@/?#]*)(?::(?<password>[^/?#]*))?@)?(?<host>\\[[^]]*]|[^:/?#]*)(?::(?<port>\\d+))?"
                    + "(?<path>/[^?#]*)?(?:\\?(?<query>[^#]*))?(?:#.*)?",
            Pattern.DOTALL);

    private final String text;
    private final boolean jdbc;
    private final String scheme;
    private final String rest;
    private final @Nullable Matcher authority;

    private DatabaseUrl(String text, boolean jdbc, String scheme, String rest) {
        this.text = text;
        this.jdbc = jdbc;
        this.scheme = scheme;
        this.rest = rest;
        Matcher matcher = AUTHORITY.matcher(rest);
        this.authority = matcher.matches() ? matcher : null;
    }

    /**
     * Reads a URL.
     *
     * @param text the URL
     * @return the URL in parts
     * @throws IllegalArgumentException if it has no scheme; the message does not repeat the text
     */
    public static DatabaseUrl parse(String text) {
        String trimmed = text.strip();
        boolean jdbc = trimmed.regionMatches(true, 0, "jdbc:", 0, 5);
        Matcher matcher = SCHEME.matcher(jdbc ? trimmed.substring(5) : trimmed);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a database URL must start with a scheme, such as sqlite:///app.db, "
                    + "postgresql://user@host/name or jdbc:mysql://host/name");
        }
        return new DatabaseUrl(trimmed, jdbc, matcher.group(1).toLowerCase(Locale.ROOT), matcher.group(2));
    }

    /** {@return the URL as it was given, password included: for drivers alone} */
    public String secretText() {
        return text;
    }

    /** {@return whether it was given as a JDBC URL} */
    public boolean isJdbc() {
        return jdbc;
    }

    /** {@return the scheme in lower case, without {@code jdbc:} and without a driver's name after a plus sign} */
    public String scheme() {
        return scheme;
    }

    /** {@return what follows the scheme and its colon, password included} */
    public String afterScheme() {
        return rest;
    }

    /** {@return the user, decoded, if the URL names one before the host} */
    public Optional<String> user() {
        return part("user").filter(user -> !user.isEmpty()).map(DatabaseUrl::decode);
    }

    /** {@return the password, decoded, if the URL has one before the host: for drivers alone} */
    public Optional<String> secretPassword() {
        return part("password").map(DatabaseUrl::decode);
    }

    /** {@return the host, if the URL names one} */
    public Optional<String> host() {
        return part("host").filter(host -> !host.isEmpty());
    }

    /** {@return the port, if the URL names one} */
    public Optional<Integer> port() {
        return part("port").map(Integer::valueOf);
    }

    /** {@return what follows host and port up to a question mark, decoded, with its leading slash; may be empty} */
    public String path() {
        return part("path").map(DatabaseUrl::decode).orElse("");
    }

    /** {@return the parameters after the question mark, decoded, in order; they may hold a password} */
    public Map<String, String> secretParameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        part("query").ifPresent(query -> {
            for (String pair : query.split("&")) {
                int equals = pair.indexOf('=');
                if (!pair.isEmpty()) {
                    parameters.put(
                            decode(equals < 0 ? pair : pair.substring(0, equals)),
                            equals < 0 ? "" : decode(pair.substring(equals + 1)));
                }
            }
        });
        return Collections.unmodifiableMap(parameters);
    }

    private Optional<String> part(String group) {
        return authority == null ? Optional.empty() : Optional.ofNullable(authority.group(group));
    }

    private static String decode(String encoded) {
        try {
            return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return encoded; // a percent sign that was meant as one
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof DatabaseUrl that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return Objects.hash(text);
    }

    /** {@return the URL with {@code ***} in place of every password} */
    @Override
    public String toString() {
        return Redaction.redact(text);
    }
}
