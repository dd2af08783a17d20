// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.TableBuilder;

/** What a table is created with: a column, a constraint or an index. */
public abstract sealed class TablePart permits ColumnSpec, ConstraintSpec, IndexSpec {

    TablePart() {}

    abstract void addTo(TableBuilder table);
}
