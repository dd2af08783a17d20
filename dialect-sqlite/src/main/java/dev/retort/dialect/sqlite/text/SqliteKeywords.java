// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** SQLite's keywords, and which of them its grammar takes for a name where a keyword makes no sense. */
final class SqliteKeywords {

    /** Keywords that are never a name unless quoted. */
    private static final WordSet RESERVED = new WordSet(
            ("add all alter and as autoincrement between case check collate commit constraint create default"
                    + " deferrable delete distinct drop else escape except exists foreign from group having in index"
                    + " insert intersect into is isnull join limit not nothing notnull null on or order primary references"
                    + " returning select set table then to transaction union unique update using values when where"));

    /** Keywords that may name a table or a column, but not begin an alias or a type. */
    private static final WordSet JOIN = new WordSet("cross full inner left natural outer right indexed");

    /** Keywords that fall back to a name; the list of {@code %fallback ID} in {@code parse.y}. */
    private static final WordSet FALLBACK = new WordSet(
            ("abort action after always analyze asc attach before begin by cascade cast column conflict current"
                    + " current_date current_time current_timestamp database deferred desc detach do each end exclude"
                    + " exclusive explain fail filter first following for generated glob groups if ignore immediate"
                    + " initially instead key last like match materialized no nulls of offset others over partition plan"
                    + " pragma preceding query raise range recursive regexp reindex release rename replace restrict"
                    + " rollback row rows savepoint temp temporary ties trigger unbounded vacuum view virtual window with"
                    + " within without"));

    private SqliteKeywords() {}

    /** Every keyword, in lower case. */
    static Set<String> all() {
        return Stream.of(RESERVED, JOIN, FALLBACK).flatMap(WordSet::words).collect(Collectors.toUnmodifiableSet());
    }

    static boolean isKeyword(String word) {
        return RESERVED.contains(word) || JOIN.contains(word) || FALLBACK.contains(word);
    }

    /** Whether the bare word can name a table or column ({@code nm} in the grammar). */
    static boolean canName(Token word) {
        return !RESERVED.contains(word.source(), word.start(), word.end());
    }

    /** Whether the bare word can be part of a type, a collation or an alias without AS ({@code ids} in the grammar). */
    static boolean canBeId(Token word) {
        return canName(word) && !JOIN.contains(word.source(), word.start(), word.end());
    }
}
