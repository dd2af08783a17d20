// SPDX-License-Identifier: Apache-2.0
/** Findings, their codes and places, and the exception that carries them. */
@NullMarked
package dev.retort.diagnostic;

import org.jspecify.annotations.NullMarked;
