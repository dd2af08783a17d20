// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import dev.retort.schema.Literal;

/** The lexical rules of a dialect's SQL. */
public interface SqlSyntax {

    /**
     * A name in quotes, whatever characters it has.
     *
     * @param name a name
     * @return the quoted name
     */
    String quote(String name);

    /**
     * A constant as a literal of this dialect, safe for any string.
     *
     * @param literal the constant
     * @return its text
     */
    String literal(Literal literal);
}
