// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.RetortException;
import dev.retort.dialect.Types;
import dev.retort.dialect.mysql.text.Lexer;
import dev.retort.dialect.mysql.text.Quote;
import dev.retort.dialect.mysql.text.Token;
import dev.retort.schema.DataType;
import dev.retort.schema.EnumType;
import dev.retort.schema.Schema;
import dev.retort.schema.TextAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How types are written and read. What has no name in the model, such as unsigned numbers, keeps the server's words. */
final class MysqlTypes implements Types {

    private static final TextAttributes PLAIN_TEXT = TextAttributes.DEFAULT;
    private static final Pattern SIZED =
            Pattern.compile("([a-z]+)(?:\\s*\\(\\s*(\\d{1,9})(?:\\s*,\\s*(\\d{1,9}))?\\s*\\))?");
    private static final Pattern WIDTH =
            Pattern.compile("^(tinyint|smallint|mediumint|int|integer|bigint)\\s*\\((\\d+)\\)( unsigned)?$");
    private static final int UUID_LENGTH = 36;
    private static final Map<String, DataType> WORDS = Map.ofEntries(
            Map.entry("smallint", new DataType.SmallInt()),
            Map.entry("int", new DataType.Integer()),
            Map.entry("integer", new DataType.Integer()),
            Map.entry("bigint", new DataType.BigInt()),
            Map.entry("decimal", new DataType.Decimal(10, 0)),
            Map.entry("numeric", new DataType.Decimal(10, 0)),
            Map.entry("float", new DataType.Real()),
            Map.entry("double", new DataType.Double()),
            Map.entry("bool", new DataType.Boolean()),
            Map.entry("boolean", new DataType.Boolean()),
            Map.entry("text", new DataType.Text(PLAIN_TEXT)),
            Map.entry("blob", new DataType.Blob()),
            Map.entry("char", new DataType.Char(1, PLAIN_TEXT)),
            Map.entry("binary", new DataType.Binary(1)),
            Map.entry("date", new DataType.Date()),
            Map.entry("time", new DataType.Time(null, false)),
            Map.entry("datetime", new DataType.Timestamp(null, false)),
            Map.entry("timestamp", new DataType.Timestamp(null, true)),
            Map.entry("json", new DataType.Json(false)));

    private final Flavor flavor;

    MysqlTypes(Flavor flavor) {
        this.flavor = flavor;
    }

    @Override
    public String render(DataType type) {
        if (type instanceof DataType.Native words) {
            return words.sql();
        }
        if (type instanceof DataType.SmallInt) {
            return "smallint";
        }
        if (type instanceof DataType.Integer) {
            return "int";
        }
        if (type instanceof DataType.BigInt) {
            return "bigint";
        }
        if (type instanceof DataType.Decimal decimal) {
            return decimal.precision() == null
                    ? "decimal(10,0)"
                    : "decimal(" + decimal.precision() + "," + (decimal.scale() == null ? 0 : decimal.scale()) + ")";
        }
        if (type instanceof DataType.Boolean) {
            return "tinyint(1)";
        }
        return renderRest(type);
    }

    private String renderRest(DataType type) {
        if (type instanceof DataType.Real) {
            return "float";
        }
        if (type instanceof DataType.Double) {
            return "double";
        }
        if (type instanceof DataType.Char text) {
            return "char(" + orOne(text.length()) + ")";
        }
        if (type instanceof DataType.Varchar text) {
            return sized("varchar", text.length());
        }
        if (type instanceof DataType.Text) {
            return "text";
        }
        if (type instanceof DataType.Binary bytes) {
            return "binary(" + orOne(bytes.length()) + ")";
        }
        if (type instanceof DataType.Varbinary bytes) {
            return sized("varbinary", bytes.length());
        }
        if (type instanceof DataType.Blob) {
            return "blob";
        }
        if (type instanceof DataType.Date) {
            return "date";
        }
        if (type instanceof DataType.Time time) {
            return fraction("time", time.precision());
        }
        if (type instanceof DataType.Timestamp time) {
            return fraction(time.withTimeZone() ? "timestamp" : "datetime", time.precision());
        }
        if (type instanceof DataType.Uuid) {
            return flavor.hasUuid() ? "uuid" : "char(" + UUID_LENGTH + ")";
        }
        if (type instanceof DataType.Json) {
            return "json";
        }
        if (type instanceof DataType.Enum words) {
            return "enum("
                    + String.join(
                            ",", words.values().stream().map(Quote::string).toList()) + ")";
        }
        throw new RetortException(
                Finding.error(ErrorCode.UNSUPPORTED, flavor.version() + " has no type for " + type + "."));
    }

    private static int orOne(@Nullable Integer length) {
        return length == null ? 1 : length;
    }

    private static String sized(String word, @Nullable Integer length) {
        return length == null ? word : word + "(" + length + ")";
    }

    private static String fraction(String word, @Nullable Integer precision) {
        return precision == null || precision == 0 ? word : word + "(" + precision + ")";
    }

    @Override
    public DataType parse(String sql) {
        String text = sql.strip();
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith("enum(")) {
            return new DataType.Enum(null, strings(text));
        }
        if (lower.matches("tinyint\\s*\\(\\s*1\\s*\\)")) {
            return new DataType.Boolean();
        }
        if (flavor.hasUuid() && lower.equals("uuid")) {
            return new DataType.Uuid();
        }
        Matcher width = WIDTH.matcher(lower);
        if (width.matches()) {
            lower = width.group(1) + (width.group(3) == null ? "" : width.group(3));
        }
        Matcher matcher = SIZED.matcher(lower);
        if (matcher.matches()) {
            DataType type = matcher.group(2) == null
                    ? WORDS.get(matcher.group(1))
                    : sized(matcher.group(1), Integer.parseInt(matcher.group(2)), matcher.group(3));
            if (type != null) {
                return type;
            }
        }
        return new DataType.Native(spelled(width.matches() ? lower : text));
    }

    private static @Nullable DataType sized(String word, int size, @Nullable String scale) {
        return switch (word) {
            case "decimal", "numeric" ->
                size < 1 ? null : new DataType.Decimal(size, scale == null ? 0 : Integer.parseInt(scale));
            case "char" -> size < 1 ? null : new DataType.Char(size, PLAIN_TEXT);
            case "varchar" -> size < 1 ? null : new DataType.Varchar(size, PLAIN_TEXT);
            case "binary" -> size < 1 ? null : new DataType.Binary(size);
            case "varbinary" -> size < 1 ? null : new DataType.Varbinary(size);
            case "time" -> new DataType.Time(size, false);
            case "datetime" -> new DataType.Timestamp(size, false);
            case "timestamp" -> new DataType.Timestamp(size, true);
            default -> null;
        };
    }

    /** The server's spelling: lower case but for strings. */
    private static String spelled(String text) {
        StringBuilder sql = new StringBuilder();
        Token last = null;
        for (Token token : Lexer.read(text)) {
            if (last != null && token.start() > last.end() && token.kind() == Token.Kind.WORD) {
                sql.append(' ');
            }
            sql.append(
                    token.kind() == Token.Kind.STRING
                            ? Quote.string(token.value())
                            : token.text().toLowerCase(Locale.ROOT));
            last = token;
        }
        return sql.toString().replace("integer", "int");
    }

    private static List<String> strings(String text) {
        List<String> values = new ArrayList<>();
        for (Token token : Lexer.read(text)) {
            if (token.kind() == Token.Kind.STRING) {
                values.add(token.value());
            }
        }
        return values;
    }

    /** The type that is read back; character set and collation are looked at elsewhere. */
    DataType canonical(DataType type, Schema schema) {
        if (type instanceof DataType.Enum words) {
            return new DataType.Enum(null, values(words, schema));
        }
        if (type instanceof DataType.Array || type instanceof DataType.Interval) {
            return type; // refused where it is used
        }
        DataType read = parse(render(type));
        TextAttributes text = TextAttributes.of(type);
        boolean isText = read instanceof DataType.Char
                || read instanceof DataType.Varchar
                || read instanceof DataType.Text
                || read instanceof DataType.Native;
        return isText ? text.appliedTo(read) : read;
    }

    /** The values of an enum, which a named one has in the schema. */
    static List<String> values(DataType.Enum type, Schema schema) {
        EnumType named = type.name() == null ? null : schema.enums().get(type.name());
        if (named == null && type.values().isEmpty()) {
            throw new RetortException(Finding.error(
                    ErrorCode.UNKNOWN_SCHEMA,
                    "The values of enum type " + type.name()
                            + " are not known here, and the server has them only in its columns."));
        }
        return named == null ? type.values() : named.values();
    }
}
