// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.SourceLocation;
import dev.retort.operation.CreateEnum;
import dev.retort.operation.CreateRoutine;
import dev.retort.operation.CreateSchema;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
import dev.retort.operation.CreateTrigger;
import dev.retort.operation.CreateView;
import dev.retort.operation.Operation;
import dev.retort.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/** What of a schema cannot be had is what the operations that would create it are refused for. */
final class SchemaCheck {

    private SchemaCheck() {}

    static List<Finding> of(Dialect dialect, Schema schema) {
        Ddl ddl = dialect.ddl();
        return creations(schema).stream()
                .flatMap(creation ->
                        ddl.check(new PlacedOperation(creation, SourceLocation.NONE, Schema.EMPTY, schema)).stream())
                .map(finding -> finding.at(null))
                .sorted()
                .toList();
    }

    private static List<Operation> creations(Schema schema) {
        List<Operation> creations = new ArrayList<>();
        schema.namespaces().forEach(name -> creations.add(new CreateSchema(name, false, null)));
        schema.enums().values().forEach(type -> creations.add(new CreateEnum(type, false)));
        schema.sequences().values().forEach(sequence -> creations.add(new CreateSequence(sequence, false)));
        schema.routines().values().forEach(routine -> creations.add(new CreateRoutine(routine, false)));
        schema.tables().values().forEach(table -> creations.add(CreateTable.of(table)));
        schema.views().values().forEach(view -> creations.add(new CreateView(view, false)));
        schema.triggers().values().forEach(trigger -> creations.add(new CreateTrigger(trigger, false)));
        return creations;
    }
}
