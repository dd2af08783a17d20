// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.text;

import dev.retort.engine.text.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts an SQL text into tokens. It knows what the databases have in common: strings in single quotes with doubled quotes
 * inside, names in double quotes, backticks or brackets, dollar quotes, line and block comments. MySQL's executable
 * comments ({@code /*! ...}) are read as what they hold. A backslash is an ordinary character, as in ISO SQL.
 */
public final class SqlScanner {

    private final String sql;
    private final List<SqlToken> tokens = new ArrayList<>();
    private int at;

    private SqlScanner(String sql) {
        this.sql = sql;
    }

    /**
     * @param sql any text; an unfinished quote or comment ends with the text
     * @return its tokens, in order
     */
    public static List<SqlToken> tokens(String sql) {
        SqlScanner scanner = new SqlScanner(sql);
        while (scanner.at < sql.length()) {
            scanner.step();
        }
        return List.copyOf(scanner.tokens);
    }

    private void step() {
        char c = sql.charAt(at);
        if (Character.isWhitespace(c)) {
            at++;
        } else if (sql.startsWith("--", at)) {
            at = endOf("\n", at + 2);
        } else if (sql.startsWith("/*!", at)) {
            at += 3;
            while (at < sql.length() && Character.isDigit(sql.charAt(at))) {
                at++;
            }
        } else if (sql.startsWith("/*", at)) {
            at = endOf("*/", at + 2);
        } else if (sql.startsWith("*/", at)) {
            at += 2;
        } else if (c == '\'') {
            quoted(Kind.STRING, '\'');
        } else if (c == '"' || c == '`') {
            quoted(Kind.QUOTED, c);
        } else if (c == '[' && bracketHoldsName()) {
            quoted(Kind.QUOTED, ']');
        } else if (c == '$' && dollarTagEnd() > 0) {
            String tag = sql.substring(at, dollarTagEnd());
            add(Kind.STRING, endOf(tag, at + tag.length()));
        } else if (isWordStart(c)) {
            word();
        } else if (Character.isDigit(c)) {
            number();
        } else {
            add(Kind.SYMBOL, at + 1);
        }
    }

    private int endOf(String what, int from) {
        int found = sql.indexOf(what, from);
        return found < 0 ? sql.length() : found + what.length();
    }

    private void quoted(Kind kind, char close) {
        int i = at + 1;
        while (i < sql.length()) {
            if (sql.charAt(i) == close) {
                if (i + 1 < sql.length() && sql.charAt(i + 1) == close) {
                    i++;
                } else {
                    add(kind, i + 1);
                    return;
                }
            }
            i++;
        }
        add(Kind.STRING, sql.length());
    }

    /** Brackets are quotes in SQLite and SQL Server, but subscripts of arrays elsewhere. */
    private boolean bracketHoldsName() {
        if (at + 1 >= sql.length() || !isWordStart(sql.charAt(at + 1)) || sql.indexOf(']', at) < 0) {
            return false;
        }
        char before = at == 0 ? ' ' : sql.charAt(at - 1);
        return !isWordPart(before) && before != ']' && before != ')';
    }

    /** The end of an opening dollar tag here, or -1. */
    private int dollarTagEnd() {
        int i = at + 1;
        while (i < sql.length() && (Character.isLetterOrDigit(sql.charAt(i)) || sql.charAt(i) == '_')) {
            i++;
        }
        boolean tag = i < sql.length() && sql.charAt(i) == '$' && !Character.isDigit(sql.charAt(at + 1));
        return tag ? i + 1 : -1;
    }

    private void word() {
        int i = at + 1;
        while (i < sql.length() && isWordPart(sql.charAt(i))) {
            i++;
        }
        add(Kind.WORD, i);
    }

    private void number() {
        int i = at + 1;
        while (i < sql.length() && (isWordPart(sql.charAt(i)) || sql.charAt(i) == '.')) {
            i++;
        }
        add(Kind.NUMBER, i);
    }

    private void add(Kind kind, int end) {
        tokens.add(new SqlToken(kind, at, end, sql.substring(at, end)));
        at = end;
    }

    private static boolean isWordStart(char c) {
        return Character.isLetter(c) || c == '_' || Character.isSurrogate(c);
    }

    private static boolean isWordPart(char c) {
        return isWordStart(c) || Character.isDigit(c) || c == '$';
    }
}
