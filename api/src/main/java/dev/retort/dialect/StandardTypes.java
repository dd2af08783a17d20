// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import dev.retort.schema.DataType;
import dev.retort.schema.Literal;
import dev.retort.schema.TextAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The types of ISO SQL in its own words, as an information schema tells them, and the words that most databases share for
 * {@code UUID}, {@code JSON} and {@code ENUM}. A dialect overrides {@link #words} and {@link #plain} for those that it calls
 * otherwise.
 */
public class StandardTypes implements Types {

    private static final Pattern SIZED = Pattern.compile("([A-Z ]+?)\\((\\d{1,9})(?:, ?(\\d{1,9}))?\\)([A-Z ]*)");
    private static final Pattern WORD = Pattern.compile("'((?:[^']|'')*)'(?:, ?|$)", Pattern.DOTALL);
    private static final String ARRAY = " ARRAY";
    private static final Map<Class<? extends DataType>, String> WORDS = Map.ofEntries(
            Map.entry(DataType.SmallInt.class, "SMALLINT"),
            Map.entry(DataType.Integer.class, "INTEGER"),
            Map.entry(DataType.BigInt.class, "BIGINT"),
            Map.entry(DataType.Decimal.class, "NUMERIC"),
            Map.entry(DataType.Real.class, "REAL"),
            Map.entry(DataType.Double.class, "DOUBLE PRECISION"),
            Map.entry(DataType.Boolean.class, "BOOLEAN"),
            Map.entry(DataType.Char.class, "CHARACTER"),
            Map.entry(DataType.Varchar.class, "CHARACTER VARYING"),
            Map.entry(DataType.Text.class, "CHARACTER LARGE OBJECT"),
            Map.entry(DataType.Binary.class, "BINARY"),
            Map.entry(DataType.Varbinary.class, "BINARY VARYING"),
            Map.entry(DataType.Blob.class, "BINARY LARGE OBJECT"),
            Map.entry(DataType.Date.class, "DATE"),
            Map.entry(DataType.Time.class, "TIME"),
            Map.entry(DataType.Timestamp.class, "TIMESTAMP"),
            Map.entry(DataType.Interval.class, "INTERVAL DAY TO SECOND"),
            Map.entry(DataType.Uuid.class, "UUID"),
            Map.entry(DataType.Json.class, "JSON"),
            Map.entry(DataType.Enum.class, "ENUM"));

    private final SqlSyntax syntax;

    /**
     * Types whose enums list their words as a dialect writes strings.
     *
     * @param syntax lexical rules
     */
    public StandardTypes(SqlSyntax syntax) {
        this.syntax = syntax;
    }

    @Override
    public String render(DataType type) {
        if (type instanceof DataType.Decimal decimal) {
            return sized(words(type), decimal.precision(), decimal.scale());
        }
        if (type instanceof DataType.Char text) {
            return sized(words(type), text.length(), null);
        }
        if (type instanceof DataType.Varchar text) {
            return sized(words(type), text.length(), null);
        }
        if (type instanceof DataType.Binary bytes) {
            return sized(words(type), bytes.length(), null);
        }
        if (type instanceof DataType.Varbinary bytes) {
            return sized(words(type), bytes.length(), null);
        }
        if (type instanceof DataType.Time time) {
            return zoned(sized(words(type), time.precision(), null), time.withTimeZone());
        }
        if (type instanceof DataType.Timestamp time) {
            return zoned(sized(words(type), time.precision(), null), time.withTimeZone());
        }
        if (type instanceof DataType.Enum one) {
            return one.values().stream()
                    .map(value -> syntax.literal(new Literal.Text(value)))
                    .collect(Collectors.joining(", ", words(type) + "(", ")"));
        }
        if (type instanceof DataType.Array array) {
            return render(array.element()) + ARRAY;
        }
        return type instanceof DataType.Native other ? other.sql() : words(type);
    }

    /**
     * The words of a type, without sizes, time zone and values.
     *
     * @param type any type other than arrays and native ones
     * @return its words, in capitals
     */
    protected String words(DataType type) {
        return Objects.requireNonNull(WORDS.get(type.getClass()));
    }

    private static String sized(String words, @Nullable Integer size, @Nullable Integer scale) {
        if (size == null) {
            return words;
        }
        return words + "(" + size + (scale == null ? "" : ", " + scale) + ")";
    }

    private static String zoned(String words, boolean withTimeZone) {
        return withTimeZone ? words + " WITH TIME ZONE" : words;
    }

    @Override
    public DataType parse(String sql) {
        if (sql.endsWith(ARRAY)) {
            return new DataType.Array(parse(sql.substring(0, sql.length() - ARRAY.length())));
        }
        DataType type = null;
        Matcher sized = SIZED.matcher(sql);
        try {
            if (sql.startsWith("ENUM(") && sql.endsWith(")")) {
                type = new DataType.Enum(null, values(sql.substring(5, sql.length() - 1)));
            } else if (sized.matches()) {
                type = typeOf(sized.group(1) + sized.group(4), number(sized.group(2)), number(sized.group(3)));
            } else {
                type = plain(sql);
            }
        } catch (IllegalArgumentException outOfBounds) {
            return new DataType.Native(sql);
        }
        return type != null && render(type).equals(sql) ? type : new DataType.Native(sql);
    }

    private static List<String> values(String list) {
        List<String> values = new ArrayList<>();
        Matcher word = WORD.matcher(list);
        while (word.find()) {
            values.add(word.group(1).replace("''", "'"));
        }
        return values;
    }

    private static @Nullable Integer number(@Nullable String digits) {
        return digits == null ? null : Integer.valueOf(digits);
    }

    /**
     * The type of some words without sizes.
     *
     * @param words words in capitals
     * @return the type, or null if there is none
     */
    protected @Nullable DataType plain(String words) {
        return switch (words) {
            case "SMALLINT" -> new DataType.SmallInt();
            case "INTEGER" -> new DataType.Integer();
            case "BIGINT" -> new DataType.BigInt();
            case "REAL" -> new DataType.Real();
            case "DOUBLE PRECISION" -> new DataType.Double();
            case "BOOLEAN" -> new DataType.Boolean();
            case "CHARACTER LARGE OBJECT" -> new DataType.Text(TextAttributes.DEFAULT);
            case "BINARY LARGE OBJECT" -> new DataType.Blob();
            case "DATE" -> new DataType.Date();
            case "INTERVAL DAY TO SECOND" -> new DataType.Interval();
            case "UUID" -> new DataType.Uuid();
            case "JSON" -> new DataType.Json(false);
            default -> typeOf(words, null, null);
        };
    }

    private static @Nullable DataType typeOf(String words, @Nullable Integer size, @Nullable Integer scale) {
        if (scale != null && !words.equals("NUMERIC")) {
            return null;
        }
        return switch (words) {
            case "NUMERIC" -> new DataType.Decimal(size, scale);
            case "CHARACTER" -> new DataType.Char(size, TextAttributes.DEFAULT);
            case "CHARACTER VARYING" -> new DataType.Varchar(size, TextAttributes.DEFAULT);
            case "BINARY" -> new DataType.Binary(size);
            case "BINARY VARYING" -> new DataType.Varbinary(size);
            case "TIME" -> new DataType.Time(size, false);
            case "TIME WITH TIME ZONE" -> new DataType.Time(size, true);
            case "TIMESTAMP" -> new DataType.Timestamp(size, false);
            case "TIMESTAMP WITH TIME ZONE" -> new DataType.Timestamp(size, true);
            default -> null;
        };
    }
}
