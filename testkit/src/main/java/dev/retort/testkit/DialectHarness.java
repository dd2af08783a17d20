// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit;

import dev.retort.dialect.Capability;
import dev.retort.dialect.Dialect;
import dev.retort.schema.DataType;
import dev.retort.schema.Options;
import dev.retort.schema.Routine;
import dev.retort.schema.SqlText;
import dev.retort.schema.Table;
import dev.retort.schema.View;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * All that the kit has to know of a dialect. An author writes one and gets everything by {@link Compliance#of}. Two methods
 * must be written; the others say what the dialect has beyond the least, and each deviation with its reason.
 */
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
     * {@return the collation in which texts are equal only if all their letters are, if columns usually have another: portable
     * SQL has the same values everywhere in such columns}
     */
    default Optional<String> exactCollation() {
        return Optional.empty();
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
     * The body of a trigger in place of a change of a view.
     *
     * @param view   the view that it watches
     * @param random for variety
     * @return the body, or empty if there are no such triggers
     */
    default Optional<SqlText> viewTriggerBody(View view, Random random) {
        return Optional.empty();
    }

    /** {@return types of the database's own, as its inspector tells them; NULL is the only value that they get} */
    default List<DataType.Native> nativeTypes() {
        return List.of();
    }

    /**
     * Capabilities that the dialect does not declare although some of the operations that need them work. Such an operation
     * may be refused when the plan is made; one that is not refused must do everything that it says. That the database can
     * what the probe of the capability tries needs no other reason.
     *
     * @return the reason for each, a sentence that the report prints
     */
    default Map<Capability, String> leniencies() {
        return Map.of();
    }

    /**
     * Capabilities that the database has and the dialect does not declare on purpose.
     *
     * @return the reason for each, a sentence that the report prints
     */
    default Map<Capability, String> acceptedInabilities() {
        return Map.of();
    }

    /**
     * Cases whose operation the dialect refuses although it declares every capability that the case needs: what no
     * capability speaks of.
     *
     * @return the reason for each, a sentence that the report prints, by the case's name such as
     *     {@code create_trigger/for_each_statement}
     */
    default Map<String, String> refusedCases() {
        return Map.of();
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
