// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Says where, between the items in the parentheses of a table, one item's comments end and the next one's begin.
 *
 * <p>A comment behind an item on the same line belongs to it, even behind its comma, as long as the line ends there; a
 * comment on a line of its own belongs to what follows.
 *
 * @param cuts one offset before each item and one after the last: item {@code i} owns {@code [cuts(i), cuts(i + 1))}
 * @param commas for each gap between items {@code i} and {@code i + 1} the offset of its comma, or -1
 */
record TableLayout(List<Integer> cuts, List<Integer> commas) {

    static TableLayout of(String text, int open, int close, List<Fragment> items) {
        List<Token> tokens = SqliteLexer.tokens(text);
        List<Integer> cuts = new ArrayList<>();
        List<Integer> commas = new ArrayList<>();
        cuts.add(afterSameLine(tokens, open + 1, items.get(0).start()));
        for (int i = 0; i + 1 < items.size(); i++) {
            int from = items.get(i).end();
            int to = items.get(i + 1).start();
            int comma = comma(tokens, from, to);
            commas.add(comma);
            if (comma < 0) {
                cuts.add(afterSameLine(tokens, from, to));
            } else if (text.substring(from, comma).indexOf('\n') >= 0) {
                cuts.add(afterSameLine(tokens, from, comma));
            } else {
                cuts.add(afterSameLine(tokens, comma + 1, to));
            }
        }
        int last = items.get(items.size() - 1).end();
        boolean oneLine = text.substring(last, close).indexOf('\n') < 0;
        cuts.add(oneLine ? lastComment(tokens, last, close) : afterSameLine(tokens, last, close));
        return new TableLayout(List.copyOf(cuts), List.copyOf(commas));
    }

    /** Whether there may be a comment in a text; if not, an item owns nothing but itself. */
    static boolean mayHaveComments(String text) {
        return text.contains("--") || text.contains("/*");
    }

    /** What the item owns, without blanks at either end and without the comma that separates it. */
    Fragment owned(String text, int item, Fragment core) {
        int start = core.start();
        int end = core.end();
        String own = text.substring(cuts.get(item), cuts.get(item + 1));
        if (!mayHaveComments(own)) {
            return core;
        }
        for (Token token : SqliteLexer.tokens(own)) {
            if (token.kind().isComment()) {
                start = Math.min(start, cuts.get(item) + token.start());
                end = Math.max(end, cuts.get(item) + token.end());
            }
        }
        return new Fragment(text, start, end);
    }

    private static int comma(List<Token> tokens, int from, int to) {
        return between(tokens, from, to).stream()
                .filter(token -> token.isOperator(","))
                .mapToInt(Token::start)
                .findFirst()
                .orElse(-1);
    }

    private static int lastComment(List<Token> tokens, int from, int to) {
        return between(tokens, from, to).stream()
                .filter(token -> token.kind().isComment())
                .mapToInt(Token::end)
                .max()
                .orElse(from);
    }

    /** The end of the last comment that stands on the line of {@code from}, if a line break comes before {@code to}. */
    private static int afterSameLine(List<Token> tokens, int from, int to) {
        int end = from;
        for (Token token : between(tokens, from, to)) {
            if (token.kind().isComment()) {
                end = token.end();
            }
            if (token.text().indexOf('\n') >= 0) {
                return end;
            }
        }
        return from;
    }

    /** The tokens that lie wholly within two offsets. */
    private static List<Token> between(List<Token> tokens, int from, int to) {
        int first = firstAt(tokens, from);
        int last = firstAt(tokens, to);
        boolean cut = last > first && tokens.get(last - 1).end() > to;
        return first >= last ? List.of() : tokens.subList(first, cut ? last - 1 : last);
    }

    /** The index of the first token that starts at an offset or after it. */
    private static int firstAt(List<Token> tokens, int offset) {
        int low = 0;
        int high = tokens.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tokens.get(middle).start() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
