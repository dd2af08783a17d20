// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.dialect.mysql.text.Lexer;
import dev.retort.dialect.mysql.text.Quote;
import dev.retort.dialect.mysql.text.Token;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.Generated;
import dev.retort.schema.Identifier;
import dev.retort.schema.Identity;
import dev.retort.schema.Literal;
import dev.retort.schema.Options;
import dev.retort.schema.SqlText;
import dev.retort.schema.TextAttributes;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a column from its row in the information schema. */
record ColumnReader(Flavor flavor, Rows rows, MysqlInspector.Names names) {

    /** What MariaDB puts behind the type of a column that it keeps compressed. */
    private static final Pattern COMPRESSED = Pattern.compile("\\s*/\\*M?!\\d+ COMPRESSED\\*/");

    /**
     * @param check the check that is part of the column's definition, or nothing
     */
    Column column(Rows.Row row, String tableCollation, String check, boolean json) throws SQLException {
        String extra = row.text("extra").toLowerCase(Locale.ROOT);
        DataType type = json ? new DataType.Json(false) : type(row, tableCollation);
        boolean generated = !row.text("generation_expression").isEmpty();
        boolean numbered = extra.contains("auto_increment");
        MysqlOptions words = new MysqlOptions(flavor);
        Options options = Options.NONE;
        if (extra.contains("on update current_timestamp")) {
            options = words.with(options, MysqlOptions.ON_UPDATE, true);
        }
        if (extra.contains("invisible")) {
            options = words.with(options, MysqlOptions.INVISIBLE, true);
        }
        if (extra.contains("without system versioning")) {
            options = words.with(options, MysqlOptions.WITHOUT_VERSIONING, true);
        }
        if (!check.isEmpty()) {
            options = words.with(options, MysqlOptions.CHECK, check);
        }
        if (COMPRESSED.matcher(row.text("column_type")).find()) {
            options = words.with(options, MysqlOptions.COMPRESSED, true);
        }
        long width = flavor.isMariaDb() ? DisplayWidth.of(row.text("column_type")) : 0;
        if (width > 0) {
            options = words.with(options, MysqlOptions.DISPLAY_WIDTH, width);
        }
        String srid = row.text("srs_id");
        if (!srid.isEmpty()) {
            options = words.with(options, MysqlOptions.SRID, Long.valueOf(srid));
        }
        String collation = collation(row, type);
        if (type instanceof DataType.Enum && !collation.equals(tableCollation)) {
            options = words.with(options, MysqlOptions.COLLATION, collation);
        }
        return new Column(
                new Identifier(row.text("column_name")),
                type,
                row.isYes("is_nullable"),
                generated || numbered ? null : defaultValue(row, type, extra),
                numbered ? Identity.DEFAULT : null,
                generated
                        ? new Generated(
                                SqlText.verbatim(TableReader.expression(
                                        flavor, trueText(row, row.text("generation_expression")))),
                                !extra.contains("virtual"))
                        : null,
                row.text("column_comment").isEmpty() ? null : row.text("column_comment"),
                options);
    }

    private String trueText(Rows.Row row, String text) throws SQLException {
        return new TrueTexts(flavor, rows).ofColumn(row, row.text("column_name"), text);
    }

    private DataType type(Rows.Row row, String tableCollation) {
        DataType type = new MysqlTypes(flavor)
                .parse(COMPRESSED.matcher(row.text("column_type")).replaceFirst(""));
        String collation = collation(row, type);
        boolean isText = type instanceof DataType.Char
                || type instanceof DataType.Varchar
                || type instanceof DataType.Text
                || type instanceof DataType.Native;
        return isText && !collation.isEmpty() && !collation.equals(tableCollation)
                ? TextAttributes.collate(collation).appliedTo(type)
                : type;
    }

    /** The information schema leaves out that the words of an enum or a set are bytes. */
    private static String collation(Rows.Row row, DataType type) {
        String collation = row.text("collation_name");
        boolean words = type instanceof DataType.Enum
                || (type instanceof DataType.Native other && other.sql().startsWith("set("));
        return words && collation.isEmpty() ? "binary" : collation;
    }

    private @Nullable DefaultValue defaultValue(Rows.Row row, DataType type, String extra) throws SQLException {
        String text = row.value("column_default");
        if (text == null) {
            return null;
        }
        boolean isBytes = type instanceof DataType.Binary || type instanceof DataType.Varbinary;
        if (flavor.isMariaDb()) {
            if (text.startsWith("'")
                    && text.contains("?")
                    && row.text("collation_name").startsWith("utf8mb4")) {
                return new DefaultValue.Constant(DefaultTexts.constant(evaluated(row), type));
            }
            return text.startsWith("'") && text.contains("?") && (isBytes || type instanceof DataType.Blob)
                    ? bytes(row, type)
                    : DefaultTexts.expression(names.withoutDatabase(trueText(row, text)), type);
        }
        if (extra.contains("default_generated")) {
            return DefaultTexts.expression(TableReader.expression(flavor, text), type);
        }
        if (isBytes) {
            return text.isEmpty()
                    ? new DefaultValue.Constant(DefaultTexts.constant(new Literal.Bytes(""), type))
                    : bytes(row, type);
        }
        if (collation(row, type).equals("binary") && text.startsWith("0x")) {
            byte[] bytes = HexFormat.of().parseHex(text.substring(2));
            text = new String(bytes, StandardCharsets.UTF_8);
        }
        if (text.contains("?") && row.text("collation_name").startsWith("utf8mb4")) {
            return shown(row, type);
        }
        if (text.startsWith("b'") && row.text("column_type").startsWith("bit")) {
            return DefaultTexts.expression(text, type);
        }
        return new DefaultValue.Constant(DefaultTexts.constant(new Literal.Text(text), type));
    }

    /**
     * The information schema of MySQL cuts bytes at the first zero, that of MariaDB has question marks for those that are
     * no text, so the text of the table has to be asked: by MariaDB it has the bytes as they are.
     */
    private @Nullable DefaultValue bytes(Rows.Row row, DataType type) throws SQLException {
        Token value = written(row);
        if (value == null || value.kind() != Token.Kind.STRING) {
            return value == null ? null : DefaultTexts.expression(value.text(), type);
        }
        String hex = HexFormat.of().formatHex(value.value().getBytes(StandardCharsets.ISO_8859_1));
        return DefaultTexts.canonical(new DefaultValue.Constant(new Literal.Bytes(hex)), type);
    }

    /** The information schema of MySQL has question marks for characters beyond the basic plane as well. */
    private @Nullable DefaultValue shown(Rows.Row row, DataType type) throws SQLException {
        Token value = written(row);
        if (value == null) {
            return null;
        }
        byte[] bytes = value.kind() == Token.Kind.BYTES
                ? HexFormat.of().parseHex(value.text().substring(2))
                : value.value().getBytes(StandardCharsets.ISO_8859_1);
        Literal literal = new Literal.Text(new String(bytes, StandardCharsets.UTF_8));
        return new DefaultValue.Constant(DefaultTexts.constant(literal, type));
    }

    /**
     * MariaDB has question marks for characters beyond the basic plane in the text of the table as well, but knows the value. The
     * grouping makes it tell that of a NOT NULL column without a row, unless an index is used.
     */
    private Literal evaluated(Rows.Row row) throws SQLException {
        String value = "DEFAULT(" + Quote.name(row.text("column_name")) + ")";
        String sql = "SELECT " + value + " AS value FROM (SELECT 1) AS one LEFT JOIN "
                + Quote.name(row.text("table_schema")) + "." + Quote.name(row.text("table_name"))
                + " USE INDEX () ON FALSE GROUP BY " + value;
        return new Literal.Text(rows.list(sql).get(0).text("value"));
    }

    /** What stands behind DEFAULT in the text of the table, whose bytes are taken for characters. */
    private @Nullable Token written(Rows.Row row) throws SQLException {
        String column =
                new String(row.text("column_name").getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        List<Token> tokens = Lexer.read(new String(
                rows.creation(row.text("table_schema"), row.text("table_name")), StandardCharsets.ISO_8859_1));
        for (int i = 1; i < tokens.size(); i++) {
            if (tokens.get(i).kind() == Token.Kind.NAME
                    && tokens.get(i).value().equals(column)
                    && (tokens.get(i - 1).isSymbol("(") || tokens.get(i - 1).isSymbol(","))) {
                return behind(tokens, i);
            }
        }
        return null;
    }

    private static @Nullable Token behind(List<Token> tokens, int from) {
        for (int i = from; i + 1 < tokens.size() && !tokens.get(i).isSymbol(","); i++) {
            if (tokens.get(i).is("DEFAULT")) {
                return tokens.get(i + 1);
            }
        }
        return null;
    }
}
