// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gives equal texts to expressions that PostgreSQL understands alike. */
public final class Texts {

    private Texts() {}

    /**
     * An expression in the form in which two of them are compared: what PostgreSQL adds when it writes one is taken away
     * (parentheses, casts of constants and of characters), and what it writes in another way is written in one way.
     *
     * @param sql     an expression
     * @param columns what it can name
     * @return an equivalent expression; for a text with a form that is not known, its tokens in one spelling
     */
    public static String expression(String sql, Columns columns) {
        try {
            Expression parsed = ExpressionParser.parse(sql);
            return Printer.print(new Simplifier(columns).simple(parsed));
        } catch (Cursor.Unknown form) {
            return words(sql);
        }
    }

    /**
     * A constant behind several casts, such as {@code 'now'::text::date}: each of them counts, since the value is made when
     * the expression is evaluated and not when it is stored.
     *
     * @param sql an expression
     * @return the expression with all its casts, or empty if it is anything else
     */
    public static Optional<String> castTwice(String sql) {
        try {
            Expression parsed = ExpressionParser.parse(sql);
            boolean twice = parsed instanceof Expression.Cast outer
                    && outer.operand() instanceof Expression.Cast inner
                    && inner.operand() instanceof Expression.Text
                    && !inner.type().equals(outer.type());
            return twice ? Optional.of(Printer.print(parsed)) : Optional.empty();
        } catch (Cursor.Unknown form) {
            return Optional.empty();
        }
    }

    /**
     * A text with one spelling of its words and one blank between them.
     *
     * @param sql any text
     * @return the same tokens, but for names of constants that they have anyway
     */
    public static String words(String sql) {
        List<Token> tokens = Lexer.tokens(GivenNames.without(sql));
        boolean semicolon = !tokens.isEmpty() && tokens.get(tokens.size() - 1).is(";");
        return Cursor.joined(semicolon ? tokens.subList(0, tokens.size() - 1) : tokens);
    }

    /**
     * The names in a text that could be those of columns.
     *
     * @param sql an expression
     * @return names in the order in which they stand there, without those of functions
     */
    public static Set<String> names(String sql) {
        Set<String> names = new LinkedHashSet<>();
        List<Token> tokens = Lexer.tokens(sql);
        for (int i = 0; i < tokens.size(); i++) {
            boolean call = i + 1 < tokens.size() && tokens.get(i + 1).is("(");
            if (tokens.get(i).isName() && !call) {
                names.add(tokens.get(i).value());
            }
        }
        return names;
    }

    /**
     * The names in a text, whatever they are names of.
     *
     * @param sql an expression
     * @return names in the order in which they stand there
     */
    public static Set<String> allNames(String sql) {
        Set<String> names = new LinkedHashSet<>();
        Lexer.tokens(sql).stream().filter(Token::isName).forEach(name -> names.add(name.value()));
        return names;
    }

    /**
     * The names in the strings of a text: what the body of a routine may refer to.
     *
     * @param sql the definition of a routine
     * @return every name in it, whatever it means
     */
    public static Set<String> namesInStrings(String sql) {
        Set<String> names = new LinkedHashSet<>();
        for (Token token : Lexer.tokens(sql)) {
            if (token.kind() == Token.Kind.STRING) {
                Lexer.tokens(token.value()).stream().filter(Token::isName).forEach(name -> names.add(name.value()));
            }
        }
        return names;
    }

    /**
     * A text with another name in place of one.
     *
     * @param sql  an expression
     * @param from the name to replace
     * @param to   the other name
     * @return the text with its words in one spelling
     */
    public static String renamed(String sql, String from, String to) {
        List<Token> tokens = new ArrayList<>();
        for (Token token : Lexer.tokens(sql)) {
            tokens.add(
                    token.isName() && token.value().equals(from) ? new Token(Token.Kind.QUOTED_NAME, to, to) : token);
        }
        return Cursor.joined(tokens);
    }
}
