// SPDX-License-Identifier: Apache-2.0
/** The cases of each operation, read from files and carried out on a real database. */
@NullMarked
package dev.retort.testkit.cases;

import org.jspecify.annotations.NullMarked;
