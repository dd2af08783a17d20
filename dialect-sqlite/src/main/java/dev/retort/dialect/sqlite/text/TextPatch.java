// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Replacements in one text, made all at once, so that offsets stay those of the text that was read. */
final class TextPatch {

    private record Change(int end, String replacement) {}

    private final String text;
    private final TreeMap<Integer, Change> changes = new TreeMap<>();

    TextPatch(String text) {
        this.text = text;
    }

    /** Puts the replacement in the place of [start, end); a change at the same start is joined to the earlier one. */
    TextPatch replace(int start, int end, String replacement) {
        changes.merge(
                start,
                new Change(end, replacement),
                (old, added) -> new Change(Math.max(old.end(), added.end()), old.replacement() + added.replacement()));
        return this;
    }

    TextPatch insert(int at, String added) {
        return replace(at, at, added);
    }

    /** Gives the new spelling of a name in the style of the old. */
    TextPatch rename(Token token, String name) {
        changes.put(token.start(), new Change(token.end(), SqliteName.inStyleOf(token, name)));
        return this;
    }

    /** Writes a double-quoted string as the string it is. */
    TextPatch asString(Token token) {
        return replace(token.start(), token.end(), "'" + token.name().replace("'", "''") + "'");
    }

    boolean isEmpty() {
        return changes.isEmpty();
    }

    String apply() {
        StringBuilder out = new StringBuilder(text.length());
        int at = 0;
        for (Map.Entry<Integer, Change> entry : changes.entrySet()) {
            join(out, text.substring(at, Math.max(at, entry.getKey())));
            join(out, entry.getValue().replacement());
            at = Math.max(at, entry.getValue().end());
        }
        join(out, text.substring(at));
        return out.toString();
    }

    /** Appends so that the last token before and the first one after stay two, and no comment swallows what follows. */
    private static void join(StringBuilder out, String added) {
        if (out.isEmpty() || added.isEmpty()) {
            out.append(added);
            return;
        }
        char last = out.charAt(out.length() - 1);
        char first = added.charAt(0);
        if (first != '\n' && lastToken(out).kind() == TokenKind.LINE_COMMENT) {
            out.append('\n');
        } else if ((SqliteLexer.isNameCharacter(last) && SqliteLexer.isNameCharacter(first))
                || (last == first && (last == '-' || last == '\'' || last == '"' || last == '`'))
                || (last == '/' && first == '*')) {
            out.append(' ');
        }
        out.append(added);
    }

    private static Token lastToken(CharSequence out) {
        List<Token> tokens = SqliteLexer.tokens(out.toString());
        return tokens.get(tokens.size() - 1);
    }
}
