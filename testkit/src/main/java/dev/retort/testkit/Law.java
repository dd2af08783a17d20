// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit;

import java.util.List;

/** A law and how one case of it is checked. */
interface Law {

    /** Its name, as the architecture gives it. */
    String name();

    /** What its cases leave out, beside the dialect's quirks. */
    default List<Quirk> quirks() {
        return List.of();
    }

    /**
     * Checks one case; returns how many things were compared, 0 if the case says nothing.
     *
     * @throws Exception if the law does not hold, or the database refuses
     */
    int check(LawCase one) throws Exception;
}
