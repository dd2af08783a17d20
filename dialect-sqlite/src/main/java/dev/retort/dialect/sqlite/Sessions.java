// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.sqlite;

import dev.retort.dialect.Statement;

/** Settings of a session, made before a revision's transaction and put back after it. */
final class Sessions {

    /** Dropping a table deletes its rows as DELETE would while foreign keys are on, and the rows that refer to them. */
    static final Statement FOREIGN_KEYS_OFF = new Statement.SessionSetting(
            "sqlite.foreign_keys", "PRAGMA foreign_keys", "PRAGMA foreign_keys = OFF", "PRAGMA foreign_keys = %s");

    /** A rename is followed by everything that refers to the table. */
    static final Statement MODERN_ALTER_TABLE = new Statement.SessionSetting(
            "sqlite.legacy_alter_table",
            "PRAGMA legacy_alter_table",
            "PRAGMA legacy_alter_table = OFF",
            "PRAGMA legacy_alter_table = %s");

    private Sessions() {}
}
