// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres.text;

import dev.retort.schema.QualifiedName;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes names with quotes where they need them, as PostgreSQL itself does. */
public final class Names {

    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

    /** Every word that is not free as the name of a column or function. */
    private static final Set<String> RESERVED = new HashSet<>(Arrays.asList(("all analyse analyze and any array as asc"
                    + " asymmetric authorization between bigint binary bit boolean both case cast char character check"
                    + " coalesce collate collation column concurrently constraint create cross current_catalog"
                    + " current_date current_role current_schema current_time current_timestamp current_user dec decimal"
                    + " default deferrable desc distinct do else end except exists extract false fetch float for foreign"
                    + " freeze from full grant greatest group grouping having ilike in initially inner inout int integer"
                    + " intersect interval into is isnull join json json_array json_arrayagg json_exists json_object"
                    + " json_objectagg json_query json_scalar json_serialize json_table json_value lateral leading least"
                    + " left like limit localtime localtimestamp merge_action national natural nchar none normalize not"
                    + " notnull null nullif numeric offset on only or order out outer over overlaps overlay placing"
                    + " position precision primary real references returning right row select session_user setof similar"
                    + " smallint some substring symmetric system_user table tablesample then time timestamp to trailing"
                    + " treat trim true union unique user using values varchar variadic verbose when where window with"
                    + " xmlattributes xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot"
                    + " xmlserialize xmltable")
            .split(" ")));

    private Names() {}

    /**
     * A name as it stands in SQL.
     *
     * @param name any name
     * @return the name, in quotes if it needs them
     */
    public static String quoted(String name) {
        return PLAIN.matcher(name).matches() && !RESERVED.contains(name)
                ? name
                : '"' + name.replace("\"", "\"\"") + '"';
    }

    /**
     * Reads a name as it stands in SQL.
     *
     * @param text a name, perhaps behind its namespace
     * @return the name
     */
    public static QualifiedName qualified(String text) {
        List<String> parts = Lexer.tokens(text).stream()
                .filter(token -> !token.value().equals("."))
                .map(Token::value)
                .toList();
        String name = parts.isEmpty() ? text : parts.get(parts.size() - 1);
        return QualifiedName.of(parts.size() > 1 ? parts.get(parts.size() - 2) : null, name);
    }

    /** A part of a type's name: keywords stay bare, since they are what most type names are made of. */
    static String type(Token token) {
        // In quotes these two are other types than without: bits of any length, and one byte.
        boolean other = token.value().equals("bit") || token.value().equals("char");
        return token.kind() == Token.Kind.WORD || (PLAIN.matcher(token.value()).matches() && !other)
                ? token.value()
                : quoted(token.value());
    }

    static boolean isReserved(String word) {
        return RESERVED.contains(word);
    }
}
