// SPDX-License-Identifier: Apache-2.0
package dev.retort.testkit;

import dev.retort.dialect.Capability;
import dev.retort.dialect.Dialect;
import dev.retort.schema.Column;
import dev.retort.schema.DataType;
import dev.retort.schema.Identifier;
import dev.retort.schema.Options;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Routine;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.SqlText;
import dev.retort.schema.Table;
import dev.retort.schema.View;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What random schemas may be made of.
 *
 * @param capabilities what the database can do
 * @param features     what else may occur
 * @param types        types of columns
 * @param collations   collations of text columns
 * @param tableOptions options of tables
 * @param quote        writes a name in quotes
 * @param triggerBody  gives the body of a trigger, or empty where there are none
 * @param viewTriggerBody gives the body of a trigger in place of a change of a view, or empty where there are none
 * @param routine      makes a routine of a name in quotes, or nothing where there are none
 */
public record Vocabulary(
        Set<Capability> capabilities,
        Set<Feature> features,
        List<DataType> types,
        List<String> collations,
        List<Options> tableOptions,
        Function<Identifier, String> quote,
        BiFunction<Table, Random, Optional<SqlText>> triggerBody,
        BiFunction<View, Random, Optional<SqlText>> viewTriggerBody,
        BiFunction<String, Random, Optional<Routine>> routine) {

    /**
     * The words of a dialect. Which types it has is found out by asking its check about each.
     *
     * @param harness the dialect's harness
     * @return its vocabulary
     */
    public static Vocabulary of(DialectHarness harness) {
        Dialect dialect = harness.dialect();
        Set<Feature> features = EnumSet.allOf(Feature.class);
        harness.quirks().forEach(quirk -> features.remove(quirk.without()));
        return new Vocabulary(
                dialect.capabilities(),
                features,
                Stream.concat(RandomTypes.ALL.stream(), harness.nativeTypes().stream())
                        .filter(type -> accepts(dialect, type))
                        .toList(),
                harness.collations(),
                harness.tableOptions(),
                name -> dialect.writer().name(name).toString(),
                harness::triggerBody,
                harness::viewTriggerBody,
                harness::routine);
    }

    /**
     * Everything there is, in standard SQL, for tests that need no database.
     *
     * @return the largest vocabulary
     */
    public static Vocabulary everything() {
        return new Vocabulary(
                EnumSet.allOf(Capability.class),
                EnumSet.allOf(Feature.class),
                Stream.concat(RandomTypes.ALL.stream(), Stream.of(new DataType.Native("MONEY")))
                        .toList(),
                List.of("C", "nocase"),
                List.of(Options.of("standard", "with", true), Options.of("standard", "space", "fast")),
                name -> '"' + name.value().replace("\"", "\"\"") + '"',
                (table, random) -> Optional.of(SqlText.verbatim("BEGIN END")),
                (view, random) -> Optional.of(SqlText.verbatim("BEGIN END")),
                (name, random) -> Optional.of(new Routine(
                        QualifiedName.of(name.substring(1, name.length() - 1).replace("\"\"", "\"")),
                        random.nextBoolean() ? Routine.Kind.FUNCTION : Routine.Kind.PROCEDURE,
                        random.nextBoolean() ? "" : "integer",
                        SqlText.verbatim("CREATE FUNCTION"),
                        null)));
    }

    private static boolean accepts(Dialect dialect, DataType type) {
        Table table =
                Table.of(QualifiedName.of("t"), List.of(Column.of("id", new DataType.Integer()), Column.of("c", type)));
        Schema schema = new SchemaBuilder().table(table).build();
        return dialect.check(schema).stream()
                .noneMatch(finding -> finding.severity() == dev.retort.diagnostic.Severity.ERROR);
    }

    /** The same words without some features. */
    Vocabulary without(List<Quirk> quirks) {
        Set<Feature> rest = EnumSet.copyOf(features);
        quirks.forEach(quirk -> rest.remove(quirk.without()));
        return new Vocabulary(
                capabilities, rest, types, collations, tableOptions, quote, triggerBody, viewTriggerBody, routine);
    }

    boolean can(Capability capability) {
        return capabilities.contains(capability);
    }

    boolean has(Feature feature) {
        return features.contains(feature);
    }
}
