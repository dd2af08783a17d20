// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.mysql;

import dev.retort.dialect.mysql.text.Token;
import dev.retort.schema.DataType;
import dev.retort.schema.Options;
import dev.retort.schema.TextAttributes;
import java.util.List;
import java.util.Set;

/** The type behind {@code RETURNS}, with its character set and collation. */
final class RoutineResult {

    private static final Set<String> FURTHER =
            Set.of("UNSIGNED", "SIGNED", "ZEROFILL", "PRECISION", "VARYING", "BINARY", "ASCII", "UNICODE", "BYTE");

    private final int from;
    private int typeEnd;
    private int end;
    private String charset = "";
    private String collation = "";
    private final List<Token> tokens;

    RoutineResult(List<Token> tokens, int from) {
        this.tokens = tokens;
        this.from = from;
        this.end = from;
        read();
    }

    /** The token behind it. */
    int end() {
        return end;
    }

    private boolean is(int at, String word) {
        return at < tokens.size() && tokens.get(at).is(word);
    }

    private void read() {
        end += is(end, "NATIONAL") ? 2 : 1;
        typeEnd = end;
        while (end < tokens.size()) {
            if (tokens.get(end).isSymbol("(")) {
                end = RoutineTexts.closing(tokens, end) + 1;
                typeEnd = end;
            } else if (FURTHER.contains(tokens.get(end).text().toUpperCase(java.util.Locale.ROOT))) {
                end++;
                typeEnd = end;
            } else if (is(end, "CHARSET") || is(end, "COLLATE") || (is(end, "CHARACTER") && is(end + 1, "SET"))) {
                int value = end + (is(end, "CHARACTER") ? 2 : 1);
                String word = value < tokens.size() ? tokens.get(value).value() : "";
                if (is(end, "COLLATE")) {
                    collation = word;
                } else {
                    charset = word;
                }
                end = value + 1;
            } else {
                return;
            }
        }
    }

    /** In the server's spelling; without a character set that is usual. */
    String text(String sql, MysqlTypes types, Collations collations) {
        int last = Math.min(typeEnd, tokens.size()) - 1;
        String written =
                sql.substring(tokens.get(from).start(), tokens.get(last).end());
        DataType type = types.parse(written);
        TextAttributes attributes =
                new TextAttributes(charset.isEmpty() ? null : charset, collation.isEmpty() ? null : collation);
        DataType text = new DataType.Varchar(1, attributes);
        String kept = TextAttributes.of(collations.column(text, Options.NONE)).collation();
        return types.render(type)
                + (kept == null ? "" : " CHARACTER SET " + Flavor.charsetOf(kept) + " COLLATE " + kept);
    }
}
