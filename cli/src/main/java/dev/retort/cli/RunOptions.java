// SPDX-License-Identifier: Apache-2.0
package dev.retort.cli;

/** Options of the commands that move a database. */
final class RunOptions {

    static final String SQL = "--sql";
    static final String DIALECT = "--dialect";
    static final String TAG = "--tag";
    static final String MISSED = "--missed";
    static final String LOCK_TIMEOUT = "--lock-timeout";

    private RunOptions() {}

    static Shape addTo(Shape shape) {
        return shape.flag("Write an SQL script to standard output instead. No database is connected to.", SQL)
                .value("ID", "With --sql: the dialect to write for, instead of that of the URL.", DIALECT)
                .value("TEXT", "A word that is kept in the ledger, or in the head of the script.", TAG)
                .value("SECONDS", "How long to wait for another runner.", LOCK_TIMEOUT);
    }
}
