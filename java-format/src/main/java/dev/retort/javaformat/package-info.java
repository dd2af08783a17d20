// SPDX-License-Identifier: Apache-2.0
/** Migrations written in Java: source files beside those of other formats, and compiled classes. */
@NullMarked
package dev.retort.javaformat;

import org.jspecify.annotations.NullMarked;
