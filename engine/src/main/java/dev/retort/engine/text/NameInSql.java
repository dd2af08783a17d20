// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.text;

import dev.retort.engine.text.SqlToken.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Finds and renames a column or table in an expression that belongs to one table: a check, a generated column, an index.
 *
 * <p>It is conservative. A token is taken for the name only if it stands where a column can stand: not before an opening
 * parenthesis, not behind another table's name, not where a type or collation is expected. A name in another case counts
 * only if no other name equals it. In a text with backticks, double quotes are strings, as in MySQL.
 */
public final class NameInSql {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final String name;
    private final Set<String> otherNames;
    private final Set<String> qualifiers;

    /**
     * @param name       the name to look for
     * @param otherNames names of the other columns
     * @param qualifiers what may stand before it with a point: the table's name, {@code NEW}, {@code OLD}
     */
    public NameInSql(String name, Set<String> otherNames, Set<String> qualifiers) {
        this.name = name;
        this.otherNames = folded(otherNames);
        this.qualifiers = folded(qualifiers);
    }

    private static Set<String> folded(Set<String> names) {
        Set<String> result = new HashSet<>();
        names.forEach(n -> result.add(n.toLowerCase(Locale.ROOT)));
        return result;
    }

    /**
     * @param sql an expression
     * @return whether it names the column
     */
    public boolean isIn(String sql) {
        return !columns(sql).isEmpty();
    }

    /**
     * @param sql    an expression
     * @param to     the new name
     * @param quoted puts the quotes of the text's dialect around a name
     * @return the expression with the column renamed; quotes stay where they were, and come where the new name needs them
     */
    public String rename(String sql, String to, UnaryOperator<String> quoted) {
        return replace(sql, columns(sql), to, quoted);
    }

    /**
     * Renames the name where it stands before a point, as a table's name does.
     *
     * @param sql    an expression
     * @param to     the new name
     * @param quoted puts the quotes of the text's dialect around a name
     * @return the expression with the table renamed
     */
    public String renameQualifier(String sql, String to, UnaryOperator<String> quoted) {
        List<SqlToken> tokens = SqlScanner.tokens(sql);
        List<SqlToken> found = new ArrayList<>();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).isName() && tokens.get(i + 1).isSymbol('.') && matches(tokens.get(i))) {
                found.add(tokens.get(i));
            }
        }
        return replace(sql, found, to, quoted);
    }

    private List<SqlToken> columns(String sql) {
        List<SqlToken> tokens = SqlScanner.tokens(sql);
        boolean backticks = tokens.stream()
                .anyMatch(t -> t.kind() == Kind.QUOTED && t.text().startsWith("`"));
        List<SqlToken> found = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            SqlToken token = tokens.get(i);
            boolean string = backticks && token.text().startsWith("\"");
            if (token.isName() && !string && matches(token) && isColumn(tokens, i)) {
                found.add(token);
            }
        }
        return found;
    }

    private boolean matches(SqlToken token) {
        if (token.kind() == Kind.WORD && Keywords.isReserved(token.text())) {
            return false;
        }
        String written = token.name();
        return written.equals(name)
                || (written.equalsIgnoreCase(name) && !otherNames.contains(written.toLowerCase(Locale.ROOT)));
    }

    private boolean isColumn(List<SqlToken> tokens, int i) {
        if (i + 1 < tokens.size()) {
            SqlToken next = tokens.get(i + 1);
            boolean typeOfLiteral = next.kind() == Kind.STRING && tokens.get(i).kind() == Kind.WORD;
            if (next.isSymbol('(') || next.isSymbol('.') || typeOfLiteral) {
                return false;
            }
        }
        if (i == 0) {
            return true;
        }
        SqlToken before = tokens.get(i - 1);
        if (before.isSymbol('.')) {
            return i >= 2 && qualifiers.contains(tokens.get(i - 2).name().toLowerCase(Locale.ROOT));
        }
        return !before.isSymbol(':')
                && !before.isSymbol('@')
                && !before.isSymbol('$')
                && !before.isWord("AS")
                && !before.isWord("COLLATE");
    }

    private static String replace(String sql, List<SqlToken> found, String to, UnaryOperator<String> quoted) {
        StringBuilder result = new StringBuilder();
        int done = 0;
        for (SqlToken token : found) {
            result.append(sql, done, token.start()).append(spelled(token, to, sql.indexOf('`') >= 0, quoted));
            done = token.end();
        }
        return result.append(sql.substring(done)).toString();
    }

    private static String spelled(SqlToken token, String to, boolean backticks, UnaryOperator<String> quoted) {
        if (token.kind() == Kind.QUOTED) {
            char close = token.text().charAt(token.text().length() - 1);
            return token.text().charAt(0) + to.replace(String.valueOf(close), "" + close + close) + close;
        }
        boolean sameCase = token.text().equals(token.text().toLowerCase(Locale.ROOT));
        boolean plain = PLAIN.matcher(to).matches()
                && !Keywords.isReserved(to)
                && !(sameCase && !to.equals(to.toLowerCase(Locale.ROOT)));
        if (plain) {
            return to;
        }
        return backticks ? "`" + to.replace("`", "``") + "`" : quoted.apply(to);
    }
}
