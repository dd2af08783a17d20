// SPDX-License-Identifier: Apache-2.0
/** Tests of the whole: engine, YAML migrations and the SQLite dialect together, on real databases. */
@NullMarked
package dev.retort.it;

import org.jspecify.annotations.NullMarked;
