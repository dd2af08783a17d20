// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.retort.diagnostic.SourceLocation;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.Timeouts;
import dev.retort.engine.fixture.LiteProvider;
import dev.retort.engine.plan.LoweredOperation;
import dev.retort.operation.ConstraintSelector;
import dev.retort.operation.DropConstraint;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.SqlText;
import dev.retort.schema.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class WrittenTablesTest {

    private static final QualifiedName ITEMS = QualifiedName.of("items");
    private static final LoweredOperation DROP = new LoweredOperation(
            new DropConstraint(ITEMS, new ConstraintSelector.CheckOf(SqlText.verbatim("qty >= 0")), false, false),
            SourceLocation.NONE,
            Timeouts.UNSET);

    private final LiteProvider provider = new LiteProvider();
    private final Dialect dialect = provider.dialect(provider.defaultVersion());
    private final Schema written = schema("qty >= 0");

    @Test
    void aTableThatIsWhatTheMigrationsSayHasTheirWords() {
        assertEquals(written, new WrittenTables(dialect, written).over(schema("(qty >= 0)"), List.of(DROP)));
    }

    @Test
    void aTableThatIsNotStaysAsItWasRead() {
        Schema read = schema("(qty >= 1)");
        assertEquals(read, new WrittenTables(dialect, written).over(read, List.of(DROP)));
    }

    @Test
    void aTableThatNoOperationIsAboutStaysAsItWasRead() {
        Schema read = schema("(qty >= 0)");
        assertEquals(read, new WrittenTables(dialect, written).over(read, List.of()));
    }

    private static Schema schema(String check) {
        return new SchemaBuilder()
                .table(Table.of(ITEMS, List.of(Column.of("qty", new DataType.Integer()))).toBuilder()
                        .constraint(CheckConstraint.of(null, check))
                        .build())
                .build();
    }
}
