// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.dialect.Statement;
import dev.retort.dialect.mysql.text.Quote;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.Literal;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Statements that need another {@code sql_mode} than the session's, which the server keeps with a stored program, and which
 * decides whether a default may be a date that is none.
 */
final class Modes {

    private static final String KEEP = "SET @retort_sql_mode = @@SESSION.sql_mode, SESSION sql_mode = ";
    private static final Statement RESTORE = new Statement.Sql("SET SESSION sql_mode = @retort_sql_mode");
    /** Puts the mode back when a statement in between fails. */
    private static final Statement SAFE = new Statement.SessionSetting(
            "sql_mode",
            "SELECT @@SESSION.sql_mode",
            "SET SESSION sql_mode = @@SESSION.sql_mode",
            "SET SESSION sql_mode = '%s'");

    private static final String ANY_DATE = "CONCAT(REPLACE(REPLACE(REPLACE(@@SESSION.sql_mode, 'NO_ZERO_IN_DATE', ''),"
            + " 'NO_ZERO_DATE', ''), 'TRADITIONAL', ''), ',ALLOW_INVALID_DATES')";
    /** A date that is kept as a text is none: it has zeroes, or its month is shorter. */
    private static final Pattern NO_DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d\\b.*", Pattern.DOTALL);

    private Modes() {}

    /** A statement in a mode that is spelled out. */
    static List<Statement> in(String modes, List<Statement> statements) {
        return around(Quote.string(modes), statements);
    }

    /** Statements in a mode that takes dates without a year, month or day, and days that a month does not have. */
    static List<Statement> withAnyDates(List<Statement> statements) {
        return around(ANY_DATE, statements);
    }

    private static List<Statement> around(String modes, List<Statement> statements) {
        List<Statement> all = new ArrayList<>();
        all.add(new Statement.Sql(KEEP + modes));
        all.addAll(statements);
        all.add(RESTORE);
        return all;
    }

    /** Statements with what makes sure that the session has its mode again in the end. */
    static List<Statement> safe(List<Statement> statements) {
        if (statements.stream().noneMatch(RESTORE::equals)) {
            return statements;
        }
        List<Statement> all = new ArrayList<>(List.of(SAFE));
        all.addAll(statements);
        return all;
    }

    static boolean hasFalseDates(Table table) {
        return table.columns().stream().anyMatch(Modes::isFalseDate);
    }

    private static boolean isFalseDate(Column column) {
        return column.defaultValue() instanceof DefaultValue.Constant constant
                && constant.value() instanceof Literal.Text text
                && (column.type() instanceof DataType.Date || column.type() instanceof DataType.Timestamp)
                && NO_DATE.matcher(text.value()).matches();
    }
}
