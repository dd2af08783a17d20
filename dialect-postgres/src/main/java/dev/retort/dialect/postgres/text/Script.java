// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Texts with several statements. */
public final class Script {

    /** Statements that PostgreSQL refuses inside a transaction. */
    private static final Pattern ALONE =
            Pattern.compile("(create (unique )?index|drop index|reindex .*|refresh .*) concurrently\\b.*"
                    + "|reindex (system|database)\\b.*|vacuum\\b.*|(create|drop) (database|tablespace)\\b.*|alter system\\b.*"
                    + "|(create|drop|alter) subscription\\b.*|cluster|alter table .* detach partition .* concurrently");

    private Script() {}

    /**
     * Cuts a text into statements.
     *
     * @param script one or more statements
     * @return the statements as they stand there, without their semicolons
     */
    public static List<String> statements(String script) {
        List<String> statements = new ArrayList<>();
        int from = 0;
        for (int end : Lexer.ends(script)) {
            add(statements, script.substring(from, end));
            from = end + 1;
        }
        add(statements, script.substring(from));
        return statements;
    }

    private static void add(List<String> statements, String statement) {
        if (!Lexer.tokens(statement).isEmpty()) {
            statements.add(statement.strip());
        }
    }

    /**
     * Whether a statement cannot run inside a transaction.
     *
     * @param statement one statement
     * @return true if PostgreSQL refuses it there
     */
    public static boolean isAlone(String statement) {
        List<Token> tokens = Lexer.tokens(statement);
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < Math.min(tokens.size(), 12); i++) {
            words.append(i == 0 ? "" : " ").append(tokens.get(i).value());
        }
        return ALONE.matcher(words).matches();
    }
}
