// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect.postgres;

import dev.retort.dialect.Statement;

/**
 * A table may call a function that reads the table, and two functions may call each other, so that neither can be created
 * first with its body checked. The check is left out where a body names what comes later, and for routines of other
 * namespaces than the default one, whose bodies may count on a search path of their own.
 *
 * @see <a href="https://www.postgresql.org/docs/current/runtime-config-client.html#GUC-CHECK-FUNCTION-BODIES">check_function_bodies</a>
 */
final class UncheckedBodies {

    static final Statement SETTING = new Statement.SessionSetting(
            "check_function_bodies",
            "SHOW check_function_bodies",
            "SET check_function_bodies = off",
            "SET check_function_bodies = %s");

    private UncheckedBodies() {}
}
