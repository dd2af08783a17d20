// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit;

import dev.retort.dialect.Dialect;
import dev.retort.schema.Options;
import dev.retort.schema.Routine;
import dev.retort.schema.SqlText;
import dev.retort.schema.Table;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** All that the kit has to know of a dialect. An author writes one and gets the laws by {@link Laws#of}. */
public interface DialectHarness {

    /** {@return the dialect, for the version of the databases that are made} */
    Dialect dialect();

    /**
     * Makes an empty database.
     *
     * @return the database
     * @throws Exception if there is none to be had
     */
    TestDatabase newDatabase() throws Exception;

    /** {@return what the database cannot do beside its missing capabilities} */
    default List<Quirk> quirks() {
        return List.of();
    }

    /** {@return options that a table may have, in the dialect's words; none of them needs another} */
    default List<Options> tableOptions() {
        return List.of();
    }

    /** {@return names of collations that a text column may have} */
    default List<String> collations() {
        return List.of();
    }

    /**
     * The body of a trigger that changes no row.
     *
     * @param table  the table that it watches
     * @param random for variety
     * @return the body, or empty if there are no triggers
     */
    default Optional<SqlText> triggerBody(Table table, Random random) {
        return Optional.empty();
    }

    /**
     * A function or procedure.
     *
     * @param name   its name, quoted
     * @param random for variety
     * @return the routine, or empty if there are none
     */
    default Optional<Routine> routine(String name, Random random) {
        return Optional.empty();
    }

    /** {@return the database's own client, if it is installed} */
    default Optional<ScriptClient> client() {
        return Optional.empty();
    }
}
