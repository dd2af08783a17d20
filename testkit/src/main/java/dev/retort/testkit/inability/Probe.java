// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit.inability;

import java.sql.SQLException;

/** Tries on an empty database whether something can be done. */
interface Probe {

    /**
     * Does it, and looks whether it had its effect.
     *
     * @param attempt how to run SQL
     * @return whether it had
     * @throws SQLException if the database refuses, which means that it cannot
     */
    boolean works(Attempt attempt) throws SQLException;
}
