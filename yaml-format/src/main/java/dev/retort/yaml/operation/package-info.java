// SPDX-License-Identifier: Apache-2.0
/** Every operation in YAML, by family. */
@NullMarked
package dev.retort.yaml.operation;

import org.jspecify.annotations.NullMarked;
