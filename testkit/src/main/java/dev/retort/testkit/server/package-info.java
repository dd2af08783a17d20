// SPDX-License-Identifier: Apache-2.0
/** Finds real servers for tests. */
@NullMarked
package dev.retort.testkit.server;

import org.jspecify.annotations.NullMarked;
