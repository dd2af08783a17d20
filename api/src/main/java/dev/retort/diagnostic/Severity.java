// SPDX-License-Identifier: Apache-2.0
package dev.retort.diagnostic;

/** How much a {@link Finding} matters. Ordered from least to most severe. */
public enum Severity {
    /** Worth knowing; nothing has to be done. */
    NOTE,
    /** Probably not what was meant; the command goes on. */
    WARNING,
    /** The command cannot do what was asked. */
    ERROR
}
