// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine;

/** What a run does with revisions. */
public enum Direction {
    /** Runs their upgrades. */
    UPGRADE("upgrade"),
    /** Runs their downgrades. */
    DOWNGRADE("downgrade"),
    /** Runs nothing and changes the version rows alone. */
    STAMP("stamp");

    private final String word;

    Direction(String word) {
        this.word = word;
    }

    /** {@return the name of the command, as it stands in the ledger} */
    public String word() {
        return word;
    }
}
