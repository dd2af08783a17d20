// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit;

/**
 * Something that a database cannot do and no capability speaks of.
 *
 * @param without what random schemas leave out
 * @param reason  why, in a sentence that is printed in the report
 */
public record Quirk(Feature without, String reason) {

    public Quirk {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a quirk must have a reason");
        }
    }
}
