// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.dialect.ColumnClauses;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.SqlWriter;
import dev.retort.dialect.mysql.text.SqlTexts;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.Generated;
import dev.retort.schema.Literal;
import dev.retort.schema.SqlText;
import dev.retort.schema.TextAttributes;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Columns as MySQL and MariaDB define them: everything in one text, since a change has to repeat all of it. */
final class MysqlColumns extends ColumnClauses {

    private final Flavor flavor;
    private final MysqlOptions options;

    MysqlColumns(Dialect dialect, Flavor flavor) {
        super(dialect);
        this.flavor = flavor;
        this.options = new MysqlOptions(flavor);
    }

    @Override
    public void definition(SqlWriter sql, Column column) {
        sql.name(column.name());
        attributes(sql, column);
    }

    /** Everything but the name. */
    void attributes(SqlWriter sql, Column column) {
        DataType type = column.type();
        String width = options.text(column.options(), MysqlOptions.DISPLAY_WIDTH);
        if (width.isEmpty()) {
            type(sql, type);
        } else {
            sql.sql(DisplayWidth.in(dialect.types().render(type), width));
        }
        String collation = options.text(column.options(), MysqlOptions.COLLATION);
        if (type instanceof DataType.Enum && !collation.isEmpty()) {
            sql.sql("CHARACTER SET " + Flavor.charsetOf(collation) + " COLLATE " + collation);
        }
        sql.sqlIf(options.flag(column.options(), MysqlOptions.COMPRESSED), "COMPRESSED");
        String srid = options.text(column.options(), MysqlOptions.SRID);
        sql.sqlIf(flavor.isMariaDb() && !srid.isEmpty(), "REF_SYSTEM_ID=" + srid);
        String rowTime = column.generated() == null ? null : rowTime(column.generated());
        if (rowTime != null) {
            sql.sql("GENERATED ALWAYS AS " + rowTime);
        } else if (column.generated() != null) {
            generated(sql, column.generated());
            // MariaDB takes no NOT NULL for a generated column.
            sql.sqlIf(!column.nullable() && !flavor.isMariaDb(), "NOT NULL");
        } else {
            sql.sql(column.nullable() && column.identity() == null ? "NULL" : "NOT NULL");
        }
        if (column.identity() != null) {
            sql.sql("AUTO_INCREMENT");
        } else if (column.defaultValue() != null && column.generated() == null) {
            DefaultValue value = column.defaultValue();
            if (!(value instanceof DefaultValue.Constant constant
                    && constant.value().equals(Literal.NULL))) {
                defaultValue(sql.sql("DEFAULT"), value, type);
            }
        }
        if (options.flag(column.options(), MysqlOptions.ON_UPDATE)) {
            sql.sql("ON UPDATE " + moment(type));
        }
        if (options.flag(column.options(), MysqlOptions.INVISIBLE) && flavor.hasInvisibleColumns()) {
            sql.sql("INVISIBLE");
        }
        sql.sqlIf(options.flag(column.options(), MysqlOptions.WITHOUT_VERSIONING), "WITHOUT SYSTEM VERSIONING");
        sql.sqlIf(!flavor.isMariaDb() && !srid.isEmpty(), "SRID " + srid);
        if (column.comment() != null && !column.comment().isEmpty()) {
            sql.sql("COMMENT").string(column.comment());
        }
        String check = options.text(column.options(), MysqlOptions.CHECK);
        if (!check.isEmpty()) {
            sql.sql("CHECK").parenthesized(SqlText.verbatim(check));
        }
    }

    @Override
    public void type(SqlWriter sql, DataType type) {
        sql.sql(dialect.types().render(type));
        TextAttributes text = TextAttributes.of(type);
        if (text.charset() != null) {
            sql.sql("CHARACTER SET").sql(text.charset().toLowerCase(Locale.ROOT));
        }
        if (text.collation() != null) {
            sql.sql("COLLATE").sql(text.collation().toLowerCase(Locale.ROOT));
        }
    }

    /** {@code ROW START} or {@code ROW END} for the columns of MariaDB that keep a row's time, else null. */
    static @Nullable String rowTime(Generated generated) {
        String words = generated
                .expression()
                .toString()
                .strip()
                .replaceAll("\\s+", " ")
                .toUpperCase(Locale.ROOT);
        return words.equals("ROW START") || words.equals("ROW END") ? words : null;
    }

    private static String moment(DataType type) {
        Integer precision = type instanceof DataType.Timestamp timestamp ? timestamp.precision() : null;
        return precision == null || precision == 0 ? "CURRENT_TIMESTAMP" : "CURRENT_TIMESTAMP(" + precision + ")";
    }

    /** Writes the value of a default for a column of a type. */
    void defaultValue(SqlWriter sql, DefaultValue value, DataType type) {
        if (value instanceof DefaultValue.Constant constant) {
            Literal literal = DefaultTexts.constant(constant.value(), type);
            if (needsBrackets(type)) {
                sql.sql("(").literal(literal).append(")");
            } else {
                // A typed literal would have to have as many digits of a second as the column.
                String text = dialect.writer().literal(literal).toString();
                boolean typed = literal instanceof Literal.Date
                        || literal instanceof Literal.Time
                        || literal instanceof Literal.Timestamp
                        || literal instanceof Literal.TimestampTz;
                sql.sql(typed ? text.substring(text.indexOf('\'')) : text);
            }
        } else if (value instanceof DefaultValue.Expression expression) {
            String text = SqlWriter.verbatim(expression.sql()).strip();
            if (isNow(text, type)) {
                sql.sql(moment(type));
            } else if (flavor.hasExpressionDefaults() && !isBracketed(text)) {
                sql.parenthesized(SqlText.verbatim(text));
            } else {
                sql.sql(text);
            }
        }
    }

    private static boolean isNow(String text, DataType type) {
        return type instanceof DataType.Timestamp && SqlTexts.expression(text).matches("CURRENT_TIMESTAMP(\\(\\d\\))?");
    }

    /** Whether a column's default is written as an expression. */
    boolean isComputed(Column column) {
        DefaultValue value = column.defaultValue();
        return value instanceof DefaultValue.Expression expression
                ? !isNow(SqlWriter.verbatim(expression.sql()).strip(), column.type())
                : value != null && needsBrackets(column.type());
    }

    private static boolean isBracketed(String text) {
        if (!text.startsWith("(")) {
            return false;
        }
        int depth = 0;
        var tokens = dev.retort.dialect.mysql.text.Lexer.read(text);
        for (int i = 0; i < tokens.size(); i++) {
            depth += tokens.get(i).isSymbol("(") ? 1 : tokens.get(i).isSymbol(")") ? -1 : 0;
            if (depth == 0) {
                return i == tokens.size() - 1;
            }
        }
        return false;
    }

    /**
     * Long texts have no other defaults on MySQL; the defaults of bytes can on MariaDB, but its information schema has
     * question marks for what is no text.
     */
    private boolean needsBrackets(DataType type) {
        boolean isLong =
                type instanceof DataType.Text || type instanceof DataType.Blob || type instanceof DataType.Json;
        boolean bytes = type instanceof DataType.Binary || type instanceof DataType.Varbinary;
        boolean own = type instanceof DataType.Native words
                && words.sql().toLowerCase(Locale.ROOT).matches("(tiny|medium|long)(text|blob)");
        return flavor.hasExpressionDefaults()
                && (bytes && flavor.isMariaDb()
                        || type instanceof DataType.Blob
                        || (!flavor.isMariaDb() && (isLong || own)));
    }
}
