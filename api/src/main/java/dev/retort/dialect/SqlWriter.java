// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import dev.retort.schema.Identifier;
import dev.retort.schema.Literal;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Scalar;
import dev.retort.schema.SqlText;
import java.util.Collection;
import java.util.function.BiConsumer;

/**
 * Writes one SQL statement. It owns quoting, separators, brackets and line breaks, so that a dialect's method reads as the
 * statement reads. Words are separated by one blank. Not safe for use by several threads.
 */
public final class SqlWriter {

    private static final String INDENT = "    ";

    private final SqlSyntax syntax;
    private final StringBuilder out = new StringBuilder();
    private int depth;

    /**
     * @param syntax lexical rules
     */
    public SqlWriter(SqlSyntax syntax) {
        this.syntax = syntax;
    }

    /**
     * Writes words of SQL.
     *
     * @param words keywords, operators, or a text that is SQL already; nothing if empty
     * @return this
     */
    public SqlWriter sql(String words) {
        if (!words.isEmpty()) {
            blank();
            out.append(words);
        }
        return this;
    }

    /**
     * Writes words of SQL if a condition holds.
     *
     * @param condition whether to write
     * @param words     as for {@link #sql}
     * @return this
     */
    public SqlWriter sqlIf(boolean condition, String words) {
        return condition ? sql(words) : this;
    }

    /**
     * Writes a text without a blank before it.
     *
     * @param text what to write
     * @return this
     */
    public SqlWriter append(String text) {
        out.append(text);
        return this;
    }

    /**
     * Writes a quoted name.
     *
     * @param name the name
     * @return this
     */
    public SqlWriter name(Identifier name) {
        return sql(syntax.quote(name.value()));
    }

    /**
     * Writes a quoted, qualified name.
     *
     * @param name the name
     * @return this
     */
    public SqlWriter name(QualifiedName name) {
        Identifier namespace = name.namespace();
        String quoted = syntax.quote(name.name().value());
        return sql(namespace == null ? quoted : syntax.quote(namespace.value()) + "." + quoted);
    }

    /**
     * Writes names, separated by commas, in parentheses.
     *
     * @param names the names
     * @return this
     */
    public SqlWriter names(Collection<Identifier> names) {
        return list(names, (writer, name) -> writer.name(name));
    }

    /**
     * Writes a constant.
     *
     * @param literal the constant
     * @return this
     */
    public SqlWriter literal(Literal literal) {
        return sql(syntax.literal(literal));
    }

    /**
     * Writes a string literal.
     *
     * @param value any characters
     * @return this
     */
    public SqlWriter string(String value) {
        return literal(new Literal.Text(value));
    }

    /**
     * Writes SQL of the model.
     *
     * @param text a verbatim text; portable texts and variants are resolved before rendering
     * @return this
     * @throws IllegalArgumentException for any other kind of text
     */
    public SqlWriter text(SqlText text) {
        return sql(verbatim(text));
    }

    /**
     * Writes a constant or an expression; the expression in parentheses unless it is a plain word.
     *
     * @param value the value
     * @return this
     */
    public SqlWriter scalar(Scalar value) {
        return value instanceof Literal literal ? literal(literal) : text((SqlText) value);
    }

    /**
     * The SQL of a verbatim text.
     *
     * @param text a text of the model
     * @return its SQL
     * @throws IllegalArgumentException if it is a portable text or variants, which are resolved before rendering
     */
    public static String verbatim(SqlText text) {
        if (text instanceof SqlText.Verbatim verbatim) {
            return verbatim.sql();
        }
        throw new IllegalArgumentException(
                "SQL text must be resolved for the dialect before it is rendered, but was " + text);
    }

    /**
     * Writes items, separated by commas, in parentheses on the same line.
     *
     * @param items what to write
     * @param each  writes one of them
     * @param <T>   type of the items
     * @return this
     */
    public <T> SqlWriter list(Collection<T> items, BiConsumer<SqlWriter, T> each) {
        return sql("(").join(items, each).append(")");
    }

    /**
     * Writes items, separated by commas, on the same line.
     *
     * @param items what to write
     * @param each  writes one of them
     * @param <T>   type of the items
     * @return this
     */
    public <T> SqlWriter join(Collection<T> items, BiConsumer<SqlWriter, T> each) {
        boolean first = true;
        for (T item : items) {
            if (!first) {
                out.append(',');
            }
            first = false;
            each.accept(this, item);
        }
        return this;
    }

    /**
     * Writes items in parentheses, each on a line of its own, indented.
     *
     * @param items what to write
     * @param each  writes one of them
     * @param <T>   type of the items
     * @return this
     */
    public <T> SqlWriter block(Collection<T> items, BiConsumer<SqlWriter, T> each) {
        sql("(");
        depth++;
        boolean first = true;
        for (T item : items) {
            if (!first) {
                out.append(',');
            }
            first = false;
            newLine();
            each.accept(this, item);
        }
        depth--;
        newLine();
        return append(")");
    }

    /**
     * Writes an expression in parentheses.
     *
     * @param text a verbatim text
     * @return this
     */
    public SqlWriter parenthesized(SqlText text) {
        String expression = verbatim(text);
        boolean commented = expression.indexOf("--", expression.lastIndexOf('\n') + 1) >= 0;
        // A line comment at the end would swallow the closing parenthesis.
        return sql("(").append(expression).append(commented ? "\n)" : ")");
    }

    /**
     * Starts a new line.
     *
     * @return this
     */
    public SqlWriter newLine() {
        out.append('\n').append(INDENT.repeat(depth));
        return this;
    }

    private void blank() {
        if (out.length() > 0) {
            char last = out.charAt(out.length() - 1);
            if (last != '(' && last != ' ' && last != '\n') {
                out.append(' ');
            }
        }
    }

    /** {@return what was written, without a final semicolon} */
    @Override
    public String toString() {
        return out.toString();
    }
}
