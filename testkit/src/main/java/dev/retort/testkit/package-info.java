// SPDX-License-Identifier: Apache-2.0
/** The compliance kit: laws that hold for every dialect, checked with seeded random schemas, operations and rows. */
@NullMarked
package dev.retort.testkit;

import org.jspecify.annotations.NullMarked;
