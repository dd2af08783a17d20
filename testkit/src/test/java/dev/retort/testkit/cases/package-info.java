// SPDX-License-Identifier: Apache-2.0
/** Tests of the cases themselves. */
@NullMarked
package dev.retort.testkit.cases;

import org.jspecify.annotations.NullMarked;
