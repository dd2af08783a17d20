// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

import java.util.List;
import java.util.Set;

/** Whether a statement speaks of a table. */
public final class TableMentions {

    private static final Set<String> BEFORE_TABLE = Set.of("from", "join", "into", "update", "on", "in", "table");

    private TableMentions() {}

    /**
     * Whether a name in the text is that of the table, in any case and quoting, outside of strings and comments.
     *
     * <p>A column or alias of the same name counts too: the answer may be yes too often, never no too often. A name in
     * single quotes counts where a table must stand.
     */
    public static boolean mentions(String text, String table) {
        List<Token> tokens = SqliteLexer.significant(text);
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean string = token.kind() == TokenKind.STRING;
            if (token.names(table) && (!string || (i > 0 && namesTableNext(tokens.get(i - 1))))) {
                return true;
            }
        }
        return false;
    }

    private static boolean namesTableNext(Token token) {
        return token.isOperator(".") || BEFORE_TABLE.contains(SqliteName.fold(token.text()));
    }
}
