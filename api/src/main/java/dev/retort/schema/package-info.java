// SPDX-License-Identifier: Apache-2.0
/** The schema model: what a database looks like, as immutable values. */
@NullMarked
package dev.retort.schema;

import org.jspecify.annotations.NullMarked;
