// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

import org.jspecify.annotations.Nullable;

/** Walks the significant tokens of a text from left to right. */
final class TokenCursor {

    private final String text;
    private final Token[] tokens;
    private final boolean comments;
    private int at;

    TokenCursor(String text) {
        SqliteLexer lexer = new SqliteLexer(text);
        this.text = text;
        this.tokens = lexer.significant();
        this.comments = lexer.hasComments();
    }

    String text() {
        return text;
    }

    /** Whether there are comments between the tokens. */
    boolean hasComments() {
        return comments;
    }

    boolean atEnd() {
        return at >= tokens.length;
    }

    boolean ahead(String word) {
        return ahead(0, word);
    }

    boolean ahead(int distance, String word) {
        int index = at + distance;
        return index < tokens.length && tokens[index].is(word);
    }

    boolean aheadOperator(String operator) {
        return !atEnd() && tokens[at].isOperator(operator);
    }

    Token current() {
        if (atEnd()) {
            throw failure("more text");
        }
        return tokens[at];
    }

    Token take() {
        Token token = current();
        at++;
        return token;
    }

    /** Steps over the word when it stands next. */
    boolean accept(String word) {
        boolean there = ahead(word);
        at += there ? 1 : 0;
        return there;
    }

    /** Steps over both words when they stand next, in this order. */
    boolean accept(String first, String second) {
        boolean there = ahead(first) && ahead(1, second);
        at += there ? 2 : 0;
        return there;
    }

    /** Steps over the words when all of them stand next, in this order. */
    boolean accept(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (!ahead(i, words[i])) {
                return false;
            }
        }
        at += words.length;
        return true;
    }

    void expect(String word) {
        if (!accept(word)) {
            throw failure(word);
        }
    }

    boolean acceptOperator(String operator) {
        boolean there = aheadOperator(operator);
        at += there ? 1 : 0;
        return there;
    }

    Token expectOperator(String operator) {
        if (!aheadOperator(operator)) {
            throw failure("'" + operator + "'");
        }
        return take();
    }

    boolean aheadName() {
        return !atEnd() && isName(current());
    }

    boolean aheadId() {
        if (atEnd()) {
            return false;
        }
        Token token = tokens[at];
        return token.kind() == TokenKind.WORD ? SqliteKeywords.canBeId(token) : isName(token);
    }

    NameText name(String what) {
        if (!aheadName()) {
            throw failure(what);
        }
        return new NameText(take());
    }

    /** Steps over a balanced group in parentheses and gives what is between them. */
    Fragment parenthesised() {
        Token open = expectOperator("(");
        Token close = closing();
        return new Fragment(text, open.end(), close.start());
    }

    /** Steps over the rest of a group whose opening parenthesis has been taken, and gives its closing one. */
    Token closing() {
        for (int depth = 1; ; ) {
            if (atEnd()) {
                throw failure("')'");
            }
            Token token = take();
            depth += token.isOperator("(") ? 1 : token.isOperator(")") ? -1 : 0;
            if (depth == 0) {
                return token;
            }
        }
    }

    /** Offset of the next token, or of the end of the text. */
    int start() {
        return atEnd() ? text.length() : current().start();
    }

    /** Offset after the token that was taken last. */
    int end() {
        return at == 0 ? 0 : tokens[at - 1].end();
    }

    @Nullable
    Token previous() {
        return at == 0 ? null : tokens[at - 1];
    }

    int mark() {
        return at;
    }

    void reset(int mark) {
        at = mark;
    }

    Fragment since(int start) {
        return new Fragment(text, start, end());
    }

    void expectEnd() {
        acceptOperator(";");
        if (!atEnd()) {
            throw failure("the end of the statement");
        }
    }

    SqliteTextException failure(String expected) {
        String found = atEnd() ? "the end of the text" : "'" + current().text() + "'";
        return new SqliteTextException(text, start(), found, expected);
    }

    private static boolean isName(Token token) {
        return token.kind() == TokenKind.STRING
                || token.kind().isQuotedName()
                || (token.kind() == TokenKind.WORD && SqliteKeywords.canName(token));
    }
}
