// SPDX-License-Identifier: Apache-2.0
/** Tries on a real database what a dialect says that it cannot do. */
@NullMarked
package dev.retort.testkit.inability;

import org.jspecify.annotations.NullMarked;
