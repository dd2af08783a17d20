// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import dev.retort.operation.JdbcAction;
import org.jspecify.annotations.Nullable;

/** One thing to send to a database. */
public sealed interface Statement {

    /** When a statement runs, seen from the transaction of its revision. */
    enum Placement {
        /** In the transaction, in order. */
        IN_TRANSACTION,
        /** Outside any transaction, in order: what comes before it is committed, what comes after starts a new one. */
        AUTOCOMMIT
    }

    /**
     * SQL that changes something.
     *
     * @param sql       one statement, without the final semicolon
     * @param placement inside or outside the transaction
     * @param comment   what it is for, in a few words for people, or null if the text says it
     */
    record Sql(String sql, Placement placement, @Nullable String comment) implements Statement {

        /**
         * A statement in the transaction whose text says what it is for.
         *
         * @param sql one statement, without the final semicolon
         */
        public Sql(String sql) {
            this(sql, Placement.IN_TRANSACTION, null);
        }
    }

    /**
     * A setting of the session for as long as the revision runs: made before its transaction starts and put back after
     * it ended, however it ended.
     *
     * @param key     statements with the same key are made once
     * @param query   gives the present value in its first column
     * @param set     makes the setting
     * @param restore puts a value back; {@code %s} stands for the value
     * @param reset   what a script writes, which cannot ask for the present value: it gives back the value that a new
     *                session has; null if there is no such statement
     */
    record SessionSetting(
            String key,
            String query,
            String set,
            String restore,
            @Nullable String reset) implements Statement {

        /**
         * A setting that a script cannot put back.
         *
         * @param key     statements with the same key are made once
         * @param query   gives the present value in its first column
         * @param set     makes the setting
         * @param restore puts a value back; {@code %s} stands for the value
         */
        public SessionSetting(String key, String query, String set, String restore) {
            this(key, query, set, restore, null);
        }
    }

    /**
     * A condition that must hold at this point, or everything is rolled back.
     *
     * @param query   gives no row if the condition holds; else each row tells of one violation
     * @param message what is wrong if there is a row; {@code %s} stands for the first row's values
     * @param offline statements with the same effect for a script, which fail if the condition does not hold; separated
     *                by the list
     */
    record Assertion(String query, String message, java.util.List<String> offline) implements Statement {

        public Assertion {
            offline = java.util.List.copyOf(offline);
        }
    }

    /**
     * Java code. It has no offline form.
     *
     * @param description what it does, in words
     * @param action      the code
     */
    record Code(String description, JdbcAction action) implements Statement {}
}
