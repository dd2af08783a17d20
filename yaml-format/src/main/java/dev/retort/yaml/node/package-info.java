// SPDX-License-Identifier: Apache-2.0
/** YAML as a tree of nodes: read from text, and printed as a person would write it. */
@NullMarked
package dev.retort.yaml.node;

import org.jspecify.annotations.NullMarked;
