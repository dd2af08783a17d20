// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite.text;

/**
 * A name in SQL text: the token as written and what it stands for.
 *
 * @param token the name as written, quotes included
 */
public record NameText(Token token) {

    /** The name without quotes. */
    public String name() {
        return token.name();
    }

    /** Whether SQLite takes this name for {@code other}. */
    public boolean is(String other) {
        return token.names(other);
    }
}
