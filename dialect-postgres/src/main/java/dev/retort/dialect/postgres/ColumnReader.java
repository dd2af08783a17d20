// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.Generated;
import dev.retort.schema.Identifier;
import dev.retort.schema.Identity;
import dev.retort.schema.Options;
import dev.retort.schema.SqlText;
import dev.retort.schema.TextAttributes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes columns of what the catalogue says. */
record ColumnReader(Reader reader, PostgresTypes types) {

    Column column(ResultSet row) throws SQLException {
        String expression = row.getString("expression");
        String generated = row.getString("attgenerated");
        boolean computed = !generated.isEmpty();
        return new Column(
                new Identifier(row.getString("attname")),
                type(row),
                !row.getBoolean("attnotnull"),
                expression == null || computed ? null : DefaultValue.sql(expression),
                identity(row),
                computed && expression != null
                        ? new Generated(SqlText.verbatim(expression), generated.equals("s"))
                        : null,
                row.getString("comment"),
                options(row));
    }

    private DataType type(ResultSet row) throws SQLException {
        String enumName = row.getString("enum_name");
        if (enumName != null) {
            DataType type = new DataType.Enum(reader.name(row.getString("enum_namespace"), enumName), List.of());
            return row.getBoolean("is_array") ? new DataType.Array(type) : type;
        }
        DataType type = types.parse(row.getString("type"));
        String collation = row.getString("collation");
        if (type instanceof DataType.Array array) {
            return new DataType.Array(collated(array.element(), collation));
        }
        return collated(type, collation);
    }

    private static DataType collated(DataType type, @Nullable String collation) {
        boolean text = type instanceof DataType.Text
                || type instanceof DataType.Varchar
                || type instanceof DataType.Char
                || type instanceof DataType.Native;
        return collation == null || !text
                ? type
                : TextAttributes.collate(collation).appliedTo(type);
    }

    private static @Nullable Identity identity(ResultSet row) throws SQLException {
        String kind = row.getString("attidentity");
        long increment = row.getLong("seqincrement");
        // A partition has the identity of its table, and no sequence.
        if (kind.isEmpty() || increment == 0) {
            return null;
        }
        return new Identity(
                kind.equals("a"),
                row.getLong("seqstart"),
                increment,
                row.getLong("seqmin"),
                row.getLong("seqmax"),
                row.getBoolean("seqcycle"),
                row.getLong("seqcache"));
    }

    private static Options options(ResultSet row) throws SQLException {
        Options options = Options.of(PostgresOptions.DIALECT, PostgresOptions.LOCAL, row.getBoolean("own"));
        options = options.with(PostgresOptions.DIALECT, PostgresOptions.NOT_NULL, row.getString("not_null"));
        String storage = switch (Reader.text(row, "storage")) {
            case "p" -> "plain";
            case "e" -> "external";
            case "x" -> "extended";
            case "m" -> "main";
            default -> "";
        };
        if (!storage.isEmpty()) {
            options = options.with(PostgresOptions.DIALECT, PostgresOptions.STORAGE, storage);
        }
        String compression = switch (Reader.text(row, "compression")) {
            case "p" -> "pglz";
            case "l" -> "lz4";
            default -> "";
        };
        if (!compression.isEmpty()) {
            options = options.with(PostgresOptions.DIALECT, PostgresOptions.COMPRESSION, compression);
        }
        int statistics = row.getInt("statistics");
        boolean own = !row.wasNull() && statistics >= 0;
        return own ? options.with(PostgresOptions.DIALECT, PostgresOptions.STATISTICS, statistics) : options;
    }
}
