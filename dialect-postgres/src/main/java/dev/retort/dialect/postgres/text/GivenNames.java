// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names of constants that PostgreSQL gives itself. A constant in a query has none, but as soon as PostgreSQL has written
 * it with its type, and reads that again, it is named after the type: {@code 'x'} becomes {@code 'x'::text} and then
 * {@code 'x'::text AS text}. Where nothing can refer to such columns (in every branch of a union but the first, in
 * {@code EXISTS}, {@code IN} and the like) the first of these is not written with {@code AS "?column?"}, so that the same
 * query has two texts. Without the name both are the same, and mean the same.
 */
public final class GivenNames {

    /** The words that may follow the columns of a query. */
    private static final Set<String> BEHIND = Set.of(
            "from",
            "where",
            "group",
            "having",
            "window",
            "order",
            "limit",
            "offset",
            "fetch",
            "for",
            "into",
            "union",
            "intersect",
            "except",
            ";");

    /** The words behind the first of a type's name. */
    private static final Set<String> OF_TYPES = Set.of(
            "varying",
            "precision",
            "with",
            "without",
            "time",
            "zone",
            "array",
            "year",
            "month",
            "day",
            "hour",
            "minute",
            "second",
            "to");

    /** What stands between two brackets. */
    private static final class Level {
        private final int open;
        private boolean isQuery;
        private boolean hasFirst;
        private @Nullable String first;
        private int item = -1;
        private int as = -1;

        Level(int open) {
            this.open = open;
        }
    }

    /** A bracket that was read: where it closes, whether a query is in it, and the name of that one's first column. */
    private record Closed(int at, boolean isQuery, @Nullable String first) {}

    private final Lexer text;
    private final List<Token> tokens;
    private final Map<Integer, Closed> brackets = new HashMap<>();
    private final List<Integer> needless = new ArrayList<>();

    private GivenNames(Lexer text) {
        this.text = text;
        this.tokens = text.tokens();
    }

    /**
     * A text without the names of constants that they have anyway.
     *
     * @param sql any text
     * @return the same text, without {@code AS} and a name behind constants of queries that are named so by their type
     */
    public static String without(String sql) {
        if (!sql.contains("::")) {
            return sql;
        }
        GivenNames names = new GivenNames(Lexer.read(sql));
        names.find();
        StringBuilder rest = new StringBuilder(sql);
        for (int i = names.needless.size() - 1; i >= 0; i--) {
            int as = names.needless.get(i);
            rest.delete(names.text.end(as - 1), names.text.end(as + 1));
        }
        return rest.toString();
    }

    private void find() {
        Deque<Level> levels = new ArrayDeque<>();
        Level level = new Level(-1);
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.is("(") || token.is("[")) {
                levels.push(level);
                level = new Level(i);
            } else if (token.is(")") || token.is("]")) {
                if (levels.isEmpty()) {
                    return;
                }
                ended(level, i);
                brackets.put(level.open, new Closed(i, level.isQuery, level.first));
                level = levels.pop();
            } else if (token.is("select")) {
                level.isQuery = true;
                level.item = start(i);
                level.as = -1;
            } else if (level.item >= 0 && token.is(",")) {
                ended(level, i);
                level.item = i + 1;
            } else if (level.item >= 0 && token.is("as")) {
                level.as = i;
            } else if (level.item >= 0 && token.kind() != Token.Kind.QUOTED_NAME && BEHIND.contains(token.value())) {
                ended(level, i);
            }
        }
        ended(level, tokens.size());
    }

    /** Where the columns begin behind SELECT; that of DISTINCT ON begin with its bracket, which is passed over later. */
    private int start(int select) {
        int next = select + 1;
        boolean quantified = next < tokens.size()
                && (tokens.get(next).is("distinct") || tokens.get(next).is("all"));
        return quantified ? next + 1 : next;
    }

    private void ended(Level level, int end) {
        if (level.item < 0) {
            return;
        }
        boolean named =
                level.as > 0 && level.as + 2 == end && tokens.get(level.as + 1).isName();
        String given = given(behindOn(level.item), named ? level.as : end);
        if (named && tokens.get(level.as + 1).value().equals(given)) {
            needless.add(level.as);
        } else if (named) {
            given = tokens.get(level.as + 1).value();
        }
        if (!level.hasFirst) {
            level.hasFirst = true;
            level.first = given;
        }
        level.item = -1;
        level.as = -1;
    }

    private int behindOn(int item) {
        boolean on = item + 1 < tokens.size()
                && tokens.get(item).is("on")
                && tokens.get(item + 1).is("(");
        Closed keys = on ? brackets.get(item + 1) : null;
        return keys == null ? item : keys.at() + 1;
    }

    /** The name that a constant, or a query in brackets, has by itself; null for whatever else. */
    private @Nullable String given(int from, int to) {
        int start = from;
        int end = to;
        String type = null;
        while (start < end) {
            int cast = last("::", start, end);
            int collate = last("collate", start, end);
            Closed bracket = tokens.get(start).is("(") ? brackets.get(start) : null;
            if (collate > start && collate > cast && isName(collate + 1, end, Set.of())) {
                end = collate;
            } else if (cast > start && cast > collate && isName(cast + 1, end, OF_TYPES)) {
                type = type == null ? TypeNames.inCatalogue(tokens.subList(cast + 1, end)) : type;
                end = cast;
            } else if (bracket != null && bracket.at() == end - 1) {
                if (bracket.isQuery()) {
                    return bracket.first() == null ? type : bracket.first();
                }
                start++;
                end--;
            } else {
                return isConstant(start, end) ? type : null;
            }
        }
        return null;
    }

    /** Whether a dotted name stands there and no more, but for what is in brackets and these words. */
    private boolean isName(int start, int end, Set<String> words) {
        if (start >= end || !tokens.get(start).isName()) {
            return false;
        }
        int i = start + 1;
        while (i < end) {
            Closed bracket = brackets.get(i);
            boolean dot =
                    tokens.get(i).is(".") && i + 1 < end && tokens.get(i + 1).isName();
            boolean word = tokens.get(i).kind() == Token.Kind.WORD
                    && words.contains(tokens.get(i).value());
            if (!dot && !word && (bracket == null || words.isEmpty())) {
                return false;
            }
            i = bracket != null ? bracket.at() + 1 : dot ? i + 2 : i + 1;
        }
        return true;
    }

    /** The last place where a word stands outside of brackets. */
    private int last(String word, int start, int end) {
        int found = -1;
        for (int i = start; i < end; i++) {
            Closed bracket = brackets.get(i);
            if (bracket != null) {
                i = bracket.at();
            } else if (tokens.get(i).is(word)) {
                found = i;
            }
        }
        return found;
    }

    private boolean isConstant(int start, int end) {
        Token first = tokens.get(start);
        boolean string = tokens.get(end - 1).kind() == Token.Kind.STRING;
        boolean word = first.is("null") || first.is("true") || first.is("false");
        return end - start == 1
                ? string || word || first.kind() == Token.Kind.NUMBER
                : end - start == 2 && string && (first.is("b") || first.is("x"));
    }
}
