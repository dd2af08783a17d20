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

    /** What the item owns, without blanks at either end and without the comma that separates it. */
    Fragment owned(String text, int item, Fragment core) {
        int start = core.start();
        int end = core.end();
        for (Token token : SqliteLexer.tokens(text.substring(cuts.get(item), cuts.get(item + 1)))) {
            if (token.kind().isComment()) {
                start = Math.min(start, cuts.get(item) + token.start());
                end = Math.max(end, cuts.get(item) + token.end());
            }
        }
        return Fragment.of(text, start, end);
    }

    private static int comma(List<Token> tokens, int from, int to) {
        return tokens.stream()
                .filter(token -> token.start() >= from && token.end() <= to && token.isOperator(","))
                .mapToInt(Token::start)
                .findFirst()
                .orElse(-1);
    }

    private static int lastComment(List<Token> tokens, int from, int to) {
        return tokens.stream()
                .filter(token -> token.start() >= from
                        && token.end() <= to
                        && token.kind().isComment())
                .mapToInt(Token::end)
                .max()
                .orElse(from);
    }

    /** The end of the last comment that stands on the line of {@code from}, if a line break comes before {@code to}. */
    private static int afterSameLine(List<Token> tokens, int from, int to) {
        int end = from;
        for (Token token : tokens) {
            if (token.start() < from || token.end() > to) {
                continue;
            }
            if (token.kind().isComment()) {
                end = token.end();
            }
            if (token.text().indexOf('\n') >= 0) {
                return end;
            }
        }
        return from;
    }
}
