// SPDX-License-Identifier: Apache-2.0
/** The project file and database URLs. */
@NullMarked
package dev.retort.project;

import org.jspecify.annotations.NullMarked;
