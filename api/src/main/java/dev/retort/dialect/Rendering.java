// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import dev.retort.diagnostic.SourceLocation;
import dev.retort.operation.Operation;
import dev.retort.schema.Column;
import dev.retort.schema.Identifier;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import java.util.List;
import java.util.Optional;

/**
 * What is known around the operation that is being rendered.
 *
 * @param location    where the operation stands
 * @param before      the schema before it
 * @param after       the schema after it
 * @param definitions the database's own texts of objects, where they were read; else none
 */
public record Rendering(SourceLocation location, Schema before, Schema after, Definitions definitions) {

    /** Nothing is known: no schema, no place. */
    public static final Rendering BLANK =
            new Rendering(SourceLocation.NONE, Schema.EMPTY, Schema.EMPTY, Definitions.NONE);

    /**
     * The surroundings of a placed operation.
     *
     * @param placed      the operation with its place
     * @param definitions the database's own texts
     * @return the surroundings
     */
    public static Rendering of(PlacedOperation placed, Definitions definitions) {
        return new Rendering(placed.location(), placed.before(), placed.after(), definitions);
    }

    /**
     * Another operation in the same surroundings, such as one inside a batch.
     *
     * @param operation the operation
     * @return the operation with its place
     */
    public PlacedOperation place(Operation operation) {
        return new PlacedOperation(operation, location, before, after);
    }

    /**
     * A column as it was before the operation.
     *
     * @param table  its table
     * @param column its name
     * @return the column, if it is known
     */
    public Optional<Column> columnBefore(QualifiedName table, Identifier column) {
        return before.table(table).flatMap(t -> t.column(column));
    }

    /**
     * The columns of a table before the operation.
     *
     * @param table its name
     * @return their names in order; none if the table is not known
     */
    public List<Identifier> columnNamesBefore(QualifiedName table) {
        return before.table(table).stream()
                .flatMap(known -> known.columns().stream())
                .map(Column::name)
                .toList();
    }
}
