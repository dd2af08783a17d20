// SPDX-License-Identifier: Apache-2.0
package dev.retort.diagnostic;

/**
 * The stable name of one kind of {@link Finding}. Retort's own codes are {@link ErrorCode}; an outside dialect or format
 * declares its own enum, with numbers from 10000 upwards.
 */
public interface FindingCode {

    /** {@return the number, unique over all codes} */
    int number();

    /** {@return what a process that ends because of this finding reports} */
    ExitStatus exitStatus();

    /** {@return the code as printed, such as {@code RT2001}} */
    default String id() {
        return "RT" + number();
    }
}
