// SPDX-License-Identifier: Apache-2.0
/** Reads SQL texts token by token, and words that people mistyped, without knowing any dialect. */
@NullMarked
package dev.retort.engine.text;

import org.jspecify.annotations.NullMarked;
