// SPDX-License-Identifier: Apache-2.0
package dev.retort.schema;

/** What happens to referring rows when the row they refer to goes or changes. */
public enum ReferentialAction {
    /** The change fails at the end of the statement (or transaction) if referring rows remain; the default. */
    NO_ACTION("NO ACTION"),
    /** The change fails at once. */
    RESTRICT("RESTRICT"),
    /** Referring rows go or change too. */
    CASCADE("CASCADE"),
    /** Referring columns become NULL. */
    SET_NULL("SET NULL"),
    /** Referring columns take their default. */
    SET_DEFAULT("SET DEFAULT");

    private final String sql;

    ReferentialAction(String sql) {
        this.sql = sql;
    }

    /** {@return the words of the SQL standard} */
    public String sql() {
        return sql;
    }
}
