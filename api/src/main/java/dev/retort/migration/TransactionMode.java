// SPDX-License-Identifier: Apache-2.0
package dev.retort.migration;

/** Whether a migration runs inside a transaction. */
public enum TransactionMode {
    /** In one transaction, where the dialect has transactional DDL. */
    AUTO,
    /** Every statement commits for itself. */
    NONE
}
