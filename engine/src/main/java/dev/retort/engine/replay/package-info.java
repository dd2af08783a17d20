// SPDX-License-Identifier: Apache-2.0
/** The schema at any revision, computed from operations without a database, and the inverse of operations. */
@NullMarked
package dev.retort.engine.replay;

import org.jspecify.annotations.NullMarked;
