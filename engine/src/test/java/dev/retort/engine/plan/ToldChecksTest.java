// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.retort.dialect.Dialect;
import dev.retort.engine.fixture.LiteProvider;
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

class ToldChecksTest {

    private static final QualifiedName ITEMS = QualifiedName.of("items");

    private final LiteProvider provider = new LiteProvider();
    private final Dialect dialect = provider.dialect(provider.defaultVersion());
    private final Schema told = new SchemaBuilder()
            .table(Table.of(ITEMS, List.of(Column.of("qty", new DataType.Integer()))).toBuilder()
                    .constraint(CheckConstraint.of(null, "(qty >= 0)"))
                    .build())
            .build();

    @Test
    void aCheckIsMeantInTheWordsOfTheDatabase() {
        assertEquals(drop("(qty >= 0)"), new ToldChecks(dialect, told).meant(drop("qty >= 0")));
    }

    @Test
    void anotherCheckIsNotMeant() {
        assertEquals(drop("qty >= 1"), new ToldChecks(dialect, told).meant(drop("qty >= 1")));
    }

    private static DropConstraint drop(String expression) {
        return new DropConstraint(
                ITEMS, new ConstraintSelector.CheckOf(SqlText.verbatim(expression)), false, false);
    }
}
