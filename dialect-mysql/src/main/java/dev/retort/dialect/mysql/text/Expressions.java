// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One spelling for every spelling of an expression: names in backticks, strings without a character set before them,
 * functions in lower case, keywords in upper case, and no parentheses but those that precedence asks for.
 *
 * @see <a href="https://dev.mysql.com/doc/refman/9.0/en/operator-precedence.html">Operator precedence</a>
 */
final class Expressions {

    /** That the text is no expression that is understood here. */
    static final class NotUnderstood extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotUnderstood() {
            super("not understood", null, false, false);
        }
    }

    /** A part with the precedence of its outermost operator. */
    record Part(String sql, int precedence) {

        String in(int needed) {
            return precedence < needed ? "(" + sql + ")" : sql;
        }
    }

    private static final int OR = 1;
    private static final int XOR = 2;
    private static final int AND = 3;
    private static final int NOT = 4;
    private static final int COMPARISON = 6;
    private static final int UNARY = 13;
    private static final int COLLATE = 15;
    static final int ATOM = 20;
    private static final Map<String, Integer> BINARY = Map.ofEntries(
            Map.entry("|", 7),
            Map.entry("&", 8),
            Map.entry("<<", 9),
            Map.entry(">>", 9),
            Map.entry("+", 10),
            Map.entry("-", 10),
            Map.entry("*", 11),
            Map.entry("/", 11),
            Map.entry("%", 11),
            Map.entry("^", 12),
            Map.entry("->", 16),
            Map.entry("->>", 16),
            Map.entry("=", COMPARISON),
            Map.entry("<=>", COMPARISON),
            Map.entry(">", COMPARISON),
            Map.entry(">=", COMPARISON),
            Map.entry("<", COMPARISON),
            Map.entry("<=", COMPARISON),
            Map.entry("<>", COMPARISON));
    private static final Set<String> CONSTANTS = Set.of(
            "NULL", "TRUE", "FALSE", "UNKNOWN", "DEFAULT", "CURRENT_USER", "UTC_DATE", "UTC_TIME", "UTC_TIMESTAMP");

    private final Tokens tokens;
    private final boolean qualified;

    /** Names lose what stands before their last dot unless {@code qualified}. */
    Expressions(Tokens tokens, boolean qualified) {
        this.tokens = tokens;
        this.qualified = qualified;
    }

    /** Reads the longest expression from here. */
    Part expression() {
        return or();
    }

    private Part or() {
        Part left = xor();
        while (tokens.takeWord("OR") || tokens.takeSymbol("||")) {
            left = new Part(left.in(OR) + " OR " + xor().in(OR + 1), OR);
        }
        return left;
    }

    private Part xor() {
        Part left = and();
        while (tokens.takeWord("XOR")) {
            left = new Part(left.in(XOR) + " XOR " + and().in(XOR + 1), XOR);
        }
        return left;
    }

    private Part and() {
        Part left = not();
        while (tokens.takeWord("AND") || tokens.takeSymbol("&&")) {
            left = new Part(left.in(AND) + " AND " + not().in(AND + 1), AND);
        }
        return left;
    }

    private Part not() {
        if (tokens.takeWord("NOT") || tokens.takeSymbol("!")) {
            return new Part("NOT " + not().in(NOT), NOT);
        }
        return comparison();
    }

    private Part comparison() {
        Part left = arithmetic(COMPARISON + 1);
        while (true) {
            String symbol = tokens.symbol().equals("!=") ? "<>" : tokens.symbol();
            if (BINARY.getOrDefault(symbol, 0) == COMPARISON) {
                tokens.take();
                left = new Part(
                        left.in(COMPARISON)
                                + " " + symbol + " "
                                + arithmetic(COMPARISON + 1).in(COMPARISON + 1),
                        COMPARISON);
            } else if (tokens.takeWord("IS")) {
                String not = tokens.takeWord("NOT") ? "NOT " : "";
                left = new Part(left.in(COMPARISON) + " IS " + not + tokens.word(), COMPARISON);
                tokens.take();
            } else {
                Part more = predicate(left);
                if (more == null) {
                    return left;
                }
                left = more;
            }
        }
    }

    private @org.jspecify.annotations.Nullable Part predicate(Part left) {
        int mark = tokens.mark();
        String not = tokens.takeWord("NOT") ? " NOT" : "";
        if (tokens.takeWord("IN")) {
            return new Part(left.in(COMPARISON) + not + " IN " + list(), COMPARISON);
        }
        if (tokens.takeWord("BETWEEN")) {
            String low = arithmetic(COMPARISON + 1).in(COMPARISON + 1);
            tokens.expectWord("AND");
            return new Part(
                    left.in(COMPARISON + 1)
                            + not + " BETWEEN " + low + " AND "
                            + arithmetic(COMPARISON + 1).in(COMPARISON + 1),
                    COMPARISON);
        }
        for (String word : List.of("LIKE", "REGEXP", "RLIKE")) {
            if (tokens.takeWord(word)) {
                String sql = left.in(COMPARISON)
                        + not + " " + word + " "
                        + arithmetic(COMPARISON + 1).in(COMPARISON + 1);
                if (tokens.takeWord("ESCAPE")) {
                    sql += " ESCAPE " + primary().in(ATOM);
                }
                return new Part(sql, COMPARISON);
            }
        }
        tokens.reset(mark);
        return null;
    }

    private Part arithmetic(int lowest) {
        Part left = unary();
        while (true) {
            String symbol = tokens.symbol();
            boolean div = tokens.word().equals("DIV");
            boolean mod = tokens.word().equals("MOD");
            int precedence = div || mod ? 11 : BINARY.getOrDefault(symbol, 0);
            if (precedence < lowest || precedence == COMPARISON) {
                return left;
            }
            tokens.take();
            String operator = div ? "DIV" : mod ? "%" : symbol;
            left = new Part(
                    left.in(precedence)
                            + " " + operator + " "
                            + arithmetic(precedence + 1).in(precedence + 1),
                    precedence);
        }
    }

    private Part unary() {
        if (tokens.takeSymbol("-")) {
            String operand = unary().in(UNARY + 1);
            return new Part("-" + (operand.startsWith("-") ? "(" + operand + ")" : operand), UNARY);
        }
        if (tokens.takeSymbol("+")) {
            return unary();
        }
        if (tokens.takeSymbol("~")) {
            return new Part("~" + unary().in(UNARY), UNARY);
        }
        Part part = primary();
        while (tokens.takeWord("COLLATE")) {
            part = new Part(part.in(COLLATE) + " COLLATE " + tokens.take().value(), COLLATE);
        }
        return part;
    }

    private String list() {
        tokens.expectSymbol("(");
        if (tokens.word().equals("SELECT")) {
            return "(" + tokens.rawToBracket() + ")";
        }
        StringBuilder sql = new StringBuilder("(");
        do {
            sql.append(sql.length() == 1 ? "" : ", ").append(expression().sql());
        } while (tokens.takeSymbol(","));
        tokens.expectSymbol(")");
        return sql.append(")").toString();
    }

    private Part primary() {
        Token token = tokens.take();
        switch (token.kind()) {
            case STRING:
                return new Part(Quote.string(strings(token)), ATOM);
            case NUMBER:
                return new Part(token.text().toLowerCase(Locale.ROOT), ATOM);
            case BYTES:
                return new Part(bytes(token.text()), ATOM);
            case NAME:
                return name(token);
            case WORD:
                return word(token);
            default:
                if (!token.isSymbol("(")) {
                    throw new NotUnderstood();
                }
                return bracket();
        }
    }

    /** Strings that follow each other are one. */
    private String strings(Token first) {
        StringBuilder value = new StringBuilder(first.value());
        while (tokens.isString()) {
            value.append(tokens.take().value());
        }
        return value.toString();
    }

    private static String bytes(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.startsWith("x'") ? "0x" + lower.substring(2, lower.length() - 1) : lower;
    }

    private Part bracket() {
        if (tokens.word().equals("SELECT")) {
            return new Part("(" + tokens.rawToBracket() + ")", ATOM);
        }
        Part inner = expression();
        if (!tokens.isSymbol(",")) {
            tokens.expectSymbol(")");
            return inner;
        }
        StringBuilder row = new StringBuilder("(").append(inner.sql());
        while (tokens.takeSymbol(",")) {
            row.append(", ").append(expression().sql());
        }
        tokens.expectSymbol(")");
        return new Part(row.append(")").toString(), ATOM);
    }

    private Part name(Token first) {
        String sql = Quote.name(first.value());
        while (tokens.takeSymbol(".")) {
            String next = tokens.isSymbol("*") ? tokens.take().text() : Quote.name(tokens.takeName());
            sql = qualified ? sql + "." + next : next;
        }
        if (tokens.isSymbol("(")) {
            tokens.take();
            return new Part(sql + "(" + arguments() + ")", ATOM);
        }
        return new Part(sql, ATOM);
    }

    private Part word(Token token) {
        String word = token.text().toUpperCase(Locale.ROOT);
        if (word.startsWith("_") && (tokens.isString() || tokens.isBytes())) {
            String constant = primary().sql();
            return new Part(Tokens.isUsual(token) ? constant : word.toLowerCase(Locale.ROOT) + constant, ATOM);
        }
        if (word.startsWith("@")) {
            return new Part(token.text(), ATOM);
        }
        if (Set.of("DATE", "TIME", "TIMESTAMP").contains(word) && tokens.isString()) {
            return new Part(word + " " + Quote.string(tokens.take().value()), ATOM);
        }
        if (word.equals("CASE")) {
            return caseOf();
        }
        if (word.equals("INTERVAL")) {
            int mark = tokens.mark();
            String amount = expression().in(COMPARISON + 1);
            String unit = tokens.word();
            if (Functions.UNIT.matcher(unit).matches()) {
                tokens.take();
                return new Part("INTERVAL " + amount + " " + unit, ATOM);
            }
            // A function of this name tells between which of its arguments the first one is.
            tokens.reset(mark);
        }
        if (word.equals("BINARY") && !tokens.isSymbol("(")) {
            return new Part("BINARY " + unary().in(UNARY + 1), UNARY + 1);
        }
        if (word.equals("EXISTS")) {
            tokens.expectSymbol("(");
            return new Part("EXISTS (" + tokens.rawToBracket() + ")", ATOM);
        }
        String moment = Functions.MOMENTS.get(word);
        if (moment != null) {
            return moment(moment);
        }
        if (tokens.isSymbol("(")) {
            tokens.take();
            String function = word.toLowerCase(Locale.ROOT);
            String unit = Functions.WORD_FIRST.contains(function) ? unit() : "";
            String arguments = function.equals("convert") ? tokens.rawToBracket() : arguments();
            return new Part(Functions.SYNONYMS.getOrDefault(function, function) + "(" + unit + arguments + ")", ATOM);
        }
        return CONSTANTS.contains(word) ? new Part(word, ATOM) : name(token);
    }

    private Part moment(String word) {
        String digits = "";
        if (tokens.takeSymbol("(") && !tokens.takeSymbol(")")) {
            digits = tokens.take().text();
            tokens.expectSymbol(")");
        }
        return new Part(word + (digits.isEmpty() || digits.equals("0") ? "" : "(" + digits + ")"), ATOM);
    }

    private String unit() {
        String unit = tokens.word().replaceFirst("^SQL_TSI_", "");
        tokens.take();
        tokens.expectSymbol(",");
        return unit + ", ";
    }

    /** What cannot be read as a list of expressions, such as {@code x AS CHAR}, is kept as it is. */
    private String arguments() {
        if (tokens.takeSymbol(")")) {
            return "";
        }
        int mark = tokens.mark();
        try {
            StringBuilder sql = new StringBuilder();
            do {
                sql.append(sql.length() == 0 ? "" : ", ").append(expression().sql());
            } while (tokens.takeSymbol(","));
            tokens.expectSymbol(")");
            return sql.toString();
        } catch (NotUnderstood special) {
            tokens.reset(mark);
            return tokens.rawToBracket();
        }
    }

    private Part caseOf() {
        StringBuilder sql = new StringBuilder("CASE");
        if (!tokens.word().equals("WHEN")) {
            sql.append(' ').append(expression().sql());
        }
        while (tokens.takeWord("WHEN")) {
            sql.append(" WHEN ").append(expression().sql());
            tokens.expectWord("THEN");
            sql.append(" THEN ").append(expression().sql());
        }
        if (tokens.takeWord("ELSE")) {
            sql.append(" ELSE ").append(expression().sql());
        }
        tokens.expectWord("END");
        return new Part(sql.append(" END").toString(), ATOM);
    }
}
