// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.dialect.ServerVersion;
import dev.retort.dialect.SqlSyntax;
import dev.retort.dialect.Types;
import dev.retort.dialect.postgres.text.TypeNames;
import dev.retort.schema.DataType;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.TextAttributes;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Types in the words of {@code format_type}. What the model has no type for (domains, ranges, network addresses, bits,
 * composite types and those of extensions) is a {@link DataType.Native}.
 *
 * @see <a href="https://www.postgresql.org/docs/current/datatype.html">Data Types</a>
 */
final class PostgresTypes implements Types {

    private static final Pattern NUMBERS = Pattern.compile("^([a-z ]+?)\\s*\\((\\d+)(?:,\\s*(-?\\d+))?\\)(.*)$");

    private final SqlSyntax syntax;

    private final ServerVersion version;

    PostgresTypes(SqlSyntax syntax, ServerVersion version) {
        this.syntax = syntax;
        this.version = version;
    }

    /** Whether {@code EXTRACT} is {@code date_part} with other words, and not a function of its own. */
    boolean extractsByDatePart() {
        return !version.isAtLeast(14, 0);
    }

    @Override
    public String render(DataType type) {
        if (type instanceof DataType.Array array) {
            return render(array.element()) + "[]";
        }
        if (type instanceof DataType.Enum anEnum) {
            return name(anEnum.name());
        }
        if (type instanceof DataType.Native other) {
            return other.sql();
        }
        if (type instanceof DataType.Decimal decimal) {
            return "numeric" + decimal(decimal);
        }
        if (type instanceof DataType.Char text) {
            return "character" + length(text.length());
        }
        if (type instanceof DataType.Varchar text) {
            return "character varying" + length(text.length());
        }
        if (type instanceof DataType.Time time) {
            return "time" + length(time.precision()) + zone(time.withTimeZone());
        }
        if (type instanceof DataType.Timestamp timestamp) {
            return "timestamp" + length(timestamp.precision()) + zone(timestamp.withTimeZone());
        }
        return type instanceof DataType.Json json ? (json.binary() ? "jsonb" : "json") : plain(type);
    }

    private static String plain(DataType type) {
        if (type instanceof DataType.SmallInt) {
            return "smallint";
        }
        if (type instanceof DataType.Integer) {
            return "integer";
        }
        if (type instanceof DataType.BigInt) {
            return "bigint";
        }
        if (type instanceof DataType.Real) {
            return "real";
        }
        if (type instanceof DataType.Double) {
            return "double precision";
        }
        if (type instanceof DataType.Boolean) {
            return "boolean";
        }
        if (type instanceof DataType.Text) {
            return "text";
        }
        if (type instanceof DataType.Date) {
            return "date";
        }
        if (type instanceof DataType.Interval) {
            return "interval";
        }
        return type instanceof DataType.Uuid ? "uuid" : "bytea";
    }

    /** An enum without a name is refused by the check; here it has no other words than those of a text. */
    private String name(@Nullable QualifiedName name) {
        if (name == null) {
            return "text";
        }
        String own = syntax.quote(name.name().value());
        return name.namespace() == null ? own : syntax.quote(name.namespace().value()) + "." + own;
    }

    private static String decimal(DataType.Decimal decimal) {
        if (decimal.precision() == null) {
            return "";
        }
        return "(" + decimal.precision() + (decimal.scale() == null ? "" : "," + decimal.scale()) + ")";
    }

    private static String length(@Nullable Integer length) {
        return length == null ? "" : "(" + length + ")";
    }

    private static String zone(boolean with) {
        return with ? " with time zone" : " without time zone";
    }

    @Override
    public DataType parse(String sql) {
        String text = TypeNames.canonical(sql);
        if (text.endsWith("[]")) {
            return new DataType.Array(parse(text.substring(0, text.length() - 2)));
        }
        return simple(text).or(() -> measured(text)).orElseGet(() -> new DataType.Native(text));
    }

    private static Optional<DataType> simple(String text) {
        return Optional.ofNullable(
                switch (text) {
                    case "smallint" -> new DataType.SmallInt();
                    case "integer" -> new DataType.Integer();
                    case "bigint" -> new DataType.BigInt();
                    case "numeric" -> new DataType.Decimal(null, null);
                    case "real" -> new DataType.Real();
                    case "double precision" -> new DataType.Double();
                    case "boolean" -> new DataType.Boolean();
                    case "text" -> new DataType.Text(TextAttributes.DEFAULT);
                    case "character varying" -> new DataType.Varchar(null, TextAttributes.DEFAULT);
                    case "bytea" -> new DataType.Blob();
                    case "date" -> new DataType.Date();
                    case "time without time zone" -> new DataType.Time(null, false);
                    case "time with time zone" -> new DataType.Time(null, true);
                    case "timestamp without time zone" -> new DataType.Timestamp(null, false);
                    case "timestamp with time zone" -> new DataType.Timestamp(null, true);
                    case "interval" -> new DataType.Interval();
                    case "uuid" -> new DataType.Uuid();
                    case "json" -> new DataType.Json(false);
                    case "jsonb" -> new DataType.Json(true);
                    default -> null;
                });
    }

    private static Optional<DataType> measured(String text) {
        Matcher matcher = NUMBERS.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int first = Integer.parseInt(matcher.group(2));
        boolean zoned = matcher.group(4).equals(" with time zone");
        return Optional.ofNullable(
                switch (matcher.group(1)) {
                    case "numeric" -> new DataType.Decimal(first, Integer.valueOf(matcher.group(3)));
                    case "character" -> new DataType.Char(first, TextAttributes.DEFAULT);
                    case "character varying" -> new DataType.Varchar(first, TextAttributes.DEFAULT);
                    case "time" -> new DataType.Time(first, zoned);
                    case "timestamp" -> new DataType.Timestamp(first, zoned);
                    default -> null;
                });
    }

    /** The type that is read back for one that is declared. */
    DataType canonical(DataType type) {
        TextAttributes text = TextAttributes.of(type);
        if (type instanceof DataType.Array array) {
            DataType element = canonical(array.element());
            return element instanceof DataType.Array ? element : new DataType.Array(element);
        }
        if (type instanceof DataType.Enum anEnum) {
            return new DataType.Enum(anEnum.name(), anEnum.name() == null ? anEnum.values() : java.util.List.of());
        }
        DataType read = parse(render(type));
        boolean named = text.collation() != null && !text.collation().equals("default");
        return named ? TextAttributes.collate(text.collation()).appliedTo(read) : read;
    }
}
