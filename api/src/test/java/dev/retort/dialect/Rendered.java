// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import dev.retort.diagnostic.SourceLocation;
import dev.retort.operation.Operation;
import dev.retort.schema.Schema;
import java.util.List;

/** The SQL of an operation. */
final class Rendered {

    private Rendered() {}

    static List<String> by(Dialect dialect, Operation operation) {
        return by(dialect, operation, Schema.EMPTY);
    }

    static List<String> by(Dialect dialect, Operation operation, Schema before) {
        PlacedOperation placed = new PlacedOperation(operation, SourceLocation.NONE, before, Schema.EMPTY);
        return dialect.ddl().render(List.of(placed), Definitions.NONE).stream()
                .map(statement -> ((Statement.Sql) statement).sql())
                .toList();
    }
}
