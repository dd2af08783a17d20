// SPDX-License-Identifier: Apache-2.0
/** Finds migration files, reads their headers into a graph, and writes new files. */
@NullMarked
package dev.retort.engine.script;

import org.jspecify.annotations.NullMarked;
