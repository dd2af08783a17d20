// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.RetortException;
import dev.retort.dialect.Types;
import dev.retort.schema.DataType;
import dev.retort.schema.TextAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Declared types of SQLite. A declared type is a free text from which SQLite derives an affinity, so each name is chosen
 * such that the affinity cannot change a value: JSON and intervals are TEXT, bytes of any length have BLOB in their name.
 *
 * @see <a href="https://www.sqlite.org/datatype3.html">Datatypes in SQLite</a>
 */
final class SqliteTypes implements Types {

    private static final DataType TEXT = new DataType.Text(TextAttributes.DEFAULT);
    private static final Map<String, DataType> PLAIN = Map.ofEntries(
            Map.entry("SMALLINT", new DataType.SmallInt()),
            Map.entry("INTEGER", new DataType.Integer()),
            Map.entry("BIGINT", new DataType.BigInt()),
            Map.entry("DECIMAL", new DataType.Decimal(null, null)),
            Map.entry("REAL", new DataType.Real()),
            Map.entry("DOUBLE", new DataType.Double()),
            Map.entry("BOOLEAN", new DataType.Boolean()),
            Map.entry("CHAR", new DataType.Char(null, TextAttributes.DEFAULT)),
            Map.entry("VARCHAR", new DataType.Varchar(null, TextAttributes.DEFAULT)),
            Map.entry("TEXT", TEXT),
            Map.entry("BLOB", new DataType.Blob()),
            Map.entry("DATE", new DataType.Date()),
            Map.entry("TIME", new DataType.Time(null, false)),
            Map.entry("TIMETZ", new DataType.Time(null, true)),
            Map.entry("TIMESTAMP", new DataType.Timestamp(null, false)),
            Map.entry("TIMESTAMPTZ", new DataType.Timestamp(null, true)));
    private static final Map<DataType, String> PLAIN_NAMES =
            PLAIN.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

    /** Types without text that are read as what was written, whatever their sizes. */
    private static final Set<Class<? extends DataType>> READ_BACK = Set.of(
            DataType.SmallInt.class,
            DataType.Integer.class,
            DataType.BigInt.class,
            DataType.Decimal.class,
            DataType.Real.class,
            DataType.Double.class,
            DataType.Boolean.class,
            DataType.Blob.class,
            DataType.Date.class,
            DataType.Time.class,
            DataType.Timestamp.class);

    @Override
    public String render(DataType type) {
        if (type instanceof DataType.Native words) {
            return words.sql();
        }
        if (type instanceof DataType.Decimal decimal) {
            return sized("DECIMAL", decimal.precision(), decimal.scale());
        }
        if (type instanceof DataType.Char text) {
            return sized("CHAR", text.length(), null);
        }
        if (type instanceof DataType.Varchar text) {
            return sized("VARCHAR", text.length(), null);
        }
        if (type instanceof DataType.Binary bytes) {
            Integer length = bytes.length();
            return sized("BLOB", length == null ? Integer.valueOf(1) : length, null);
        }
        if (type instanceof DataType.Varbinary bytes) {
            return sized("BLOB", bytes.length(), null);
        }
        if (type instanceof DataType.Time time) {
            return sized(time.withTimeZone() ? "TIMETZ" : "TIME", time.precision(), null);
        }
        if (type instanceof DataType.Timestamp time) {
            return sized(time.withTimeZone() ? "TIMESTAMPTZ" : "TIMESTAMP", time.precision(), null);
        }
        if (type instanceof DataType.Uuid) {
            return "CHAR(36)";
        }
        if (type instanceof DataType.Array) {
            throw new RetortException(Finding.error(ErrorCode.UNSUPPORTED, "SQLite has no arrays."));
        }
        return plain(type);
    }

    private static String plain(DataType type) {
        // JSON, intervals and enums: an affinity other than TEXT could change a value
        return PLAIN_NAMES.getOrDefault(withoutCollation(type), "TEXT");
    }

    private static String sized(String word, @Nullable Integer size, @Nullable Integer scale) {
        if (size == null) {
            return word;
        }
        return scale == null ? word + "(" + size + ")" : word + "(" + size + "," + scale + ")";
    }

    @Override
    public DataType parse(String sql) {
        DataType plain = PLAIN.get(sql);
        if (plain != null) {
            return plain;
        }
        int open = sql.indexOf('(');
        if (open > 0 && sql.endsWith(")")) {
            int close = sql.length() - 1;
            int comma = sql.indexOf(',', open);
            String size = sql.substring(open + 1, comma < 0 ? close : comma);
            String scale = comma < 0 ? null : sql.substring(comma + 1, close);
            if (isNumber(size) && (scale == null || isNumber(scale))) {
                return parse(sql, sql.substring(0, open), size, scale);
            }
        }
        return new DataType.Native(sql);
    }

    /** Whether a number would be written so; only then is a type known again that is read back as it was written. */
    private static boolean isNumber(String text) {
        int first = text.startsWith("-") ? 1 : 0;
        if (first == text.length() || (text.charAt(first) == '0' && text.length() > 1)) {
            return false;
        }
        for (int i = first; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static DataType parse(String sql, String word, String size, @Nullable String scale) {
        try {
            DataType type = parse(word, Integer.valueOf(size), scale == null ? null : Integer.valueOf(scale));
            // A word that takes one number has lost the other.
            return type != null && (scale == null || type instanceof DataType.Decimal)
                    ? type
                    : new DataType.Native(sql);
        } catch (IllegalArgumentException outOfBounds) {
            return new DataType.Native(sql);
        }
    }

    private static @Nullable DataType parse(String word, Integer size, @Nullable Integer scale) {
        return switch (word) {
            case "DECIMAL" -> new DataType.Decimal(size, scale);
            case "CHAR" -> new DataType.Char(size, TextAttributes.DEFAULT);
            case "VARCHAR" -> new DataType.Varchar(size, TextAttributes.DEFAULT);
            case "BLOB" -> new DataType.Varbinary(size);
            case "TIME" -> new DataType.Time(size, false);
            case "TIMETZ" -> new DataType.Time(size, true);
            case "TIMESTAMP" -> new DataType.Timestamp(size, false);
            case "TIMESTAMPTZ" -> new DataType.Timestamp(size, true);
            default -> null;
        };
    }

    /**
     * The name that a STRICT table takes for a type.
     *
     * @param type any type that is not refused
     * @return INTEGER, REAL, TEXT, BLOB, or a native type as it is
     */
    String strict(DataType type) {
        if (type instanceof DataType.Native words) {
            return words.sql();
        }
        if (type instanceof DataType.SmallInt
                || type instanceof DataType.Integer
                || type instanceof DataType.BigInt
                || type instanceof DataType.Boolean) {
            return "INTEGER";
        }
        if (type instanceof DataType.Real || type instanceof DataType.Double || type instanceof DataType.Decimal) {
            return "REAL";
        }
        return type instanceof DataType.Blob || type instanceof DataType.Binary || type instanceof DataType.Varbinary
                ? "BLOB"
                : "TEXT";
    }

    /**
     * The type that is read back after creating a column of a type.
     *
     * @param type   any type that is not refused
     * @param strict whether the table is STRICT
     * @return the canonical type, with the collation
     */
    DataType canonical(DataType type, boolean strict) {
        if (!strict && isReadBack(type)) {
            return type;
        }
        DataType read = parse(strict ? strict(type) : render(type));
        return Kept.equal(type, withCollation(read, collation(type).orElse(null)));
    }

    /** Whether what is written for the type is read as the type itself. */
    private static boolean isReadBack(DataType type) {
        if (type instanceof DataType.Varchar chars) {
            return chars.text().equals(TextAttributes.DEFAULT);
        }
        if (type instanceof DataType.Char chars) {
            return chars.text().equals(TextAttributes.DEFAULT);
        }
        return READ_BACK.contains(type.getClass());
    }

    /**
     * A type with a collation, which SQLite allows on every column.
     *
     * @param type      a type without collation
     * @param collation its collation, or null
     * @return the type; one that is no text becomes native
     */
    DataType withCollation(DataType type, @Nullable String collation) {
        if (collation == null) {
            return type;
        }
        TextAttributes text = TextAttributes.collate(collation);
        if (type instanceof DataType.Char chars) {
            return new DataType.Char(chars.length(), text);
        }
        if (type instanceof DataType.Varchar chars) {
            return new DataType.Varchar(chars.length(), text);
        }
        return type instanceof DataType.Text ? new DataType.Text(text) : new DataType.Native(render(type), text);
    }

    private static DataType withoutCollation(DataType type) {
        return type instanceof DataType.Text ? TEXT : type;
    }

    /**
     * @param type a type
     * @return its collation; the built-in ones in capitals, BINARY not at all since it is the default
     */
    static Optional<String> collation(DataType type) {
        TextAttributes text = TextAttributes.DEFAULT;
        if (type instanceof DataType.Char chars) {
            text = chars.text();
        } else if (type instanceof DataType.Varchar chars) {
            text = chars.text();
        } else if (type instanceof DataType.Text chars) {
            text = chars.text();
        } else if (type instanceof DataType.Native words) {
            text = words.text();
        }
        return Optional.ofNullable(text.collation())
                .map(SqliteTypes::collationName)
                .filter(name -> !name.equals("BINARY"));
    }

    static String collationName(String name) {
        for (String builtIn : new String[] {"BINARY", "NOCASE", "RTRIM"}) {
            if (builtIn.equalsIgnoreCase(name)) {
                return builtIn;
            }
        }
        return name;
    }
}
