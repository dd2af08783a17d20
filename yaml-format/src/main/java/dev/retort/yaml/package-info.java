// SPDX-License-Identifier: Apache-2.0
/** Migrations, models and the project file in YAML. */
@NullMarked
package dev.retort.yaml;

import org.jspecify.annotations.NullMarked;
