// SPDX-License-Identifier: Apache-2.0
package dev.retort.operation;

import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlText;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Updates or deletes rows; all of them, until it is told which. */
public final class RowsStep extends QualifiedStep<RowsStep> {

    private final BiFunction<QualifiedName, @Nullable SqlText, Operation> operation;
    private @Nullable SqlText where;

    RowsStep(String table, BiFunction<QualifiedName, @Nullable SqlText, Operation> operation) {
        super(table);
        this.operation = operation;
    }

    /** @param condition which rows, as SQL that is passed as it is
     *  @return this */
    public RowsStep where(String condition) {
        return where(SqlText.verbatim(condition));
    }

    /** @param condition which rows
     *  @return this */
    public RowsStep where(SqlText condition) {
        where = condition;
        return this;
    }

    @Override
    Operation build() {
        return operation.apply(name(), where);
    }

    /** Inserts rows. */
    public static final class Insert extends QualifiedStep<Insert> {

        private final List<Row> rows;
        private boolean multiple = true;

        Insert(String table, List<Row> rows) {
            super(table);
            this.rows = List.copyOf(rows);
        }

        /** {@return this, now with a statement of its own for each row} */
        public Insert oneByOne() {
            multiple = false;
            return this;
        }

        @Override
        Operation build() {
            return new InsertRows(name(), rows, multiple);
        }
    }
}
