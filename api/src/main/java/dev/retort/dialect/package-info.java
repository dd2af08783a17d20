// SPDX-License-Identifier: Apache-2.0
/** What a database dialect provides, and the tools to write one with. */
@NullMarked
package dev.retort.dialect;

import org.jspecify.annotations.NullMarked;
