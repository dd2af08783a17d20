// SPDX-License-Identifier: Apache-2.0
/** Tests of the probes. */
@NullMarked
package dev.retort.testkit.inability;

import org.jspecify.annotations.NullMarked;
