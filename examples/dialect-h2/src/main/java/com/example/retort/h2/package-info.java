// SPDX-License-Identifier: Apache-2.0
/** H2 as a dialect of Retort. */
@NullMarked
package com.example.retort.h2;

import org.jspecify.annotations.NullMarked;
