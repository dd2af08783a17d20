// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine.run;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.dialect.Dialect;
import dev.retort.engine.plan.LoweredOperation;
import dev.retort.engine.plan.PreparedStep;
import dev.retort.operation.ObjectRef;
import dev.retort.schema.Column;
import dev.retort.schema.Identifier;
import dev.retort.schema.Index;
import dev.retort.schema.ObjectKind;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.Table;
import dev.retort.schema.TableConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
                List<String> differences = differences(table, real);
                if (!differences.isEmpty()) {
                    findings.add(finding(real, differences, step));
                }
            }
        }
        return findings;
    }

    private static Finding finding(Table real, List<String> differences, PreparedStep step) {
        return Finding.warning(
                        ErrorCode.DRIFT,
                        "The table '" + real.name() + "' is not what the migrations say: "
                                + String.join(", ", differences) + ". Revision '"
                                + step.step().revision() + "' changes the table as it is in the database.")
                .about(real.name().toString())
                .at(step.header().location())
                .withHint("Somebody changed the table by hand. Write that into a migration, or undo it.");
    }

    private static List<String> differences(Table expected, Table real) {
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
                .forEach(column -> words.add("column '" + column.name() + "' is there too"));
        compare("index", Set.copyOf(expected.indexes()), Set.copyOf(real.indexes()), Index::name, words);
        compare(
                "constraint",
                expected.constraints().collect(Collectors.toSet()),
                real.constraints().collect(Collectors.toSet()),
                TableConstraint::name,
                words);
        if (!Objects.equals(expected.comment(), real.comment())) {
            words.add("its comment differs");
        }
        if (!expected.options().equals(real.options())) {
            words.add("its options differ");
        }
        return words;
    }

    /** Tells what only one side has; the same name on both sides is one difference. */
    private static <P> void compare(
            String kind, Set<P> expected, Set<P> real, Function<P, @Nullable Identifier> name, List<String> words) {
        Set<String> told = new TreeSet<>();
        Stream.concat(
                        expected.stream().filter(part -> !real.contains(part)),
                        real.stream().filter(part -> !expected.contains(part)))
                .forEach(part -> {
                    Identifier own = name.apply(part);
                    told.add(own == null ? "an unnamed " + kind + " differs" : kind + " '" + own + "' differs");
                });
        words.addAll(told);
    }
}
