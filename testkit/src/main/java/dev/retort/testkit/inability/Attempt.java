// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit.inability;

import dev.retort.dialect.Dialect;
import dev.retort.schema.DataType;
import dev.retort.schema.Identifier;
import dev.retort.schema.TextAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Runs ISO SQL with the quoting and the types of a dialect: {@code [name]} stands for a quoted name, {@code <int>},
 * {@code <text>} and {@code <clob>} for the types INTEGER, VARCHAR(40) and a text of any length.
 */
final class Attempt {

    private static final Pattern WORD = Pattern.compile("\\[(\\w+)]|<(int|text|clob)>");

    private final Dialect dialect;
    private final Connection connection;

    Attempt(Dialect dialect, Connection connection) {
        this.dialect = dialect;
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    String sql(String template) {
        return WORD.matcher(template).replaceAll(word -> Matcher.quoteReplacement(word(word)));
    }

    private String word(MatchResult word) {
        if (word.group(1) != null) {
            return dialect.writer().name(new Identifier(word.group(1))).toString();
        }
        return dialect.types()
                .render(
                        switch (word.group(2)) {
                            case "int" -> new DataType.Integer();
                            case "clob" -> new DataType.Text(TextAttributes.DEFAULT);
                            default -> new DataType.Varchar(40, TextAttributes.DEFAULT);
                        });
    }

    /** Runs statements, one after another. */
    void run(String... templates) throws SQLException {
        for (String template : templates) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql(template));
            }
        }
    }

    /** Whether the database refuses a statement. */
    boolean refuses(String template) {
        try {
            run(template);
            return false;
        } catch (SQLException refused) {
            return true;
        }
    }

    /** Whether the database runs a statement. */
    boolean takes(String template) {
        return !refuses(template);
    }

    /** The first value that a query gives, as text. */
    @Nullable
    String value(String template) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql(template))) {
            return rows.next() ? rows.getString(1) : null;
        }
    }

    /** Whether a query gives a value; numbers may be followed by zeros. */
    boolean gives(String expected, String template) throws SQLException {
        return Objects.equals(expected, value(template));
    }
}
