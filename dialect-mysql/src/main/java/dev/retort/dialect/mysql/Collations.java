// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.schema.DataType;
import dev.retort.schema.Options;
import dev.retort.schema.TextAttributes;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Character sets and collations as they are read back: a collation implies its character set, and what is usual in a table
 * or on the server says nothing.
 *
 * @param usual the collation of a table that says none, or null to keep every one
 */
record Collations(
        Flavor flavor, MysqlOptions options, @Nullable String usual) {

    /** What a table says, without what is usual. */
    Options table(Options table) {
        String collation =
                collation(options.text(table, MysqlOptions.CHARSET), options.text(table, MysqlOptions.COLLATION));
        Options result = options.canonical(
                options.with(options.with(table, MysqlOptions.CHARSET, ""), MysqlOptions.COLLATION, ""));
        return collation == null || collation.equals(usual)
                ? result
                : options.with(result, MysqlOptions.COLLATION, collation);
    }

    /** The collation that the two mean together, or null for none. */
    private @Nullable String collation(String charset, String collation) {
        if (!collation.isEmpty()) {
            String lower = collation.toLowerCase(Locale.ROOT);
            return lower.startsWith("utf8_") ? "utf8mb3" + lower.substring(4) : lower;
        }
        return charset.isEmpty() ? null : flavor.collationOf(charset);
    }

    DataType column(DataType type, Options table) {
        TextAttributes text = TextAttributes.of(type);
        if (text.equals(TextAttributes.DEFAULT)) {
            return type;
        }
        String charset = text.charset();
        String collation = text.collation();
        String meant = collation(charset == null ? "" : charset, collation == null ? "" : collation);
        if (meant == null) {
            return type;
        }
        String outside = options.text(table, MysqlOptions.COLLATION);
        boolean same = meant.equals(outside) || (outside.isEmpty() && meant.equals(usual));
        return (same ? TextAttributes.DEFAULT : TextAttributes.collate(meant)).appliedTo(type);
    }

    /** Options of a column, of which an enum has its collation. */
    Options column(Options column, Options table) {
        String collation = options.text(column, MysqlOptions.COLLATION);
        if (collation.isEmpty()) {
            return column;
        }
        DataType text = column(new DataType.Text(TextAttributes.collate(collation)), table);
        String kept = TextAttributes.of(text).collation();
        return kept == null
                ? options.canonical(options.with(column, MysqlOptions.COLLATION, ""))
                : options.with(column, MysqlOptions.COLLATION, kept);
    }
}
