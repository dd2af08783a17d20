// SPDX-License-Identifier: Apache-2.0
/** Migrations and the formats they are written in. */
@NullMarked
package dev.retort.migration;

import org.jspecify.annotations.NullMarked;
