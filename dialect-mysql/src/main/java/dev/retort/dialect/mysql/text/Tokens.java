// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql.text;

import dev.retort.dialect.mysql.text.Expressions.NotUnderstood;
import java.util.List;
import java.util.Locale;

/** Tokens and a place among them. */
final class Tokens {

    private final List<Token> all;
    private int at;

    Tokens(List<Token> all) {
        this.all = all;
    }

    boolean isEnd() {
        return at >= all.size();
    }

    int mark() {
        return at;
    }

    void reset(int mark) {
        at = mark;
    }

    /** Where the next token begins, or the end of the last. */
    int offset() {
        return isEnd()
                ? (all.isEmpty() ? 0 : all.get(all.size() - 1).end())
                : all.get(at).start();
    }

    /** Where the last token that was taken ends. */
    int lastEnd() {
        return at == 0 ? 0 : all.get(at - 1).end();
    }

    Token take() {
        if (isEnd()) {
            throw new NotUnderstood();
        }
        return all.get(at++);
    }

    /** The next token's word in upper case, or nothing. */
    String word() {
        return !isEnd() && all.get(at).kind() == Token.Kind.WORD
                ? all.get(at).text().toUpperCase(Locale.ROOT)
                : "";
    }

    String symbol() {
        return !isEnd() && all.get(at).kind() == Token.Kind.SYMBOL ? all.get(at).text() : "";
    }

    boolean isSymbol(String symbol) {
        return symbol().equals(symbol);
    }

    boolean isString() {
        return !isEnd() && all.get(at).kind() == Token.Kind.STRING;
    }

    boolean isBytes() {
        return !isEnd() && all.get(at).kind() == Token.Kind.BYTES;
    }

    boolean isName() {
        return !isEnd() && (all.get(at).kind() == Token.Kind.NAME || all.get(at).kind() == Token.Kind.WORD);
    }

    boolean takeWord(String word) {
        boolean is = word().equals(word);
        at += is ? 1 : 0;
        return is;
    }

    boolean takeSymbol(String symbol) {
        boolean is = symbol().equals(symbol);
        at += is ? 1 : 0;
        return is;
    }

    String takeName() {
        if (!isName()) {
            throw new NotUnderstood();
        }
        return take().value();
    }

    void expectWord(String word) {
        if (!takeWord(word)) {
            throw new NotUnderstood();
        }
    }

    void expectSymbol(String symbol) {
        if (!takeSymbol(symbol)) {
            throw new NotUnderstood();
        }
    }

    /** What is left up to the closing parenthesis, which is taken, with each token in its plain spelling. */
    String rawToBracket() {
        int depth = 0;
        int from = at;
        while (true) {
            Token token = take();
            if (token.isSymbol("(")) {
                depth++;
            } else if (token.isSymbol(")") && depth-- == 0) {
                return plain(all.subList(from, at - 1));
            }
        }
    }

    /** Whether a character set in front of a constant is that of every session of ours, and so says nothing. */
    static boolean isUsual(Token introducer) {
        return introducer.is("_utf8mb4");
    }

    /** Tokens with one blank between them, strings without the usual character set, words in lower case. */
    static String plain(List<Token> tokens) {
        StringBuilder sql = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean introducer =
                    isUsual(token) && i + 1 < tokens.size() && tokens.get(i + 1).kind() == Token.Kind.STRING;
            if (introducer) {
                continue;
            }
            boolean tight = sql.length() == 0
                    || token.isSymbol(")")
                    || token.isSymbol(",")
                    || token.isSymbol(".")
                    || token.isSymbol("(")
                    || sql.charAt(sql.length() - 1) == '('
                    || sql.charAt(sql.length() - 1) == '.';
            sql.append(tight ? "" : " ")
                    .append(
                            switch (token.kind()) {
                                case STRING -> Quote.string(token.value());
                                case NAME -> Quote.name(token.value());
                                case WORD -> token.text().toLowerCase(Locale.ROOT);
                                default -> token.text();
                            });
        }
        return sql.toString();
    }
}
