// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import dev.retort.dialect.SqlWriter;
import dev.retort.dialect.sqlite.text.SqliteLexer;
import dev.retort.dialect.sqlite.text.Token;
import dev.retort.dialect.sqlite.text.TokenKind;
import dev.retort.schema.DataType;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.Literal;
import dev.retort.schema.SqlText;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Server defaults as SQLite's texts and as values. */
final class DefaultTexts {

    private static final Set<String> CURRENT = Set.of("CURRENT_TIME", "CURRENT_DATE", "CURRENT_TIMESTAMP");
    private static final Pattern PLAIN_NUMBER = Pattern.compile("\\d+(\\.\\d+)?");

    private final SqliteSyntax syntax;

    DefaultTexts(SqliteSyntax syntax) {
        this.syntax = syntax;
    }

    /** What stands behind DEFAULT. */
    String write(DefaultValue value) {
        if (value instanceof DefaultValue.Constant constant) {
            String literal = constant.value() instanceof Literal.Text string
                    ? syntax.constant(string.value())
                    : syntax.literal(constant.value());
            return literal.startsWith("CAST") ? "(" + literal + ")" : literal;
        }
        SqlText sql = ((DefaultValue.Expression) value).sql();
        String text = SqlWriter.verbatim(sql);
        return CURRENT.contains(text) ? text : SqlExpressions.parenthesized(sql);
    }

    /**
     * The value of a text behind DEFAULT.
     *
     * @param text with its parentheses or sign; a bare word other than a keyword is a string to SQLite
     */
    DefaultValue read(String text) {
        boolean bare = !text.startsWith("(");
        List<Token> tokens = SqliteLexer.significant(text);
        if (bare && tokens.size() == 1) {
            Token only = tokens.get(0);
            Literal literal = isName(only) ? new Literal.Text(only.name()) : literal(only);
            if (literal != null) {
                return new DefaultValue.Constant(literal);
            }
        }
        return expression(SqlExpressions.trimmed(text));
    }

    private static boolean isName(Token token) {
        boolean keyword = token.is("NULL")
                || token.is("TRUE")
                || token.is("FALSE")
                || CURRENT.contains(token.text().toUpperCase(Locale.ROOT));
        return token.kind().isQuotedName() || (token.kind() == TokenKind.WORD && !keyword);
    }

    private static DefaultValue expression(String text) {
        List<Token> tokens = SqliteLexer.significant(text);
        Literal literal =
                tokens.size() == 1 ? literal(tokens.get(0)) : tokens.size() == 2 ? signed(tokens) : bytes(tokens);
        if (literal != null) {
            return new DefaultValue.Constant(literal);
        }
        String upper = text.toUpperCase(Locale.ROOT);
        return DefaultValue.sql(CURRENT.contains(upper) ? upper : text);
    }

    private static @Nullable Literal literal(Token token) {
        if (token.kind() == TokenKind.STRING) {
            return new Literal.Text(token.name());
        }
        if (token.kind() == TokenKind.BLOB) {
            return new Literal.Bytes(token.text().substring(2, token.text().length() - 1));
        }
        if (token.kind() == TokenKind.NUMBER
                && PLAIN_NUMBER.matcher(token.text()).matches()) {
            return new Literal.Number(new BigDecimal(token.text()));
        }
        if (token.is("NULL")) {
            return Literal.NULL;
        }
        return token.is("TRUE") ? Literal.TRUE : token.is("FALSE") ? Literal.FALSE : null;
    }

    /** A string that is written as the bytes of its UTF-8. */
    private static @Nullable Literal bytes(List<Token> tokens) {
        boolean cast = tokens.size() == 6
                && tokens.get(0).is("CAST")
                && tokens.get(1).isOperator("(")
                && tokens.get(2).kind() == TokenKind.BLOB
                && tokens.get(3).is("AS")
                && tokens.get(4).is("TEXT")
                && tokens.get(5).isOperator(")");
        if (!cast) {
            return null;
        }
        String blob = tokens.get(2).text();
        byte[] bytes = HexFormat.of().parseHex(blob, 2, blob.length() - 1);
        String text = new String(bytes, StandardCharsets.UTF_8);
        return Arrays.equals(bytes, text.getBytes(StandardCharsets.UTF_8)) ? new Literal.Text(text) : null;
    }

    private static @Nullable Literal signed(List<Token> tokens) {
        boolean signed = tokens.size() == 2
                && (tokens.get(0).isOperator("-") || tokens.get(0).isOperator("+"))
                && literal(tokens.get(1)) instanceof Literal.Number;
        if (!signed) {
            return null;
        }
        BigDecimal value = new BigDecimal(tokens.get(1).text());
        return new Literal.Number(tokens.get(0).isOperator("-") ? value.negate() : value);
    }

    /**
     * The value that is read back for a default.
     *
     * @param value a default, or null for none
     * @param type  canonical type of the column
     * @return the canonical value; null also for NULL, which is what a column without default gets
     */
    @Nullable
    DefaultValue canonical(@Nullable DefaultValue value, DataType type) {
        if (value == null) {
            return null;
        }
        if (value instanceof DefaultValue.Constant constant && constant.value() instanceof Literal.Number number) {
            Literal canonical = truth(number, type instanceof DataType.Boolean);
            return canonical == number ? value : new DefaultValue.Constant(canonical);
        }
        DefaultValue read = value instanceof DefaultValue.Expression expression
                ? expression(SqlExpressions.trimmed(SqlWriter.verbatim(expression.sql())))
                : read(write(value));
        if (!(read instanceof DefaultValue.Constant constant)) {
            return read;
        }
        return constant.value() instanceof Literal.Null
                ? null
                : new DefaultValue.Constant(truth(constant.value(), type instanceof DataType.Boolean));
    }

    /** TRUE and 1 are the same value to SQLite; which is meant is told by the column's type. */
    private static Literal truth(Literal value, boolean isBoolean) {
        if (value instanceof Literal.Bool bool && !isBoolean) {
            return new Literal.Number(bool.value() ? BigDecimal.ONE : BigDecimal.ZERO);
        }
        if (value instanceof Literal.Number number && isBoolean) {
            boolean one = number.value().compareTo(BigDecimal.ONE) == 0;
            return one || number.value().signum() == 0 ? new Literal.Bool(one) : value;
        }
        return value;
    }
}
