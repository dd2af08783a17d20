// SPDX-License-Identifier: Apache-2.0
/** The model file. */
@NullMarked
package dev.retort.yaml.model;

import org.jspecify.annotations.NullMarked;
