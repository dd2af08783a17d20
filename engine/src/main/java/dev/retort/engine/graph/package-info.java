// SPDX-License-Identifier: Apache-2.0
/** The graph of revisions: its structure, the symbols that name revisions, and the order they run in. */
@NullMarked
package dev.retort.engine.graph;

import org.jspecify.annotations.NullMarked;
