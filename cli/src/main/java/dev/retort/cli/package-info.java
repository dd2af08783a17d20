// SPDX-License-Identifier: Apache-2.0
/** The command line: translates arguments into calls of the engine, and results into text and exit codes. */
@NullMarked
package dev.retort.cli;

import org.jspecify.annotations.NullMarked;
