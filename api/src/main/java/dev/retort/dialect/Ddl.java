// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import dev.retort.diagnostic.Finding;
import dev.retort.operation.Operation;
import java.util.List;
import java.util.Set;

/** How a dialect renders operations. */
public interface Ddl {

    /**
     * The statements for operations that run one after another. Consecutive operations on one table may become one
     * statement or one rebuild of the table.
     *
     * @param operations  in order, checked
     * @param definitions the database's own texts of objects, where they were read; else none
     * @return the statements, in order
     */
    List<Statement> render(List<PlacedOperation> operations, Definitions definitions);

    /**
     * What is known of objects after operations, without another look at the database: names, for one, that rendering gave to
     * parts without a name. What is rendered next gets it.
     *
     * @param operations  as given to {@link #render}
     * @param definitions as given to {@link #render}
     * @return what to hand over next; by default what was known before
     */
    default Definitions told(List<PlacedOperation> operations, Definitions definitions) {
        return definitions;
    }

    /**
     * What of an operation cannot be done on this database, unknown options included. Asked when a plan is made.
     *
     * @param operation an operation with its place
     * @return findings, possibly none
     */
    List<Finding> check(PlacedOperation operation);

    /**
     * Whether rendering needs the full definition of existing objects, so that it is worth reading them from the
     * database first.
     *
     * @param operation an operation
     * @return true if the definition is needed
     */
    boolean needsDefinition(Operation operation);

    /** {@return what the database lacks and no capability speaks of, so that it is refused when a plan is made; nothing here} */
    default Set<Lack> lacks() {
        return Set.of();
    }
}
