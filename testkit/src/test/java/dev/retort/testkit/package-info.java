// SPDX-License-Identifier: Apache-2.0
/** Laws that hold without a database, and tests of the kit itself. */
@NullMarked
package dev.retort.testkit;

import org.jspecify.annotations.NullMarked;
