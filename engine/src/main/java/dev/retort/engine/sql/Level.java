// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.sql;

/** How tightly a written expression holds together; the order is from tight to loose. */
enum Level {
    /** A name, a literal, a call, anything in parentheses. */
    ATOM,
    PRODUCT,
    SUM,
    COMPARISON,
    AND,
    OR,
    /** Anything of which databases disagree how tightly it binds. */
    LOOSE
}
