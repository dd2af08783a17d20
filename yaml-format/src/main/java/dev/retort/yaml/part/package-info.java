// SPDX-License-Identifier: Apache-2.0
/** The parts of tables and operations in YAML: names, types, columns, constraints, indexes, SQL. */
@NullMarked
package dev.retort.yaml.part;

import org.jspecify.annotations.NullMarked;
