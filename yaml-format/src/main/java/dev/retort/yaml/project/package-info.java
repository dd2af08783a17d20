// SPDX-License-Identifier: Apache-2.0
/** The project file. */
@NullMarked
package dev.retort.yaml.project;

import org.jspecify.annotations.NullMarked;
