// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.run;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.dialect.Dialect;
import dev.retort.engine.plan.LoweredOperation;
import dev.retort.engine.plan.PreparedStep;
import dev.retort.operation.ObjectRef;
import dev.retort.schema.Column;
import dev.retort.schema.ObjectKind;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Compares the tables that a step works on with what the migrations say about them. */
final class Drift {

    private final Dialect dialect;

    Drift(Dialect dialect) {
        this.dialect = dialect;
    }

    List<Finding> between(Schema expected, Schema actual, PreparedStep step) {
        Set<QualifiedName> names = new TreeSet<>();
        for (LoweredOperation lowered : step.operations()) {
            if (dialect.ddl().needsDefinition(lowered.operation())) {
                lowered.operation().footprint().writes().stream()
                        .filter(ref -> ref.kind() == ObjectKind.TABLE)
                        .map(ObjectRef::name)
                        .forEach(names::add);
            }
        }
        SchemaBuilder part = new SchemaBuilder();
        part.enums().putAll(expected.enums());
        names.forEach(name -> expected.table(name).ifPresent(part::table));
        Schema canonical = dialect.canonical(part.build());
        List<Finding> findings = new ArrayList<>();
        for (Table table : canonical.tables().values()) {
            Table real = actual.tables().get(table.name());
            if (real != null && !real.equals(table)) {
                findings.add(finding(table, real, step));
            }
        }
        return findings;
    }

    private static Finding finding(Table expected, Table real, PreparedStep step) {
        return Finding.warning(
                        ErrorCode.DRIFT,
                        "The table '" + real.name() + "' is not what the migrations say: " + difference(expected, real)
                                + " Revision '" + step.step().revision()
                                + "' changes the table as it is in the database.")
                .about(real.name().toString())
                .at(step.header().location())
                .withHint("Somebody changed the table by hand. Write that into a migration, or undo it.");
    }

    private static String difference(Table expected, Table real) {
        List<String> words = new ArrayList<>();
        for (Column column : expected.columns()) {
            Column other = real.column(column.name()).orElse(null);
            if (other == null) {
                words.add("column '" + column.name() + "' is missing");
            } else if (!other.equals(column)) {
                words.add("column '" + column.name() + "' differs");
            }
        }
        real.columns().stream()
                .filter(column -> expected.column(column.name()).isEmpty())
                .forEach(column -> words.add("column '" + column.name() + "' is more"));
        if (!real.indexes().equals(expected.indexes())) {
            words.add("its indexes differ");
        }
        if (!real.constraints().toList().equals(expected.constraints().toList())) {
            words.add("its constraints differ");
        }
        return words.isEmpty() ? "an attribute differs." : String.join(", ", words) + ".";
    }
}
