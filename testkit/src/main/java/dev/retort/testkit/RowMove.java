// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit;

import dev.retort.operation.AlterColumn;
import dev.retort.operation.Batch;
import dev.retort.operation.DropColumn;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameTable;
import dev.retort.schema.Identifier;
import dev.retort.schema.QualifiedName;
import java.util.Optional;

/** Where the values of a column are to be found after an operation. */
interface RowMove {

    /**
     * A column of a table.
     *
     * @param table  the table
     * @param column the column
     */
    record Place(QualifiedName table, Identifier column) {}

    /** The column's new place, or empty if its values may be gone. */
    Optional<Place> of(Place place);

    static RowMove of(Operation operation) {
        return place -> moved(operation, place);
    }

    /** After an operation and its inverse, everything is where it was, unless the operation dropped it. */
    static RowMove back(Operation operation) {
        return place -> moved(operation, place).map(moved -> place);
    }

    private static Optional<Place> moved(Operation operation, Place place) {
        if (operation instanceof RenameTable rename && rename.table().equals(place.table())) {
            return Optional.of(new Place(place.table().sibling(rename.to()), place.column()));
        }
        if (operation instanceof RenameColumn rename && isAt(place, rename.table(), rename.column())) {
            return Optional.of(new Place(place.table(), rename.to()));
        }
        if (operation instanceof AlterColumn alter && isAt(place, alter.table(), alter.column())) {
            boolean kept = alter.type() == null && !alter.generated().isChange();
            Identifier to = alter.rename();
            return kept ? Optional.of(to == null ? place : new Place(place.table(), to)) : Optional.empty();
        }
        if (operation instanceof DropColumn drop && isAt(place, drop.table(), drop.column())) {
            return Optional.empty();
        }
        Optional<Place> result = Optional.of(place);
        if (operation instanceof Batch batch) {
            for (Operation part : batch.operations()) {
                result = result.flatMap(at -> moved(part, at));
            }
        }
        return result;
    }

    private static boolean isAt(Place place, QualifiedName table, Identifier column) {
        return place.table().equals(table) && place.column().equals(column);
    }
}
