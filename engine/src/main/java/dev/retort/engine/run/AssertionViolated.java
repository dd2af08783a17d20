// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.run;

/** A condition that guards rows does not hold. Never leaves this package. */
final class AssertionViolated extends Exception {

    private static final long serialVersionUID = 1L;

    AssertionViolated(String message) {
        super(message);
    }
}
