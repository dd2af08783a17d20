// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.sql;

import dev.retort.diagnostic.NearMatches;
import dev.retort.diagnostic.RetortException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.calcite.avatica.util.Casing;
import org.apache.calcite.avatica.util.Quoting;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParser;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.validate.SqlConformanceEnum;
import org.jspecify.annotations.Nullable;

/** Reads portable texts: one statement or one expression, names in the case they are written. */
final class PortableParser {

    private static final SqlParser.Config CONFIG = SqlParser.config()
            .withQuoting(Quoting.DOUBLE_QUOTE)
            .withUnquotedCasing(Casing.UNCHANGED)
            .withQuotedCasing(Casing.UNCHANGED)
            .withIdentifierMaxLength(1000)
            .withConformance(SqlConformanceEnum.LENIENT);
    private static final Pattern FIRST_WORD = Pattern.compile("(?s)(?:\\s|--[^\\n]*(?:\\n|$)|/\\*.*?\\*/)*+(\\w*).*");
    private static final Set<String> STATEMENTS = Set.of("SELECT", "INSERT", "UPDATE", "DELETE", "WITH", "VALUES");
    private static final Set<String> OTHER_STATEMENTS =
            Set.of("ALTER", "CREATE", "DROP", "MERGE", "TRUNCATE", "GRANT", "REVOKE", "COMMENT", "UPSERT", "REPLACE");
    private static final Pattern FOUND = Pattern.compile("Encountered \"(.*?)\" at line", Pattern.DOTALL);
    private static final Pattern PLACE = Pattern.compile("line (\\d+), column (\\d+)");
    private static final int MANY = 6;

    private PortableParser() {}

    static SqlNode parse(String sql) {
        Matcher first = FIRST_WORD.matcher(sql);
        String word = first.matches() ? first.group(1).toUpperCase(Locale.ROOT) : "";
        boolean call =
                first.matches() && sql.substring(first.end(1)).stripLeading().startsWith("(");
        if (OTHER_STATEMENTS.contains(word) && !call) {
            throw new RetortException(Problems.at(
                    1,
                    1,
                    "Found '" + word + "', but a portable text is SELECT, INSERT, UPDATE, DELETE or an expression.",
                    "Use an operation, such as create_table, for changes of the schema."));
        }
        SqlParser parser = SqlParser.create(sql, CONFIG);
        try {
            if (!STATEMENTS.contains(word)) {
                return parser.parseExpression();
            }
            SqlNodeList statements = parser.parseStmtList();
            if (statements.size() > 1) {
                throw new RetortException(Problems.at(
                        statements.get(1).getParserPosition().getLineNum(),
                        statements.get(1).getParserPosition().getColumnNum(),
                        "Found a second statement, but a portable text is one statement.",
                        "Write an operation for each."));
            }
            return statements.get(0);
        } catch (SqlParseException wrong) {
            throw new RetortException(List.of(finding(wrong, parser)), wrong);
        }
    }

    private static dev.retort.diagnostic.Finding finding(SqlParseException wrong, SqlParser parser) {
        String message = String.valueOf(wrong.getMessage());
        Matcher found = FOUND.matcher(message);
        Matcher place = PLACE.matcher(message);
        SqlParserPos position = wrong.getPos();
        int line = 1;
        int column = 1;
        if (position != null) {
            line = position.getLineNum();
            column = position.getColumnNum();
        } else if (place.find()) {
            line = Integer.parseInt(place.group(1));
            column = Integer.parseInt(place.group(2));
        }
        if (!found.find()) {
            return Problems.at(line, column, sentence(message), null);
        }
        String token = found.group(1).equals("<EOF>") ? "the end" : "'" + found.group(1) + "'";
        Set<String> expected = new TreeSet<>();
        for (String name : wrong.getExpectedTokenNames()) {
            if (name.startsWith("\"") && name.length() > 2) {
                expected.add(name.substring(1, name.length() - 1));
            }
        }
        String word = found.group(1).strip().split("\\s+", -1)[0];
        String what = "Found " + token + ", which cannot stand here";
        if (!expected.isEmpty() && expected.size() <= MANY) {
            what = "Found " + token + ", but expected "
                    + expected.stream().map(name -> "'" + name + "'").collect(Collectors.joining(" or "));
        }
        return Problems.at(line, column, what + ".", hint(word, expected, parser));
    }

    private static @Nullable String hint(String word, Set<String> expected, SqlParser parser) {
        if (parser.getMetadata().isReservedWord(word.toUpperCase(Locale.ROOT))) {
            return "If '" + word + "' is meant as a name, write it in double quotes: it is a reserved word.";
        }
        return word.matches("\\w+") ? new NearMatches(expected).question(word) : null;
    }

    private static String sentence(String message) {
        String first =
                message.lines().findFirst().orElse("The text cannot be read").strip();
        return first.endsWith(".") ? first : first + ".";
    }
}
