// SPDX-License-Identifier: Apache-2.0
/** Runs plans against a database: the lock, the version table, the ledger, transactions, and what happens on failure. */
@NullMarked
package dev.retort.engine.run;

import org.jspecify.annotations.NullMarked;
