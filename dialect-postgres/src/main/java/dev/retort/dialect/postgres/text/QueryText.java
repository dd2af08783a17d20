// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A query in the form in which two of them are compared.
 *
 * @param sql     the query: without {@code *}, with the names of its columns where they are not those of what it reads,
 *                and with qualified columns if it reads several tables
 * @param columns its columns with the types that are known, else empty texts
 * @param understood whether every part of it has a form here
 */
public record QueryText(String sql, Map<String, String> columns, boolean understood) {

    /**
     * The form of a query.
     *
     * @param sql       a query
     * @param names     names of its columns, or none
     * @param relations what it can read
     * @return its form; for a query with parts that are not known here, its tokens in one spelling
     */
    public static QueryText of(String sql, List<String> names, Relations relations) {
        try {
            Cursor cursor = new Cursor(Lexer.tokens(GivenNames.without(sql)));
            QueryText query = new QueryParser(cursor, relations).query(names);
            cursor.takes(";");
            if (!cursor.isAtEnd()) {
                throw new Cursor.Unknown(cursor.peek());
            }
            return query;
        } catch (Cursor.Unknown form) {
            Map<String, String> columns = new LinkedHashMap<>();
            names.forEach(name -> columns.put(name, ""));
            return new QueryText(Texts.words(sql), columns, false);
        }
    }
}
